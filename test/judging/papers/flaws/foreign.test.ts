import { expect, test } from 'vitest'
import { recognise } from '../../../../src/facts/recognise.ts'
import { foreign } from '../../../../src/judging/papers/flaws/foreign.ts'
import { documentOf } from '../../../facts/document.ts'
import { scopeOf } from '../../../helpers/scope.ts'
import { shipped } from '../../../helpers/shipped.ts'

const { roster } = await shipped()
const unit = roster.units.find(({ name }) => name === '区水利局')!
const found = { ...scopeOf({}).package, unit, roster: roster.units }
const told = (...lines: string[]) => {
  const evidence = documentOf([...lines, '广元市昭化区农业农村局', '2022年2月25日'].join('\n'))
  return foreign({ evidence, facts: recognise(evidence) }, found)?.sure
}

test('a list by which another bureau shares its duties out among its offices is its own', () =>
  expect(told('2022年度普法责任清单', '各责任股室要将普法融入执法全过程。')).toBe(true))
test('one that names no offices may be for all', () =>
  expect(told('2022年度普法责任清单', '各责任单位要将普法融入执法全过程。')).toBeUndefined())
test('where it speaks of the unit that is only asked', () =>
  expect(told('2022年度普法责任清单', '各责任股室要与区水利局配合。')).toBe(false))
