import { expect, test } from 'vitest'
import { blocksOf } from '../../src/audit/blocks/blocks.ts'
import { claimOf } from '../../src/audit/claim.ts'
import type { Match } from '../../src/core/package.ts'
import { finding } from '../helpers/sample-report.ts'
import { scopeOf } from '../helpers/scope.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const TRAINING = SYSTEM.indicators.find(({ id }) => id === '90')!
const unit = (name: string) => SYSTEM.roster.units.find((one) => one.name === name)!
const serving = (indicator: string, material: string | null, sure = true): Match => ({
  file: '防汛预案.docx',
  indicator,
  material,
  sure,
  why: '',
})
const claim = (name: string, ...matches: Match[]) =>
  claimOf(SYSTEM, unit(name), TRAINING, { ...scopeOf({}).package, unit: unit(name), matches })

test('a department that the plan does not name is asked where its own plans show that it deals with emergencies', () => {
  const { judged, certain, kin } = claim('区水利局', serving('86', 'plan'))
  expect({ judged, certain, kin }).toEqual({ judged: true, certain: false, kin: [{ file: '防汛预案.docx' }] })
})
test('nothing shows it where there are none', () => expect(claim('区水利局').judged).toBe(false))
test('what only lies under the number shows nothing', () =>
  expect(claim('区水利局', serving('86', null)).judged).toBe(false))
test('a doubtful one shows nothing', () => expect(claim('区水利局', serving('86', 'plan', false)).judged).toBe(false))
test('papers of another business show nothing', () =>
  expect(claim('区水利局', serving('80', 'plan')).judged).toBe(false))
test('whom the plan names owes it anyway', () => {
  const { certain, kin } = claim('元坝镇', serving('86', 'plan'))
  expect({ certain, kin }).toEqual({ certain: true, kin: [] })
})

test('the question is whose it is, and not what the plan shows', () => {
  const one = finding({
    id: '90.materials',
    indicator: '90',
    kind: 'documents',
    outcome: 'unclear',
    key: 'none-kin',
    message: '方案未点名本单位，而《防汛预案》说明本单位做这类工作',
    remedy: '归本单位的，请补交',
    lacks: { materials: ['training'] },
    cites: [{ file: '防汛预案.docx' }],
  })
  const [block] = blocksOf([one], [], [])
  expect({ what: block?.what, act: block?.act }).toEqual({ what: one.message, act: one.remedy })
})
