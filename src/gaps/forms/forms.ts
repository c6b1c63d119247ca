import { written } from '../../core/day.ts'
import type { ListOf } from '../book/book.ts'
import { indicatorsOf, placesOf, problemOf } from '../item-words.ts'
import { deadlineOf, grantOf, type Round } from '../model/entry.ts'
import { standingOf } from '../model/fold.ts'
import { numberOf } from '../model/history.ts'
import { openRows, type Shown } from '../rows.ts'
import { wordOf } from './word.ts'

/** 整改通知单: what goes to a unit to be mended, for both to sign. */
export function noticeOf({ report, history, on }: ListOf): Promise<Uint8Array> {
  const rows = openRows(standingOf(history), on).list.filter(
    ({ round }) => !grantOf(round, on) && round.state !== '已整改待复核',
  )
  return wordOf({
    title: '问题整改通知单',
    lines: [
      `${report.unit.name}：`,
      `　　经按《${report.system.name}》（${report.system.version}）审核你单位报送的佐证材料（审核日${written(report.asOf)}），发现下列${rows.length}个问题，请按要求在时限内整改，并在问题整改清单中填写整改措施和完成情况。`,
      `清单号 ${numberOf(history)}　　签发日期：　　　年　　月　　日`,
    ],
    columns: [
      { header: '序号', width: 700, centred: true },
      { header: '指标', width: 1000, centred: true },
      { header: '问题', width: 5300 },
      { header: '依据', width: 2800 },
      { header: '整改要求', width: 3600 },
      { header: '时限', width: 1500, centred: true },
    ],
    rows: rows.map(({ entry, round }) => [
      String(entry.number),
      indicatorsOf(round.item),
      problemOf(round.item),
      round.item.basis,
      demandOf(round),
      deadlineOf(round),
    ]),
    signed: [
      ['签发单位（盖章）：', '接收单位（盖章）：'],
      ['负责人（签字）：　　　　　　　年　　月　　日', '负责人（签字）：　　　　　　　年　　月　　日'],
    ],
  })
}

/** On paper there is no other column that names the folder. */
function demandOf({ item, sentBack }: Round): string {
  const last = sentBack.at(-1)
  return [item.act, item.folder !== undefined && placesOf(item), last && `补充要求：${last.why}`]
    .filter(Boolean)
    .join('\n')
}

/** 销号申请单: what a unit says it has mended, and what the look at it has brought. */
export function closingOf({ report, history, on }: ListOf): Promise<Uint8Array> {
  const shown = [...standingOf(history).entries.values()]
    .flatMap((entry) => entry.rounds.map((round): Shown => ({ entry, round, on })))
    .filter(({ round }) => round.handedIn !== '')
    .sort((a, b) => a.entry.number - b.entry.number || a.round.round - b.round.round)
  return wordOf({
    title: '整改销号申请单',
    lines: [
      `${report.unit.name}对下列${shown.length}个问题已完成整改，申请复核销号。`,
      `清单号 ${numberOf(history)}　　申请日期：　　　年　　月　　日`,
    ],
    columns: [
      { header: '序号', width: 700, centred: true },
      { header: '问题', width: 3900 },
      { header: '采取的措施', width: 2300 },
      { header: '完成时间', width: 1400, centred: true },
      { header: '佐证', width: 2500 },
      { header: '申请人', width: 1000, centred: true },
      { header: '复核意见', width: 3100 },
    ],
    rows: shown.map(({ entry, round }) => [
      round.round > 1 ? `${entry.number}（第${round.round}轮）` : String(entry.number),
      `${namesOf(round)}：${problemOf(round.item)}`,
      round.fields.整改措施 ?? '',
      round.handedIn,
      round.fields.完成情况 ?? '',
      round.fields.责任人 ?? '',
      outcomeOf(round),
    ]),
    signed: [
      [
        '整改单位负责人（签字）：　　　　　　　年　　月　　日',
        '指标资料组负责人（签字）：　　　　　　　年　　月　　日',
      ],
    ],
  })
}

function outcomeOf({ state, closed, recheck, sentBack, fields }: Round): string {
  const reviewed = [fields.复核意见, fields.复核人, fields.复核日期].filter(Boolean).join(' ')
  const last = sentBack.at(-1)
  const found = closed
    ? `${state}（${closed.on}）：${closed.why}`
    : state === '退回' && last
      ? `退回（${last.on}）：${last.why}`
      : recheck?.why && `${recheck.result}：${recheck.why}`
  return [found, reviewed].filter(Boolean).join('\n')
}

const namesOf = ({ item }: Round): string => (/^\d|^[FJ]/.test(indicatorsOf(item)) ? '指标' : '') + indicatorsOf(item)
