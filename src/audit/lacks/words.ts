import type { Package } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import { titled } from '../../language/prose.ts'

export function nameOf(path: string, documents: Package['documents']): string {
  const title = documents.find(({ evidence }) => evidence.path === path)?.facts.title?.value
  return title ? titled(title) : `“${path.slice(path.lastIndexOf('/') + 1)}”`
}

/** 《甲》（2020年、2021年）, 旁听庭审（2020年0次、2021年0次，应不少于1次）: the years of one series stand together. */
export function things(lacks: readonly Finding[]): string[] {
  const byThing = grouped(lacks, ({ data }) => String(data.material ?? data.name ?? ''))
  return [...byThing].map(([thing, same]) => {
    const notes = [...new Set(same.map(noteOf))].filter((note) => note !== '')
    const [first] = same
    const least = first && first.data.material === undefined ? [`应${first.expected}`] : []
    const all = [...(notes.length > 0 ? [notes.join('、')] : []), ...least]
    return all.length > 0 ? `${thing}（${all.join('，')}）` : thing
  })
}

/** 2020年, or how many there are of it: 2020年0次. */
function noteOf({ data }: Finding): string {
  const period = String(data.period ?? '').replace(/^（|）$/gu, '')
  return data.material === undefined ? `${period}${data.count ?? ''}` : period
}

export function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const one of findings) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
