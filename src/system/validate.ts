import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Fault } from '../core/problem.ts'
import { faultAt, type Origins } from './origins.ts'
import { meantKey, schemaMessage, type Words } from './schema-messages.ts'
import { FORMATS, type Schema } from './schemas/shape.ts'
import { entry, isObject } from './values.ts'

/** Of one file; more than that is another kind of file, and nobody reads on. */
const MAX_FAULTS = 200

/** `tainted` holds every mapping and list with a fault somewhere inside; everything else is what the schema says. */
export type Validation = { readonly faults: readonly Fault[]; readonly tainted: ReadonlySet<object> }

/** Compiling takes longer than most files take to validate, and a schema never changes. */
const compiled = new WeakMap<Schema, ValidateFunction>()

/** Validates values and fills in defaults, each file by its schema. Faults are at the lines where they were written. */
export async function validator(
  origins: Origins,
  synonyms: Words['synonyms'] = [],
): Promise<(schema: Schema, value: object) => Validation> {
  const { Ajv } = await import('ajv')
  const compile = (schema: Schema): ValidateFunction =>
    new Ajv({
      allErrors: true,
      verbose: true,
      strict: true,
      // The code that comes of it runs a few milliseconds once; shortening it takes ten times as long.
      inlineRefs: false,
      code: { optimize: false },
      allowUnionTypes: true,
      useDefaults: true,
      formats: FORMATS,
    }).compile(schema)
  return (schema, value) => {
    const check = compiled.get(schema) ?? compile(schema)
    compiled.set(schema, check)
    check(value)
    const faults: Fault[] = []
    const tainted = new Set<object>()
    let untold = 0
    for (const error of withoutEchoes(check.errors ?? [], synonyms)) {
      const [holders, key] = way(value, error.instancePath)
      for (const holder of holders) tainted.add(holder)
      if (faults.length < MAX_FAULTS) faults.push(faultOf(origins, error, holders, key, synonyms))
      else untold += 1
    }
    if (untold > 0) faults.push(faultAt(origins, value, null, `另有${untold}处错误没有列出，请先改正已列出的`))
    return { faults, tainted }
  }
}

/**
 * Without what follows from another error: `if` only says that its `then` has errors, and a key that is mistyped is
 * unknown and missing at once.
 */
function withoutEchoes(errors: readonly ErrorObject[], synonyms: Words['synonyms']): ErrorObject[] {
  const meant = new Set(
    errors
      .filter(({ keyword }) => keyword === 'additionalProperties')
      .map((error) => `${error.instancePath}/${meantKey(error, synonyms)}`),
  )
  return errors.filter(({ keyword, instancePath, params }) =>
    keyword === 'required' ? !meant.has(`${instancePath}/${params.missingProperty}`) : keyword !== 'if',
  )
}

/** All that an instance path leads through, outermost first, and the last step; null for the value itself. */
function way(value: object, path: string): [holders: object[], key: string | number | null] {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const holders: object[] = []
  let at: unknown = value
  for (const step of steps) {
    if (!isObject(at)) break
    holders.push(at)
    at = entry(at, step)
  }
  if (isObject(at)) holders.push(at)
  const last = steps.at(-1)
  const parent = isObject(at) ? holders.at(-2) : holders.at(-1)
  return [holders, last === undefined ? null : Array.isArray(parent) ? Number(last) : last]
}

function faultOf(
  origins: Origins,
  error: ErrorObject,
  holders: readonly object[],
  key: string | number | null,
  synonyms: Words['synonyms'],
): Fault {
  const self = isObject(error.data) ? error.data : null
  const parent = self ? holders.at(-2) : holders.at(-1)
  const found = parent && key !== null ? origins.get(parent)?.entries.get(key) : undefined
  const name = found?.name ?? (key === null ? '内容' : String(key))
  const { message, extra } = schemaMessage(error, {
    name,
    isItem: typeof key !== 'string',
    written: found?.written ?? null,
    synonyms,
  })
  if (self && extra !== null) return faultAt(origins, self, extra, message, 'key')
  if (parent && found) return faultAt(origins, parent, key, message)
  return faultAt(origins, self ?? parent ?? error, null, message)
}
