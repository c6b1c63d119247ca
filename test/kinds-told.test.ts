import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ExplainedKind } from '../src/core/explained.ts'
import type { Param } from '../src/core/kind.ts'
import { KINDS } from '../src/judging/kinds/index.ts'
import { markdownTable, withBlock } from './helpers/generated.ts'

const kinds: readonly ExplainedKind[] = Object.values(KINDS)

const defaultOf = (param: Param): string => {
  if (!('default' in param)) return ''
  return ` (${typeof param.default === 'string' ? param.default : JSON.stringify(param.default)})`
}

const typeOf = (param: Param): string => (param.type === 'choice' ? param.of.join('·') : param.type)

const params = (kind: ExplainedKind): string =>
  Object.entries(kind.params)
    .map(([name, param]) => `\`${name}\` ${typeOf(param)}${defaultOf(param)}`)
    .join('; ') || '–'

// `npx vitest run test/kinds-told.test.ts -u` writes them; a stale table fails.
test.each([
  [
    'ARCHITECTURE.md',
    markdownTable(
      ['kind', 'judges', 'parameters (default)'],
      kinds.map((kind) => [`\`${kind.name}\` ${kind.words.name}`, kind.summary, params(kind)]),
    ),
  ],
  [
    'docs/指标编写.md',
    markdownTable(
      ['kind', '报告里叫', '管什么', '常用参数'],
      kinds.map(({ name, summary, words }) => [`\`${name}\``, words.name, summary, words.usual]),
    ),
  ],
])('%s tells of every kind in the registry', async (file, table) => {
  await expect(withBlock(readFileSync(file, 'utf8'), 'kinds', table)).toMatchFileSnapshot(`../${file}`)
})
