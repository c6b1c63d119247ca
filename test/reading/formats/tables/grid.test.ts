import { expect, test } from 'vitest'
import { type GridCell, gridOf } from '../../../../src/reading/formats/tables/grid.ts'

const cell = (left: number, text: string, more: Partial<GridCell> = {}): GridCell => ({
  left,
  span: 1,
  merge: 'none',
  paragraphs: text === '' ? [] : [text],
  ...more,
})

test('typed cells have no certainty', () => {
  expect(gridOf([[cell(0, '甲'), cell(1, '')]], '表1').rows).toEqual([{ index: 0, values: ['甲', null] }])
})

test('recognised cells are as sure as they were read, and a blank is blank', () => {
  const row = [cell(0, '甲', { certainty: 0.93 }), cell(1, ''), cell(2, '', { certainty: 0 })]
  expect(gridOf([row], '表1').rows).toEqual([{ index: 0, values: ['甲', null, null], certainties: [0.93, 1, 0] }])
})

test('what covers several columns of a scan may be two cells whose wall nobody saw', () => {
  const row = [cell(0, '3月1日8件', { span: 2, certainty: 0.99 }), cell(2, '丙', { certainty: 0.99 })]
  expect(gridOf([row], '表1').rows).toEqual([
    { index: 0, values: ['3月1日8件', null, '丙'], certainties: [0.5, 0, 0.99] },
  ])
})
