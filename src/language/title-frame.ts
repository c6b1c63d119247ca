import { paperWord } from './paper-words.ts'

const OPENS = `^${paperWord('opens')}`
const OPENING = new RegExp(OPENS, 'u')
const FRAME = new RegExp(`${OPENS}|${paperWord('noticeEnds')}$`, 'gu')

/** 关于印发某办法的通知 without 关于印发. */
export const unopened = (title: string): string => title.replace(OPENING, '')

/** 关于印发某办法的通知 without 关于印发 and 的通知: what it is about. */
export const unframed = (title: string): string => title.replace(FRAME, '')
