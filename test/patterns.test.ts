import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** What patterns may say in Chinese: figures, days and their lengths, how they begin and end, what joins words. It is grammar, no clerk's word. */
const GRAMMAR = new Set(
  `一百 以及 工作日 个工作日 自然日 个自然日 日历日 个月 季度 年度 半年 全年 月份 万元 之内 以内 以上 及以上
   之日 之日起 日起 当日起 当天起 次日起 之前 以前 之后 截止 以来 至今 开始 以外 之外`.split(/\s+/u),
)

/** Rooms that decide what a thing is: their words stand in words/, where people who do not program own them. */
const DECIDING = ['judging', 'audit', 'records', 'placing']

/** Rooms that still spell words out in patterns, and how many: fewer is better, more is not let in. */
const AS_YET: Readonly<Record<string, number>> = { facts: 246 }

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

/** The words of two signs and more in a file's patterns; a class is signs one by one. */
function wordsIn(path: string): string[] {
  const found: string[] = []
  const take = (text: string) => {
    const spelt = text.replace(/\[(?:\\.|[^\]\\])*\]/gu, ' ')
    for (const [word] of spelt.matchAll(/\p{Script=Han}{2,}/gu)) if (!GRAMMAR.has(word)) found.push(word)
  }
  const visit = (node: ts.Node, within: boolean): void => {
    if (ts.isRegularExpressionLiteral(node)) take(node.text)
    // What is handed to `cellWord('…')` names a list.
    else if (within && (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node))) take(node.text)
    const isPattern = ts.isNewExpression(node) && node.expression.getText() === 'RegExp'
    ts.forEachChild(node, (child) => visit(child, within || isPattern))
  }
  visit(ts.createSourceFile(path, readFileSync(`src/${path}`, 'utf8'), ts.ScriptTarget.Latest, true), false)
  return found
}

const roomOf = (path: string): string => path.split('/')[0] ?? ''

test.each(files.filter((path) => DECIDING.includes(roomOf(path))))('%s spells no word out in a pattern', (path) =>
  expect(wordsIn(path)).toEqual([]),
)

test.each(Object.entries(AS_YET))('%s spells out no more words than these: %i', (room, most) => {
  const words = files.filter((path) => roomOf(path) === room).flatMap(wordsIn)
  expect(words.length, words.join(' ')).toBeLessThanOrEqual(most)
})
