import { wordLists } from './words.ts'

let rules: RegExp | undefined

/** 某某应急预案, 关于印发《某某办法》的通知: what holds from a day on, and may say itself until when. */
export function isRule(title: string): boolean {
  const words = (wordLists('signing').get('lasting') ?? []).join('|')
  rules ??= new RegExp(`(?:${words})(?:[(（][^()（）]{0,20}[)）])?[》〉>]?(?:的通知|通知)?$`, 'u')
  return rules.test(title)
}
