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

const BLANK = '\n\n'

/** The entry of the report that begins as this one does; a heading's first entry belongs to it. */
function entryLike(entry: string, entries: readonly string[]): string {
  const found = entries.find((one) => one.slice(0, 12) === entry.slice(0, 12))
  if (found === undefined) throw new Error(`the demo prints nothing that begins as “${entry.slice(0, 12)}”`)
  return found
}

// `npx vitest run test/readme.test.ts -u` takes over what has changed in the entries that are shown.
test('the sample in the README is what the demo prints, with the rest left out', async () => {
  const readme = readFileSync('README.md', 'utf8')
  const [, sample = ''] = /\$ audit \.\/区司法局\n([^`]+)\n```/.exec(readme) ?? []
  const entries = (await demonstrated()).trimEnd().split(BLANK)
  const shown = sample.split(BLANK).map((entry) => (entry.trim() === '…' ? entry : entryLike(entry, entries)))
  const places = shown.flatMap((entry) => (entries.includes(entry) ? [entries.indexOf(entry)] : []))
  expect(places.length).toBeGreaterThan(4)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  await expect(readme.replace(sample, () => shown.join(BLANK))).toMatchFileSnapshot('../README.md')
})
