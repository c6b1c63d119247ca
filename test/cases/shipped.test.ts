import { expect, test } from 'vitest'
import { unshownEdges } from '../../src/cases/edges.ts'
import { lackingIn } from '../../src/cases/lacking.ts'
import { loadCases } from '../../src/cases/load.ts'
import { runCase } from '../../src/cases/run.ts'
import { faultLine } from '../../src/core/problem.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { loadSystem } from '../../src/system/load.ts'

const FOLDER = 'indicators/zhaohua-2022'
const system = await loadSystem(FOLDER)
const { cases, faults } = await loadCases(FOLDER, system, KINDS)
const rules = [system.package, ...system.indicators].flatMap((indicator) => indicator.rules)
const lacking = lackingIn(system, cases)

test('the case files of the shipped system have no faults', () => expect(faults.map(faultLine)).toEqual([]))

test.each(rules.map(({ id }) => id))('%s judges its cases as written, shows each outcome, and each edge', (id) => {
  const own = cases.find(({ rule }) => rule.id === id)
  const results = own?.cases.map((one) => runCase(system, own, one, own.rule)) ?? []
  expect({
    wrong: results.filter(({ passed }) => !passed),
    outcomes: lacking.flatMap(({ rule, outcomes }) => (rule.id === id ? outcomes : [])),
    edges: unshownEdges(system, own ? [own] : []).map(({ limit, from, to }) => `${limit}: ${from} → ${to}`),
  }).toEqual({ wrong: [], outcomes: [], edges: [] })
})
