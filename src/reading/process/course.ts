import type { SeenPage } from '../sight/ocr/clear.ts'
import type { Fatal } from './limits.ts'

/** How far the reading of one file has come, over all the processes that it took. */
export type Course = {
  readonly seen: Map<number, SeenPage>
  /** Pages that are passed over, and for what: those whose own text, and those whose looks, ended two processes. */
  readonly texts: Map<number, Fatal>
  readonly looks: Map<number, Fatal>
  /** After so many bad pages the rest is not tried. */
  rest: Fatal | undefined
}

export const newCourse = (): Course => ({ seen: new Map(), texts: new Map(), looks: new Map(), rest: undefined })

/** The page in hand. */
export type Step = { readonly kind: 'texts' | 'looks'; readonly page: number }

const [TRIES, MOST_PASSED] = [2, 3]

/** What to do about processes that ended over a file: whether to try again, from where it had come to. */
export function attempts(course: Course): (ended: Fatal, step: Step | undefined) => boolean {
  const strikes = new Map<string, number>()
  return (ended, step) => {
    const name = step ? `${step.kind} ${step.page}` : ''
    const times = (strikes.get(name) ?? 0) + 1
    strikes.set(name, times)
    if (times < TRIES) return true
    if (!step) return false
    course[step.kind].set(step.page, ended)
    if (course.texts.size + course.looks.size > MOST_PASSED) course.rest ??= ended
    // Passed over, and yet it ended a third: it is not the page.
    return times === TRIES
  }
}
