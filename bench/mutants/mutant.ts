/** One change of a source or of the words, and the tests that should notice it: by default those of its room. */
export type Mutant = {
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  readonly to: string
  readonly tests: readonly string[]
}

/** The list as it stands in YAML: files, each with its changes, and tests where they are not its room's own. */
export function mutantsIn(list: unknown): Mutant[] {
  if (!Array.isArray(list)) throw new Error('a list of files is expected')
  return list.flatMap((entry: unknown) => {
    if (!isEntry(entry)) throw new Error(`file and changes are expected: ${JSON.stringify(entry)}`)
    const tests = entry.tests ?? [nearest(entry.file)]
    return entry.changes.map(([from, to]) => ({ file: entry.file, from, to, tests }))
  })
}

/** Undefined where the text to be changed is not there, or not just once. */
export function spoiled(source: string, { from, to }: Mutant): string | undefined {
  const at = source.indexOf(from)
  if (at < 0 || source.includes(from, at + 1)) return undefined
  return `${source.slice(0, at)}${to}${source.slice(at + from.length)}`
}

export const roomOf = ({ file }: Pick<Mutant, 'file'>): string => {
  const [top = '', room = ''] = file.split('/')
  return top === 'src' ? room : top
}

/** src/judging/desk/years.ts → test/judging/desk/ */
const nearest = (file: string): string => file.replace(/^src\//, 'test/').replace(/[^/]+$/, '')

/**
 * Of these test files those that are most likely to notice it: of its own name, or of edges. What they notice, all would.
 */
export function likeliest({ file }: Pick<Mutant, 'file'>, files: readonly string[]): string[] {
  const own = `${file.replace(/^.*\//, '').replace(/\.\w+$/, '')}.test.ts`
  return files.filter((path) => path.endsWith(`/${own}`) || path.endsWith('/edges.test.ts'))
}

type Entry = {
  readonly file: string
  readonly tests?: readonly string[]
  readonly changes: readonly (readonly [string, string])[]
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('file' in value) || !('changes' in value)) return false
  const { file, changes } = value
  const tests = 'tests' in value ? value.tests : []
  const isChange = (one: unknown) =>
    Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === 'string') && one[0] !== ''
  return typeof file === 'string' && Array.isArray(changes) && changes.every(isChange) && isTexts(tests)
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string')
