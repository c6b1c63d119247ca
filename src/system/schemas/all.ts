import { extensionSchemas } from './extension.ts'
import { fileSchemas } from './files.ts'
import type { Kinds } from './indicators.ts'
import { reportSchema } from './report.ts'
import type { Schema } from './shape.ts'
import { bilingual, unitFileSchema } from './unit-file.ts'

/** Every published schema but the cases', by the name of its file in `schemas/`. */
export const schemas = (kinds: Kinds): Readonly<Record<string, Schema>> => ({
  ...fileSchemas(kinds),
  ...extensionSchemas(kinds),
  'unit-file': bilingual(unitFileSchema()),
  report: reportSchema(),
})
