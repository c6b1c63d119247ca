import { gapListOf } from '../gaps/gap-list.ts'
import type { Renderer } from './renderer.ts'

export const xlsx: Renderer = {
  name: 'xlsx',
  extensions: ['xlsx'],
  binary: true,
  render: (report) => gapListOf(report),
}
