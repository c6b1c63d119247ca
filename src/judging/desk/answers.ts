import type { Answer, Package } from '../../core/package.ts'

/** The latest answer: reviewers read after the submission day what stood on it. Of two on one day, the one that asks for more. */
export function answerTo({ answers }: Pick<Package, 'answers'>, rule: string): Answer | undefined {
  return answers
    .filter((answer) => answer.rule === rule)
    .toSorted((a, b) =>
      a.on !== b.on ? (a.on < b.on ? 1 : -1) : Number(b.answer === '不符合') - Number(a.answer === '不符合'),
    )[0]
}
