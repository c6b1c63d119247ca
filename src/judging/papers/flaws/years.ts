/** The years that a name states: 2021年, 2021年度, (2021), 总结2021. A number of a document is none, a stretch is all of its years. */
export function nameYears(name: string): number[] {
  const text = name.replace(/[〔[][^〕\]]*[〕\]]/gu, '')
  const years = [...text.matchAll(/(?<!\d)(20[12]\d)(?!\d)/gu)].map(([, year]) => Number(year))
  return [...new Set(years)]
}
