import type { Severity } from './outcome.ts'
import type { Place } from './place.ts'

/**
 * In the order in which a report tells them: what the unit's own papers prove wrong, what the plan demands and is not
 * there, questions, what would help, what could not be read.
 */
export const BLOCK_CLASSES = ['proved', 'demanded', 'question', 'advised', 'unread'] as const
export type BlockClass = (typeof BLOCK_CLASSES)[number]

export const BLOCK_NAMES: Readonly<Record<BlockClass, string>> = {
  proved: '材料自身有错',
  demanded: '方案要求而没有',
  question: '请核实',
  advised: '建议补充',
  unread: '未能读取',
}

/** One of the things that a block speaks of: a paper that is not there, a row that is late. */
export type BlockItem = { readonly words: string; readonly places: readonly Place[] }

/** One thing to do. However many findings say it, it is said once. */
export type Block = {
  /** Stable across runs, as the ids of findings are. */
  readonly id: string
  readonly class: BlockClass
  /** The gravest of its findings. */
  readonly severity: Severity
  /** In the plan's order; `package` for the package as a whole. */
  readonly indicators: readonly string[]
  /** What is wrong, missing or asked, in one sentence without the items. */
  readonly what: string
  readonly items: readonly BlockItem[]
  /** Every place of the items and of the findings, each once. */
  readonly places: readonly Place[]
  /** Where what is not there would lie; only without places. */
  readonly folder?: string
  /** One short line; the long one is `audit explain`'s. */
  readonly basis: string
  /** What a clerk does about it, in one sentence; empty where there is nothing to do. */
  readonly act: string
  /** Ids of the findings that this says. */
  readonly findings: readonly string[]
}
