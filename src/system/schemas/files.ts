import { denialsSchema } from './denials.ts'
import { indicatorsSchema, type Kinds } from './indicators.ts'
import { lawsSchema } from './laws.ts'
import { ledgersSchema } from './ledgers.ts'
import type { Schema } from './shape.ts'
import { systemSchema } from './system.ts'
import { unitsSchema } from './units.ts'

export type FileSchemas = Readonly<Record<'system' | 'units' | 'ledgers' | 'denials' | 'laws' | 'indicators', Schema>>

/** The schemas of the files that a system consists of. */
export const fileSchemas = (kinds: Kinds): FileSchemas => ({
  system: systemSchema(kinds),
  units: unitsSchema(),
  ledgers: ledgersSchema(),
  denials: denialsSchema(),
  laws: lawsSchema(),
  indicators: indicatorsSchema(kinds),
})
