import type { Source } from '../../core/basis.ts'
import { BLOCK_CLASSES, type Block, type BlockItem } from '../../core/block.ts'
import { type Evidence, FORMATS as FILE_FORMATS } from '../../core/evidence.ts'
import { OUTCOMES, SEVERITIES } from '../../core/outcome.ts'
import type { Place } from '../../core/place.ts'
import { PROBLEM_CODES, type Problem } from '../../core/problem.ts'
import type { Counts, FileResult, Finding, IndicatorResult, Report } from '../../core/report.ts'
import { PARTS, UNIT_KINDS } from '../../core/system.ts'
import type { Lack } from '../../core/verdict.ts'
import { file, mapping, type Schema } from './shape.ts'

const words: Schema = { type: 'string' }
const name: Schema = { type: 'string', minLength: 1 }
const date: Schema = { type: 'string', format: 'date' }
const count: Schema = { type: 'integer', minimum: 0 }
const ordinal: Schema = { type: 'integer', minimum: 1 }
const sha256: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const one = (of: readonly string[]): Schema => ({ type: 'string', enum: of })
const many = (items: Schema): Schema => ({ type: 'array', items })

const place = mapping<Place>({ file: name, page: ordinal, sheet: words, cell: name, quote: words }, {}, [
  'page',
  'sheet',
  'cell',
  'quote',
])

const counts = mapping<Counts>({ exempt: count, noted: count, met: count, unclear: count, gap: count })

const lack = mapping<Lack>(
  {
    materials: many(name),
    parts: many(name),
    ledger: name,
    columns: many(name),
    shown: { const: true, description: 'The unit did so in another year.' },
  },
  {},
  ['materials', 'parts', 'ledger', 'columns', 'shown'],
)

const finding = mapping<Finding>(
  {
    id: { ...name, description: 'The same gap keeps it across runs, renamed folders and shifted rows.' },
    indicator: { ...name, description: 'An indicator, or "package".' },
    rule: name,
    kind: name,
    outcome: one(OUTCOMES),
    severity: one(SEVERITIES),
    key: { ...name, description: 'The message in its kind; `data` is what fills it.' },
    data: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    message: words,
    remedy: words,
    expected: words,
    actual: words,
    basis: words,
    erratum: words,
    cites: many(place),
    lacks: lack,
    demanded: { ...name, description: "The plan's or a law's own words." },
    folder: { ...name, description: 'Where the package keeps such papers; only without places.' },
    waitsFor: { ...name, description: 'The finding that tells this one too.' },
  },
  {},
  ['lacks', 'demanded', 'folder', 'waitsFor'],
)

const block = mapping<Block>(
  {
    id: name,
    class: one(BLOCK_CLASSES),
    severity: one(SEVERITIES),
    indicators: many(name),
    what: name,
    items: many(mapping<BlockItem>({ words: name, places: many(place) })),
    places: many(place),
    folder: { ...name, description: 'Where what is not there would lie.' },
    basis: words,
    act: words,
    findings: many(name),
  },
  {},
  ['folder'],
)

const source = mapping<Source>({
  rule: name,
  text: { ...name, description: 'As it is quoted, with edition and article.' },
  for: words,
  says: words,
  law: words,
  edition: { ...date, type: ['string', 'null'] },
  article: words,
  source: words,
  checked: { ...date, type: ['string', 'null'] },
  verified: { type: 'boolean' },
})

const indicator = mapping<IndicatorResult>({
  id: name,
  level1: words,
  text: words,
  part: one(PARTS),
  outcome: one(OUTCOMES),
  note: words,
})

const extents: readonly Evidence['extent'][] = ['whole', 'partly', 'unread']

const read = mapping<FileResult>({
  path: { ...name, description: 'Relative to the unit, with /, NFC.' },
  sha256,
  bytes: count,
  format: one(FILE_FORMATS),
  read: one(extents),
  pages: count,
  pagesRead: count,
  matches: many(mapping<FileResult['matches'][number]>({ indicator: name, material: words, why: words })),
  facts: mapping<FileResult['facts']>({ documentNumber: name, title: name, issuer: name, issued: date }, {}, [
    'documentNumber',
    'title',
    'issuer',
    'issued',
  ]),
})

const problem = mapping<Problem>({ code: one(Object.keys(PROBLEM_CODES)), message: name, file: name }, {}, ['file'])

/** The report as JSON: the contract that everything else hangs on. A key that core/report.ts lacks does not compile. */
export const reportSchema = (): Schema =>
  file(
    'Report',
    mapping<Report>({
      format: { type: 'integer', const: 2 },
      tool: mapping<Report['tool']>({ name, version: name }),
      system: mapping<Report['system']>({ id: name, version: name, name, sha256 }),
      unit: mapping<Report['unit']>({ name, kind: one(UNIT_KINDS) }),
      asOf: date,
      clock: words,
      summary: mapping<Report['summary']>({
        indicators: counts,
        findings: counts,
        files: mapping<Report['summary']['files']>({
          total: count,
          read: count,
          partly: count,
          unread: count,
          unmatched: count,
        }),
      }),
      indicators: many(indicator),
      blocks: many(block),
      findings: many(finding),
      sources: many(source),
      files: many(read),
      problems: many(problem),
    }),
  )
