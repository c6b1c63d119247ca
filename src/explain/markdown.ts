import type { Block, Item } from './blocks.ts'

/** A page for a repository's site. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(writtenBlock).join('\n\n')}\n`
}

function writtenBlock(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `${block.anchor ? `<a id="${attribute(block.anchor)}"></a>\n\n` : ''}${'#'.repeat(block.depth)} ${escaped(block.text)}`
    case 'text':
      return escaped(block.text)
    case 'quote':
      return `> ${escaped(block.text)}`
    case 'list':
      return block.items.map(item).join('\n')
    case 'table':
      return [block.head, block.head.map(() => null), ...block.rows].map(row).join('\n')
    case 'link':
      return `- ${escaped(block.before)}[${escaped(block.text)}](${block.to.split('/').map(address).join('/')})`
  }
}

const item = ({ strong, text, more = [] }: Item): string =>
  [
    `- ${strong ? `**${escaped(strong)}**` : ''}${escaped(text)}`,
    ...more.map((line) => `  - ${escaped(line.trim())}`),
  ].join('\n')

const row = (cells: readonly (string | null)[]): string =>
  `| ${cells.map((cell) => (cell === null ? '---' : escaped(cell))).join(' | ')} |`

const address = (part: string): string => part.split('#').map(encodeURIComponent).join('#')

const attribute = (text: string): string => text.replace(/[^\w.-]/g, '')

/** Texts of a system come from outside: none may become markup, end a table's cell, or start a line of its own. */
export const escaped = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|~&$]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(/^(\s*)([#+-]|\d+[.)](?=\s))/, '$1\\$2')
