import type { Event } from './model/event.ts'

/** What has come into a list since it was sent out, in one line. */
export function changesIn(events: readonly Event[]): string {
  const count = (test: (event: Event) => boolean) => events.filter(test).length
  const parts: readonly (readonly [string, number])[] = [
    ['填写', count(({ type }) => type === 'set')],
    ['状态变化', count((event) => event.type === 'state' && event.new !== '退回')],
    ['申请', count(({ type }) => type === 'request')],
    ['审批', count(({ type }) => type === 'decision')],
    ['核实', count(({ type }) => type === 'answer')],
    ['新发现', count((event) => event.type === 'found' && event.round === 1)],
    ['再次出现', count((event) => event.type === 'found' && event.round > 1)],
    ['销号', count((event) => event.type === 'closed' && event.new === '已销号')],
    ['退回', count((event) => event.type === 'state' && event.new === '退回')],
    ['无法复核', count((event) => event.type === 'recheck' && event.result === '无法复核')],
    ['到期', count(({ type }) => type === 'lapsed')],
    ['填法不一', count(({ type }) => type === 'conflict')],
    ['未采用', count(({ type }) => type === 'refused')],
  ]
  const told = parts.filter(([, number]) => number > 0).map(([name, number]) => `${name} ${number}`)
  return told.length > 0 ? told.join('，') : '没有变化'
}
