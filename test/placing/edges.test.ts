import { describe, expect, test } from 'vitest'
import { type Weighed, winners } from '../../src/placing/assign.ts'
import { fitsOf } from '../../src/placing/grade.ts'
import { tokenOf } from '../../src/placing/number-token.ts'
import type { Name, Subject } from '../../src/placing/subject.ts'
import { isOwn, isSerial, type Topic } from '../../src/placing/topics.ts'
import { type Vocabulary, vocabularyOf } from '../../src/placing/vocabulary.ts'
import type { Wanted } from '../../src/placing/wants.ts'
import { solid } from '../../src/placing/wording.ts'
import { material } from '../helpers/documents.ts'
import { OUTLINE } from './outline.ts'

describe('a word whose halves may stand apart', () => {
  const hits = (text: string) => vocabularyOf(new Map([['征求意见', 1]]), 100).hitsIn(solid(text)).length
  test('is known with what it is about between them', () => expect(hits('征求停车方案意见')).toBe(1))
  test('with sixteen signs between', () => expect(hits(`征求${'停'.repeat(16)}意见`)).toBe(1))
  test('not with seventeen', () => expect(hits(`征求${'停'.repeat(17)}意见`)).toBe(0))
  test('nor from half of it', () => expect(hits('征求停车方案')).toBe(0))
})

describe('a number before a sort of material is a clerk’s serial', () => {
  const says = (name: string) => tokenOf(name, OUTLINE).says
  test('up to 12', () => expect(says('12.制度文件')).not.toBe('ids'))
  test('from 13 on it is an indicator', () => expect(says('13.制度文件')).toBe('ids'))
})

describe('a folder’s number is the clerk’s own, by its words', () => {
  const WORDS = '停车收费管'
  const PAIRS = ['停车', '车收', '收费', '费管']
  const topic = (id: string, pairs: number, words: readonly string[] = []): Topic => ({
    id,
    levels: [],
    names: [],
    says: [],
    words,
    grams: new Set(PAIRS.slice(0, pairs)),
  })
  const serial = (own: Topic, other: Topic) => isSerial([own, other], own.id, WORDS)

  test('not where half of their pairs are the indicator’s', () => {
    expect(serial(topic('7', 2), topic('30', 4))).toBe(false)
    expect(isOwn([topic('7', 2)], '7', WORDS)).toBe(true)
    expect(isOwn([topic('7', 1)], '7', WORDS)).toBe(false)
  })
  test('where another has half of them more', () => {
    expect(serial(topic('7', 1), topic('30', 3))).toBe(true)
    expect(serial(topic('7', 1), topic('30', 2))).toBe(false)
  })
  test('where nobody has any of them', () => expect(serial(topic('7', 0), topic('30', 0))).toBe(true))
  test('where another holds a whole word of them, unless it is the indicator’s by three quarters', () => {
    expect(serial(topic('7', 2), topic('30', 0, ['收费']))).toBe(true)
    expect(serial(topic('7', 3), topic('30', 0, ['收费']))).toBe(false)
  })
  test('up to 20', () => {
    expect(serial(topic('20', 0), topic('30', 0))).toBe(true)
    expect(serial(topic('21', 0), topic('30', 0))).toBe(false)
  })
})

describe('what only the file’s name says', () => {
  const name = (by: 'title' | 'file') => ({ by, text: by }) as unknown as Weighed['name']
  const said = (by: 'title' | 'file', total: number): Weighed => ({
    wanted: { indicator: by, material: material(by) } as unknown as Weighed['wanted'],
    name: name(by),
    score: total,
    own: 1,
    genre: 1,
    coverage: 1,
    missing: 0,
    lacking: [],
    conjuncts: [0],
    touched: [0],
    words: [],
    says: by,
    borrowed: 0,
    frame: null,
    total,
  })
  const won = (total: number) => winners([said('title', 1), said('file', total)]).map((one) => one.name.by)
  test('counts where it says four fifths of what the title says', () => expect(won(0.8)).toEqual(['title', 'file']))
  test('not where it says less', () => expect(won(0.79)).toEqual(['title']))
})

describe('what only a folder or a heading says of the dossier', () => {
  const [SAID, SECOND, FRAME] = [0, 1, 2]
  const score = (second: number, ...topic: number[]) => {
    const hit = (word: number) => ({ word, at: 0, end: 2, says: 1 })
    const heading = { matter: '停车', genres: new Set(), kind: 0, ends: [2], denied: false }
    const name = { by: 'title', text: '停车', heading, hits: [hit(SAID), hit(SECOND)] } as unknown as Name
    const subject = { names: [name], context: new Map(), forms: new Set(), isShot: false } as unknown as Subject
    const ways = [{ slots: topic.map((word) => [word]), genres: null }]
    const wanted = { material: material('m'), ways, except: [] } as unknown as Wanted
    const weights = [1, second, 1]
    const vocabulary = { weights, frames: new Set([FRAME]), general: [false, false, false] } as unknown as Vocabulary
    return fitsOf(subject, wanted, vocabulary, { words: new Set([FRAME]), strength: 1 })[0]!.score
  }
  const inName = (weight: number) => score(weight, SAID, SECOND)
  const around = score(1, SAID, FRAME)
  test('counts for more than nothing', () => expect(around).toBeGreaterThan(score(1, SAID)))
  test('for as much as a word of the name that weighs a third', () => {
    expect(inName(0.36)).toBeGreaterThan(around)
    expect(inName(0.34)).toBeLessThan(around)
  })
})
