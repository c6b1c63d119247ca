import type { Value } from '../core/evidence.ts'

const DITTO = /^\s*(?:同上一?[行栏格]?|同前|〃|″|”|"|'')\s*$/u

/** 同上, 〃: a cell that says what the one above it says. */
export const isDitto = (value: Value | undefined): boolean =>
  typeof value === 'string' && value.length <= 6 && !isFigure(value.charCodeAt(0)) && DITTO.test(value)

/** Most short cells are numbers and years. */
const isFigure = (code: number): boolean => code >= 0x30 && code <= 0x39
