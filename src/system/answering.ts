import type { Answer } from '../core/package.ts'
import { UserError } from '../core/problem.ts'
import { UNIT_FILE } from '../core/unit-file.ts'
import { CHINESE_KEYS } from './schemas/unit-file.ts'

/** `audit.yaml` with one more answer at its end; what stands in it, remarks too, stays as it is. The newest answer holds. */
export async function withAnswer(source: string, given: Omit<Answer, 'at'>): Promise<string> {
  const { Document, isMap, isSeq, parseDocument } = await import('yaml')
  const written = source.trim() === '' ? new Document({}) : parseDocument(source)
  if (written.errors.length > 0) throw new UserError(`${UNIT_FILE} 有错，不能往里写答复：请先改正，再答一次`)
  if (written.contents === null) written.contents = new Document({}).contents
  const whole: unknown = written.contents
  if (!isMap(whole)) throw new UserError(`${UNIT_FILE} 的内容应为一组“键: 值”，不能往里写答复：请先改正，再答一次`)
  const names = Object.entries(CHINESE_KEYS[''] ?? {}).flatMap(([chinese, name]) =>
    name === 'answers' ? [chinese] : [],
  )
  const key = ['answers', ...names].find((name) => written.has(name))
  // As clerks write it, unless the file speaks English already.
  const item = key === 'answers' ? given : inChinese(given)
  const list = key === undefined ? undefined : written.get(key)
  if (isSeq(list)) list.add(written.createNode(item))
  else written.set(key ?? names[0] ?? 'answers', written.createNode([item]))
  return `${written.toString({ lineWidth: 0 }).trimEnd()}\n`
}

function inChinese(given: Omit<Answer, 'at'>): Record<string, unknown> {
  const names = new Map(Object.entries(CHINESE_KEYS.answers ?? {}).map(([chinese, name]) => [name, chinese]))
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[names.get(name) ?? name, value]])),
  )
}
