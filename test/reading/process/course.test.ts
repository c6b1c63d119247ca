import { expect, test } from 'vitest'
import { attempts, newCourse, type Step } from '../../../src/reading/process/course.ts'

const look = (page: number): Step => ({ kind: 'looks', page })

test('a file without pages is tried twice', () => {
  const mayTryAgain = attempts(newCourse())
  expect([mayTryAgain('crashed', undefined), mayTryAgain('crashed', undefined)]).toEqual([true, false])
})

test('a page that ends two processes is passed over, and the others are read', () => {
  const course = newCourse()
  const mayTryAgain = attempts(course)
  expect(mayTryAgain('timed-out', look(7))).toBe(true)
  expect([...course.looks]).toEqual([])
  expect(mayTryAgain('timed-out', look(7))).toBe(true)
  expect([...course.looks]).toEqual([[7, 'timed-out']])
  expect(mayTryAgain('crashed', { kind: 'texts', page: 2 })).toBe(true)
  expect(mayTryAgain('crashed', { kind: 'texts', page: 2 })).toBe(true)
  expect([...course.texts]).toEqual([[2, 'crashed']])
  expect(course.rest).toBeUndefined()
})

test('after three bad pages the fourth ends the trying: what is read until then is kept', () => {
  const course = newCourse()
  const mayTryAgain = attempts(course)
  for (const page of [1, 2, 3]) for (const _ of [1, 2]) expect(mayTryAgain('timed-out', look(page))).toBe(true)
  expect(course.rest).toBeUndefined()
  for (const _ of [1, 2]) expect(mayTryAgain('timed-out', look(4))).toBe(true)
  expect(course.rest).toBe('timed-out')
})

test('a page that was passed over and ends a third process is not the culprit', () => {
  const mayTryAgain = attempts(newCourse())
  for (const _ of [1, 2]) expect(mayTryAgain('crashed', look(1))).toBe(true)
  expect(mayTryAgain('crashed', look(1))).toBe(false)
})
