import { denialsSchema } from './denials.ts'
import { extensionSchemas } from './extension.ts'
import { indicatorsSchema, type Kinds } from './indicators.ts'
import { lawsSchema } from './laws.ts'
import { ledgersSchema } from './ledgers.ts'
import { reportSchema } from './report.ts'
import type { Schema } from './shape.ts'
import { systemSchema } from './system.ts'
import { bilingual, unitFileSchema } from './unit-file.ts'
import { unitsSchema } from './units.ts'

/** Every published schema but the cases', by the name of its file in `schemas/`. */
export const schemas = (kinds: Kinds): Readonly<Record<string, Schema>> => ({
  system: systemSchema(kinds),
  units: unitsSchema(),
  ledgers: ledgersSchema(),
  denials: denialsSchema(),
  laws: lawsSchema(),
  indicators: indicatorsSchema(kinds),
  ...extensionSchemas(kinds),
  'unit-file': bilingual(unitFileSchema()),
  report: reportSchema(),
})
