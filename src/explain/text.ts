import { visible } from '../language/visible.ts'
import type { Block } from './blocks.ts'

/** A page for the screen. */
export function pageText(blocks: readonly Block[]): string {
  return `${blocks.flatMap(linesOf).map(visible).join('\n').trim()}\n`
}

function linesOf(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return ['', block.depth === 1 ? block.text : block.depth === 2 ? `【${block.text}】` : `  ▸ ${block.text}`]
    case 'text':
      return [`  ${block.text}`]
    case 'quote':
      return ['', block.text]
    case 'list':
      return block.items.flatMap(({ strong = '', text, more = [] }) => [
        `  · ${strong}${text}`,
        ...more.map((line) => `      ${line}`),
      ])
    case 'table':
      return block.rows.map((row) => `  · ${rowText(block.head, row)}`)
    case 'link':
      return [`  ${block.before}`]
  }
}

/** Columns of Han signs and long lists do not fit a screen side by side, so each row is a line. */
function rowText(head: readonly string[], [first = '', ...cells]: readonly string[]): string {
  const said = cells.flatMap((cell, index) => (cell === '' ? [] : [named(head[index + 1] ?? '', cell)]))
  return `${first}（${said.join('；')}）`
}

const named = (head: string, cell: string): string => (cell === head || head === '填什么' ? cell : `${head}：${cell}`)
