import type { Fault } from '../core/problem.ts'
import type { Values } from './extends.ts'
import type { Kinds } from './load.ts'
import type { Origins } from './origins.ts'
import { type FileSchemas, fileSchemas } from './schemas/files.ts'
import { validator } from './validate.ts'

export const named = (values: Values): (readonly [keyof FileSchemas, object])[] =>
  (['system', 'units', 'ledgers', 'denials', 'laws'] as const).flatMap((name) =>
    values[name] ? [[name, values[name]] as const] : [],
  )

export async function validateAll(
  values: readonly (readonly [keyof FileSchemas, object])[],
  kinds: Kinds,
  origins: Origins,
  faults: Fault[],
  tainted: Set<object>,
): Promise<void> {
  const validate = await validator(origins)
  const schemas = schemasOf(kinds)
  for (const [name, value] of values) {
    const validation = validate(schemas[name], value)
    faults.push(...validation.faults)
    for (const holder of validation.tainted) tainted.add(holder)
  }
}

/** One object for each schema and these kinds: the validator compiles each object anew. */
function schemasOf(kinds: Kinds): FileSchemas {
  const made = known.get(kinds) ?? fileSchemas(kinds)
  known.set(kinds, made)
  return made
}

const known = new WeakMap<Kinds, FileSchemas>()
