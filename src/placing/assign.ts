import { type Fit, type Folder, fitsOf } from './grade.ts'
import type { Subject } from './subject.ts'
import type { WordId } from './vocabulary.ts'
import type { Wanted, Wants } from './wants.ts'

/** What one paper serves, and what it nearly does; each with the reason. */
export type Served = { readonly fit: Fit; readonly how: 'sure' | 'unsure' | 'near' }

/** How much likelier a paper is to serve an indicator, by where it lies and whose the indicator is; 0 is never. */
export type Prior = {
  readonly of: (indicator: string) => number
  readonly folder: (indicator: string) => Folder | undefined
}

/** Materials that score nearly as much as the best serve alike: one roster is asked for by several indicators. */
const ALIKE = 0.92
/** Said by the file's name alone where the paper's own title says something else. */
const BEHIND = 0.8

export type Weighed = Fit & { readonly total: number }

export function weighed(subject: Subject, wants: Wants, prior: Prior): Weighed[] {
  return candidates(subject, wants).flatMap((wanted) => {
    const chance = prior.of(wanted.indicator)
    if (chance === 0) return []
    const fits = fitsOf(subject, wanted, wants.vocabulary, prior.folder(wanted.indicator))
    return fits.map((fit) => ({ ...fit, total: fit.score * chance }))
  })
}

function candidates({ names }: Subject, { byWord }: Wants): readonly Wanted[] {
  const words = new Set<WordId>(names.flatMap(({ hits }) => hits.map(({ word }) => word)))
  return [...new Set([...words].flatMap((word) => byWord.get(word) ?? []))]
}

/**
 * Of all that a paper may be it is what says most of it; what stands in another conjunct of its name (法制审核机构、人员及
 * 目录清单) is another ground, and may serve another material.
 */
export function winners(fits: readonly Weighed[]): Weighed[] {
  const full = fits.filter(({ missing, genre }) => missing === 0 && genre > 0)
  const top = Math.max(0, ...full.map(({ total }) => total))
  const won = new Set<Weighed>()
  for (const name of new Set(full.map((fit) => fit.name))) {
    const named = full.filter((fit) => fit.name === name)
    for (const conjunct of new Set(named.flatMap(({ touched }) => touched))) {
      const main = named.filter(({ conjuncts }) => conjuncts.includes(conjunct))
      // 法制审核机构、人员: the head stands in another conjunct.
      const here = main.length > 0 ? main : named.filter(({ touched }) => touched.includes(conjunct))
      const best = here.reduce((a, b) => (b.total > a.total ? b : a))
      if (best.total < top * LEAST) continue
      for (const fit of ofOneDossier(here.filter((fit) => isAlike(fit, best)))) won.add(fit)
    }
  }
  const byTitle = Math.max(0, ...[...won].filter(({ name }) => name.by === 'title').map(({ total }) => total))
  return [...won].filter(({ name, total }) => name.by !== 'file' || total >= byTitle * BEHIND)
}

/**
 * 合法性审查意见书 may belong to a decision or to a 规范性文件: what stands around it tells of which dossier it is, and it
 * belongs to that one alone.
 */
function ofOneDossier(fits: readonly Weighed[]): Weighed[] {
  return fits.filter(({ says, frame }) => {
    const most = Math.max(0, ...fits.filter((other) => other.says === says).map((other) => other.frame ?? 0))
    return most === 0 || (frame ?? 0) >= Math.min(most - NEARLY, PLAIN)
  })
}

/**
 * Where it lies tells papers of different matters apart; where two indicators ask for the very same, it serves both. An
 * indicator's own materials overlap more than those of two.
 */
function isAlike(fit: Weighed, best: Weighed): boolean {
  if (fit.says === best.says && fit.borrowed > best.borrowed) return false
  if (fit.total >= best.total * ALIKE) return true
  if (fit.wanted.indicator === best.wanted.indicator)
    return fit.own >= 0.9 && fit.genre === 1 && fit.total >= best.total * 0.75
  return fit.says === best.says && fit.genre >= best.genre && fit.score >= best.score * SAME
}

const SAME = 0.97
const NEARLY = 0.05
/** Said this plainly, a paper is of two dossiers: a meeting takes up several matters. */
const PLAIN = 0.5
const LEAST = 0.35
