import { LISTS } from '../gaps/index.ts'
import { firstList } from '../gaps/next.ts'
import type { Renderer } from './renderer.ts'

/** A report as the first list of its folder. */
const listRenderer = (name: string, extension: string): Renderer => ({
  name,
  extensions: [extension],
  binary: true,
  render: (report) => LISTS[name]!({ report, history: firstList(report, report.asOf).history, on: report.asOf }),
})

export const xlsx = listRenderer('xlsx', 'xlsx')
export const notice = listRenderer('notice', '通知单.docx')
export const closing = listRenderer('closing', '销号申请单.docx')
