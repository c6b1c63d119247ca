import type { Law, LawArticle, LawEdition } from '../../core/basis.ts'
import { entry, isObject, itemsOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { unlike, unlikeNames } from './twice.ts'

/** Laws that mean one thing only, editions that follow one another, and nothing verified that nobody read. */
export function checkLaws(check: Check, file: object): void {
  const laws = itemsOf(file, 'laws')
  unlikeNames(check, laws, 'also')
  for (const law of laws) {
    for (const edition of itemsOf(law, 'editions')) unlike(check, itemsOf(edition, 'articles'), 'article')
    if (check.sound<Law>(law)) checkEditions(check, law)
  }
}

function checkEditions(check: Check, { editions }: Law): void {
  editions.forEach((edition, index) => {
    const before = editions[index - 1]
    const { from, until } = edition
    if (from && until && from > until) check.tell(edition, 'until', `失效日（${until}）早于施行日（${from}）`)
    if (editions.length > 1 && !from) check.tell(edition, 'name', '有几个版本的，每个版本都要写明施行日（from）')
    if (before && from && before.from && before.from >= from)
      check.tell(edition, 'from', `版本须按施行日先后排列：${from}不晚于上一版的${before.from}`)
    else if (before && from && (before.until === null || before.until >= from))
      check.tell(before, before.until ? 'until' : 'name', `下一版自${from}起施行，本版须用 until 写明施行至前一日`)
    for (const article of edition.articles) checkArticle(check, article, edition, before)
  })
}

function checkArticle(check: Check, article: LawArticle, edition: LawEdition, before: LawEdition | undefined): void {
  if (article.verified) checkRead(check, article, article.source || edition.source, article.checked ?? edition.checked)
  if (article.was === null) return
  const known = before?.articles.map((one) => one.article) ?? []
  if (!before) check.tell(article, 'was', '没有更早的版本，不用写 was')
  else if (!known.includes(article.was))
    check.tell(article, 'was', `上一版本没有列出${quoted(article.was)}${hint(article.was, known)}`)
}

/** What is called verified says where it was read, and when. */
export function checkRead(check: Check, holder: object, source: unknown, checked: unknown): void {
  if (!source) check.tell(holder, 'verified', '写了 verified: true，须用 source 写明在何处读到')
  if (!checked) check.tell(holder, 'verified', '写了 verified: true，须用 checked 写明何日核对')
}

/** Every law by the names that rules may use; null where its entry has faults of its own. */
export function lawsKnown(file: object | undefined, sound: (value: unknown) => value is Law): Map<string, Law | null> {
  const known = new Map<string, Law | null>()
  for (const law of itemsOf(file, 'laws')) {
    const also = entry(law, 'also')
    const names = [entry(law, 'name'), entry(law, 'title'), ...(Array.isArray(also) ? also : [])]
    for (const name of names) if (typeof name === 'string') known.set(name, isObject(law) && sound(law) ? law : null)
  }
  return known
}
