import { beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../src/audit/audit.ts'
import { digestOf } from '../../src/audit/digest.ts'
import type { Order } from '../../src/audit/order.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import type { Report } from '../../src/core/report.ts'
import { orderOf, outcomesOf, paper } from '../helpers/package.ts'

let order: Order
let report: Report

// What is recognised in a file hangs on nothing else (digest.test.ts), so it is done once and not for every audit.
const digests = new Map<string, unknown>()

beforeAll(async () => {
  order = await orderOf('区司法局')
  for (const one of order.evidence) digests.set(one.path, digestOf(one))
  report = audit(order)
})

/** Files that are changed themselves are no longer what was recognised. */
function withEvidence(change: (evidence: readonly Evidence[]) => readonly Evidence[], only: readonly string[] = []) {
  const evidence = change(order.evidence)
  const same = new Set(order.evidence)
  const known = new Set(evidence.flatMap((one) => (same.has(one) ? [one.path] : [])))
  return audit({ ...order, evidence, only, digestOf: (path) => (known.has(path) ? digests.get(path) : undefined) })
}

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

describe('no verdict changes when', () => {
  test('the files come in another order', () => {
    expect(withEvidence((files) => files.toReversed())).toEqual(report)
  })

  test('unrelated files are added', () => {
    const more = [paper('其他/食堂菜单.docx', '本周菜单', '红烧肉'), paper('通讯录.txt', '通讯录', '一科、二科')]
    expect(outcomesOf(withEvidence((files) => [...files, ...more]))).toEqual(outcomesOf(report))
  })

  test('indicator folders get other names under the same number', () => {
    const renamed = (path: string) => path.replace(/^(\d+)-[^/]+\//, '$1-整理稿/')
    const evidence = order.evidence.map((file) => ({ ...file, path: renamed(file.path) }))
    const given = order.unitFile!
    const unitFile = { ...given, files: given.files.map((one) => ({ ...one, pattern: renamed(one.pattern) })) }
    expect(outcomesOf(audit({ ...order, evidence, unitFile }))).toEqual(outcomesOf(report))
  })

  test('a file is copied into another folder of its indicator', () => {
    const first = order.evidence.find(({ path }) => path.startsWith('28-'))!
    const copy = { ...first, path: first.path.replace('/', '/备份/') }
    expect(outcomesOf(withEvidence((files) => [...files, copy]))).toEqual(outcomesOf(report))
  })
})

test('a met rate, share or paper is met no more when the files it cites go', () => {
  const carried = report.findings.filter(
    ({ outcome, kind, cites }) =>
      outcome === 'met' && ['rate', 'share', 'documents'].includes(kind) && cites.length > 0,
  )
  // Every rate and share, and one paper in six.
  const chosen = carried.filter(({ kind }, index) => kind !== 'documents' || index % 6 === 0)
  expect(chosen.length).toBeGreaterThan(20)
  // Each is a whole audit, so three lose their files together.
  const kept = inGroups(chosen, 3).flatMap((group) => {
    const gone = new Set(group.flatMap(({ cites }) => cites.map(({ file }) => file)))
    const bytes = new Set(order.evidence.filter(({ path }) => gone.has(path)).map(({ sha256 }) => sha256))
    const rules = group.map(({ rule }) => rule)
    const outcomes = outcomesOf(withEvidence((files) => files.filter(({ sha256 }) => !bytes.has(sha256)), rules))
    return group.filter(({ id }) => outcomes[id] === 'met')
  })
  expect(kept.map(({ id }) => id)).toEqual([])
})

test('nothing is exempt, met or a gap only because a file that is there went unread', () => {
  const places = [...new Set(order.evidence.filter(({ tables }) => tables.length > 0).map(({ path }) => path))]
  const chosen = places.filter((_, index) => index % 4 === 0)
  expect(chosen.length).toBeGreaterThan(5)
  const blind = inGroups(chosen, 2)
  const blinded = blind.map((paths) =>
    withEvidence((files) =>
      files.map((file) =>
        paths.includes(file.path) ? { ...file, extent: 'unread', pagesRead: 0, passages: [], tables: [] } : file,
      ),
    ),
  )
  const worse = blinded.flatMap((other, at) =>
    other.findings.flatMap(({ id, key, outcome }) => {
      const before = outcomesOf(report)[id]
      // A year that goes on owes nothing yet, whatever there is of it.
      const silent = outcome === 'exempt' && key !== 'running' && before !== 'exempt' && before !== 'noted'
      return silent || (outcome === 'gap' && before === 'met') ? [`${blind[at]} ${id}: ${before} → ${outcome}`] : []
    }),
  )
  expect(worse).toEqual([])
})

test('the report keeps its own counts', () => {
  const { findings, files } = report.summary
  expect(findings.exempt + findings.noted + findings.met + findings.unclear + findings.gap).toBe(report.findings.length)
  expect(files.read + files.partly + files.unread).toBe(files.total)
})

test('every cite names a file of the package or the unit’s own audit.yaml', () => {
  const known = new Set([...report.files.map(({ path }) => path), 'audit.yaml'])
  expect(report.findings.flatMap(({ cites }) => cites).filter(({ file }) => !known.has(file))).toEqual([])
})

test('no two findings share an identity, and no message keeps a hole', () => {
  const ids = report.findings.map(({ id }) => id)
  expect(ids.length).toBe(new Set(ids).size)
  expect(
    report.findings.filter(({ message, remedy, id }) => /\{[\w-]+\}/.test(message + remedy) || id.includes('#')),
  ).toEqual([])
})

test('nobody is called a forger', () => {
  expect(JSON.stringify(report.findings.map(({ message, remedy }) => message + remedy))).not.toMatch(
    /造假|弄虚作假|伪造/,
  )
})
