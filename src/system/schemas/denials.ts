import type { RawDenial, RawDenials } from '../raw.ts'
import { file, flag, INDICATOR_ID, list, listOrNone, mapping, type Schema, SLUG, text } from './shape.ts'

const id = text('指标编号', INDICATOR_ID)

const denial = mapping<RawDenial>({
  id: text('编号', SLUG),
  name: text('没有的是什么'),
  of: listOrNone(text('名称'), '没有的事物：后面接着别的名词的不算'),
  acts: listOrNone(text('动词'), '名称前可以用的动词；不写即用通用的'),
  all: listOrNone(list(text('词'), '一组词', { minItems: 1 }), '一句否定里每组各有一个词'),
  answers: listOrNone(id, '说了这话即整项不再要求的指标'),
  states: listOrNone(id, '只作其情况说明的指标'),
  ledgers: listOrNone(text('台账名称'), '按这些台账核算的规则不再要求'),
  befalls: flag('别人对本单位做的事（被复议、被起诉、收到建议）：说不承担这项职责的不算', { default: false }),
  makers: listOrNone(text('列名'), '台账中写明是谁的事的列：别的单位的，与本单位“没有”不矛盾'),
  cases: mapping<RawDenial['cases']>({
    holds: list(text('句子'), '应认的句子', { minItems: 1 }),
    not: list(text('句子'), '不应认的句子', { minItems: 1 }),
  }),
})

export const denialsSchema = (): Schema =>
  file('Denials', mapping<RawDenials>({ denials: listOrNone(denial, '“没有此类事项”的说法') }))
