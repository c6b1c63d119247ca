import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { text } from '../src/reports/text.ts'
import { reportOn } from './helpers/fixture-report.ts'

/** The demo recognises pictures; the reports of the tests do without, and say so. */
async function demonstrated(): Promise<string> {
  const report = await reportOn('区司法局')
  const pictures = new Set(report.problems.flatMap(({ code, file }) => (code === 'not-read' && file ? [file] : [])))
  const { read, unread } = report.summary.files
  const files = { ...report.summary.files, read: read + pictures.size, unread: unread - pictures.size }
  const problems = report.problems.filter(({ code }) => code !== 'not-read')
  const shown = { ...report, summary: { ...report.summary, files }, problems }
  return String(await text.render(shown, { width: 100, colour: false, all: false }))
}

test('the sample in the README is what the demo prints, with the rest left out', async () => {
  const [, sample = ''] = /\$ audit \.\/区司法局\n([^`]+)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  const printed = await demonstrated()
  const runs = sample.trimEnd().split(/\n\n *…\n\n/)
  expect(runs.length).toBeGreaterThan(3)
  let at = 0
  for (const run of runs) {
    expect(printed.slice(at)).toContain(run)
    at = printed.indexOf(run, at) + run.length
  }
})
