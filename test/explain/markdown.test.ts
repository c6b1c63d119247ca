import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, markdown } from '../../src/explain/markdown.ts'
import { pageText } from '../../src/explain/text.ts'

test('a page', () => {
  expect(
    markdown([
      { block: 'heading', depth: 2, text: '指标28', anchor: '28' },
      { block: 'quote', text: '原文' },
      { block: 'list', items: [{ strong: '意见书', text: '（必备）', more: ['　题名'] }, { text: '其他' }] },
      { block: 'table', head: ['栏目', '写法'], rows: [['甲|乙', '丙\n丁']] },
      { block: 'link', before: '《台账》。', text: '栏目', to: '台账.md#L01' },
    ]),
  ).toMatchInlineSnapshot(`
    "<a id="28"></a>

    ## 指标28

    > 原文

    - **意见书**（必备）
      - 题名
    - 其他

    | 栏目 | 写法 |
    | --- | --- |
    | 甲\\|乙 | 丙 丁 |

    - 《台账》。[栏目](%E5%8F%B0%E8%B4%A6.md#L01)
    "
  `)
})

test('foreign text is no markup', () => {
  expect(escaped('<script>a|b</script> [x](y) *z* # 1\n# 标题')).toBe(
    '&lt;script\\>a\\|b&lt;/script\\> \\[x\\](y) \\*z\\* # 1 # 标题',
  )
})

test('a text that begins like a list or a heading stays a text', () => {
  expect(['# 一', '- 二', '1. 三', '1.四'].map(escaped)).toEqual(['\\# 一', '\\- 二', '\\1. 三', '1.四'])
})

test('whatever a cell holds, a table keeps its columns and lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const lines = markdown([{ block: 'table', head: ['a', 'b'], rows: [[text, text]] }])
        .trimEnd()
        .split('\n')
      const bars = lines[2]?.replace(/\\./g, '').match(/\|/g)?.length
      expect([lines.length, bars]).toEqual([3, 3])
    }),
  )
})

test('control codes do not reach the screen', () => {
  expect(pageText([{ block: 'text', text: 'a\u001b[2Jb' }])).toBe('a␛[2Jb\n')
})
