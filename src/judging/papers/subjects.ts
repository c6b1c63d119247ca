import { bare } from '../../language/text.ts'
import { unframed } from '../../language/title-frame.ts'

/** 关于印发《某办法》的通知 and 某办法 are one subject. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [coreOf(one), coreOf(other)]
  return a.length >= 4 && b.length >= 4 && (a === b || a.includes(b) || b.includes(a))
}

const coreOf = (name: string): string => unframed(bare(name))
