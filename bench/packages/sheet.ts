/** What an examiner would conclude about one package: `FOLDER/<unit>/sheet.json`, beside `FOLDER/<unit>/package/<unit>/`. */
export type Sheet = {
  readonly unit: string
  readonly asOf: string
  readonly indicators: Readonly<Record<string, Judgement>>
  /** By path: which indicators a file serves, and which it must not be credited to. */
  readonly papers: Readonly<
    Record<string, { readonly serves?: readonly string[]; readonly mustNot?: readonly string[] }>
  >
  /** Faults of single papers. */
  readonly files?: readonly { readonly path: string; readonly flaw: string }[]
}

/** `ask`: whether a sensible examiner could ask something here. `file` is a pattern, `row` the row of a table from 1. */
export type Judgement = {
  readonly truth: 'gap' | 'clean' | 'arguable' | 'none'
  readonly ask: boolean
  readonly gaps?: readonly Fault[]
}

export type Fault = { readonly what: string; readonly file?: string | null; readonly row?: number | null }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A sheet that lacks what is needed is refused with the name of what it lacks. */
export function isSheet(value: unknown): value is Sheet {
  return isRecord(value) && typeof value.unit === 'string' && isRecord(value.indicators) && isRecord(value.papers ?? {})
}
