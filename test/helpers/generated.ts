/** A Markdown page with what stands between `<!-- name -->` and `<!-- /name -->` replaced; the rest is written by hand. */
export function withBlock(page: string, name: string, block: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const from = page.indexOf(open)
  const to = page.indexOf(close)
  if (from < 0 || to < from) throw new Error(`no block ${name}`)
  return `${page.slice(0, from + open.length)}\n${block}\n\n${page.slice(to)}`
}

/** Cells hold no line breaks; a bar in one is escaped. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
