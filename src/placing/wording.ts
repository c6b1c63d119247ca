import { bare } from '../language/text.ts'
import { oneOf } from '../language/words.ts'

/** As titles are compared: bare, and 情况的报告 is 情况报告. */
export const spelled = (text: string): string => bare(text).replaceAll('的', '')

/** As words of topics are looked for: what only joins them is left out. */
export const solid = (text: string): string => spelled(text).replace(/[和与及]/gu, '')

/** Titles made of such words only fit documents of every indicator; they mean something only under their own. */
export const GENERIC = new RegExp(`^${oneOf('naming', 'usual')}*${oneOf('naming', 'usualEnds')}?$`, 'u')
