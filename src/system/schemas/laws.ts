import type { Law, LawArticle, LawEdition } from '../../core/basis.ts'
import type { RawBasis, RawLaws } from '../raw.ts'
import { day, file, flag, list, listOrNone, mapping, orNull, type Schema, text, words } from './shape.ts'

const article = mapping<LawArticle>({
  article: text('条款号，如第六十一条、（五）；整份文件写“全文”', { examples: ['第六十一条'] }),
  says: text('条文的要点，几个字'),
  text: words('条文原文中与要求有关的部分'),
  was: orNull(text('上一版本中同一内容的条款号')),
  verified: flag('是否已核对原文', { default: false }),
  source: words('在何处读到；不写即为该版本的出处'),
  checked: orNull(day('何日核对；不写即为该版本的核对日')),
})

const edition = mapping<LawEdition>({
  name: words('版本，如 2021年修订；只有一个版本的可以不写'),
  from: orNull(day('何日起施行；查不到的可以不写')),
  until: orNull(day('施行至何日；仍然有效的不写')),
  source: words('在何处读到条文'),
  checked: orNull(day('何日核对条文')),
  articles: list(article, '要求所引用的条款', { minItems: 1 }),
})

const law = mapping<Law>({
  name: text('简称或文号，要求按此引用，报告按此显示', { examples: ['行政处罚法'] }),
  title: text('全称'),
  also: listOrNone(text('名称'), '引用时可用的别的叫法'),
  editions: list(edition, '各个版本，先后为序', { minItems: 1 }),
})

export const lawsSchema = (): Schema =>
  file('Laws', mapping<RawLaws>({ laws: list(law, '法律、法规和文件', { minItems: 1 }) }))

/** What a rule says of its basis: a law of laws.yaml, or a text of its own. */
export const basisSchema: Schema = mapping<RawBasis>({
  law: orNull(text('laws.yaml 中的简称、文号或别名')),
  edition: orNull(day('哪个版本：写其施行日；有几个版本的必须写')),
  // Types with keywords that each bind only one of them, not `anyOf`: a failed branch of that says nothing useful.
  article: {
    type: ['string', 'array', 'null'],
    minLength: 1,
    minItems: 1,
    items: { type: 'string', minLength: 1 },
    description: '条款号，一条或几条；不写即为整份文件',
    examples: ['第六十一条'],
    default: null,
  },
  for: words('引用来说明什么；不写即用 laws.yaml 中的条文内容'),
  text: orNull(text('laws.yaml 以外的依据')),
  verified: flag('是否已核对原文；写 law 的以 laws.yaml 为准', { default: false }),
  source: words('在何处读到'),
  checked: orNull(day('何日核对')),
})
