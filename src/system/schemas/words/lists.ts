import { CELL_LISTS } from '../../../language/cell-words.ts'
import { PAPER_LISTS } from '../../../language/paper-words.ts'
import type { Schema } from '../shape.ts'
import { spelt } from './shape.ts'

const NAMING = [
  'usual',
  'usualEnds',
  'copies',
  'editions',
  'issuing',
  'seeking',
  'asking',
  'denying',
  'notUndone',
  'notWithout',
  'nilAsides',
  'sortsLead',
  'sorts',
  'sortsEnds',
  'counted',
  'notOurs',
  'uncollected',
  'anothers',
  'nil',
  'statements',
  'uncollected',
  'anothers',
  'notStatements',
  'signers',
  'agenda',
  'minutes',
  'about',
] as const

const CLAIMS = [
  'rates',
  'stressed',
  'reached',
  'demands',
  'asAsked',
  'openings',
  'round',
  'near',
  'units',
  'shares',
  'states',
  'already',
  'how',
  'done',
  'late',
  'partly',
  'everyone',
  'reaching',
  'hours',
  'universal',
  'timely',
  'general',
  'reducing',
  'reduced',
] as const

const ACTS = [
  'given',
  'posts',
  'deputies',
  'last',
  'first',
  'labels',
  'spoke',
  'stages',
  'calls',
  'openly',
  'public',
  'callingNotices',
  'callTerms',
  'shortened',
  'market',
  'regulated',
  'concerns',
  'law',
  'lawHeads',
  'decisions',
  'lacking',
  'building',
  'cameIn',
  'givenOut',
] as const

const SIGNING = [
  'sign',
  'days',
  'results',
  'closings',
  'bounded',
  'terms',
  'renewed',
  'renewing',
  'within',
  'appended',
  'jointly',
  'counted',
  'samples',
  'own',
] as const

/** Files that are lists of words and nothing else: which lists each has. What a list means stands over it in the file. */
export const LISTS = {
  naming: NAMING,
  claims: CLAIMS,
  acts: ACTS,
  signing: SIGNING,
  cells: CELL_LISTS,
  papers: PAPER_LISTS,
} as const

export type ListsFile = keyof typeof LISTS

export const LISTS_FILES: readonly ListsFile[] = ['naming', 'claims', 'acts', 'signing', 'cells', 'papers']

export const lists = (file: ListsFile): Schema => ({
  type: 'object',
  properties: Object.fromEntries(LISTS[file].map((name) => [name, spelt('词')])),
  required: LISTS[file],
  additionalProperties: false,
})
