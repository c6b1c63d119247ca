import { explained } from '../../../core/explained.ts'
import { percentName } from '../../../core/percent.ts'
import { anyOf } from '../../asks/conditions.ts'
import { tables as judge } from './tables.ts'

export const tables = explained(judge, {
  name: '台账逐行核对',
  limits: '凡名称相符的台账都核对，不论什么样式；表中注明延期的，按延长后的期限；其他规则已经指出的行，不再重复。',
  usual: '`about`（名称里的字样）、`first` 和 `then`（先后）、`undone`（应当办的事）、`late: gap/ask/ignore`',
  asks: (asked) => [
    `核对名称中有${asked.about.map((some) => anyOf(some)).join('，并有')}的台账。`,
    asked.first.length > 0 && `${asked.first.join('、')}应不晚于${asked.then.join('、')}；倒置的，判为缺口。`,
    asked.late === 'gap' && '超过表中所列期限的，判为缺口；注明延期但没有写延至何时的，列为存疑。',
    asked.late === 'ask' && '超过表中所列期限的，列为存疑。',
    asked['at-most'] !== null &&
      `${asked.from.join('、')}至${asked.to.join('、')}应不超过${asked['at-most']}${asked.unit === 'day' ? '日' : '个工作日'}；超过的，或者到期仍空白的，判为缺口${asked['of-kinds'].length > 0 ? `；台账写明种类的，只管${anyOf(asked['of-kinds'])}` : ''}。`,
    asked['own-terms'].length > 0 &&
      `${asked['own-terms'].join('、')}的期限在本单位的制度中查找，制度施行后超过的，判为缺口。`,
    asked['own-amounts'].length > 0 &&
      `本单位${asked['own-amounts'].join('、')}的目录写明罚款多少以上须审核的，达到而没有审核的，判为缺口；没有这样的目录而登记为没有审核的，列为存疑。`,
    asked.undone.length > 0 && `登记为没有${asked.undone.join('、')}的，判为缺口；还没到期的不算。`,
    asked.grounded && '登记没有依据却仍保留的，判为缺口。',
    asked.cited && '依据一栏没有写明哪部法哪一条，而别的行都写明的，判为缺口。',
    asked.current && '依据写的是民法典施行时已经废止的法律，而没有注明调整的，判为缺口。',
    asked.contrary.length > 0 &&
      `表中写明有下列情形的，判为缺口：${asked.contrary
        .map((one) =>
          one
            .split(' ')
            .map((part) => anyOf(part.split('|')))
            .join('，并有'),
        )
        .join('；')}${asked.unless.length > 0 ? `；同时写有${anyOf(asked.unless)}的不算` : ''}。`,
    asked.yes.length > 0 && `${anyOf(asked.yes)}的栏应当填“是”，填“否”的，判为缺口；写明理由的不算。`,
    asked.no.length > 0 && `${anyOf(asked.no)}的栏应当填“否”“无”，填“是”“有”的，判为缺口；已经取消、纠正的不算。`,
    asked['at-least-days'] !== null &&
      `${asked.from.join('、')}从起到止应不少于${asked['at-least-days']}${asked.unit === 'day' ? '日' : '个工作日'}；不足的，判为缺口；写明缩短的，列为存疑。`,
    asked.unique.length > 0 && `${anyOf(asked.unique)}一物一号；两行相同的，判为缺口。`,
    asked.gone && '本指标的清单已列为取消、废止、没有资格的，别的表里仍有的，判为缺口。',
    asked.filled.length > 0 &&
      `${asked.filled.map((some) => anyOf(some)).join('、')}等栏目不应空白；整栏多数已填、个别空白的，判为缺口。`,
    asked.active.length > 0 && `${anyOf(asked.active)}各栏全是0，而别的行都有的，判为缺口。`,
    asked['at-least-days'] !== null &&
      `${asked.from.join('、')}${asked.to.length > 0 ? `至${asked.to.join('、')}` : '从起到止'}应不少于${asked['at-least-days']}${asked.unit === 'day' ? '日' : '个工作日'}；不足的，判为缺口。`,
    asked.reduced && '报告写明“由几项压减为几项”的，与表中逐项保留、取消的件数核对。',
    asked.marked && '各行都打勾的栏，个别行空白的，判为缺口；不需要的应当划“—”或写明。',
    asked['each-at-least'] !== null &&
      `每一行的${anyOf(asked.rates)}按所由算出的两栏重算，应不低于${percentName(asked['each-at-least'])}；不足的，判为缺口。`,
    asked['two-persons'] && '执法人员一栏只有一人的，判为缺口。',
    asked.only.length > 0 && `没有办的，只核对表中写明属于${anyOf(asked.only)}的行。`,
    asked.certified && '辅助人员名册上的人列为承办人员的，判为缺口。',
    asked.running && '合同期、聘期已满而没有续签、仍在岗的，为不符。',
    asked.numbered && '一个文号用在两件上，序列中又有空号的，判为缺口；没有空号的，列为存疑。',
    asked.registered && '表中标为重大、已经决定的案件，法制审核登记中没有的，判为缺口。',
    asked.transferred &&
      '登记写明涉嫌犯罪、应当移送，移送登记中没有而已经决定、结案的，判为缺口；还没有结案的，列为存疑。',
    asked['in-date'] && '承办人员的执法证件在办理以前已经到期的，判为缺口。',
    asked['claimed-as'].length > 0 &&
      `有不符的行而统计表、自查报告仍称${anyOf(asked['claimed-as'])}达标的，也判为缺口。`,
    asked.rates.length > 0 &&
      asked['at-least'] !== null &&
      `按合计行重算${anyOf(asked.rates)}，应不低于规定的比率；不足的，判为缺口。`,
    asked.satisfied && '满意度按满意、基本满意的合计占收回的份数重算。',
    asked.undone.length + asked.first.length > 0 &&
      '表注或者同放的制度写明数额到多少须办的（罚款2万元以上须经审核），达到而没有办的，判为缺口。',
    asked.late !== 'ignore' &&
      '本单位的制度、通知、责任清单和表注里用数字写明的要求（多少日内办什么、几年一修、每年多少学时、每月几次、多少分合格），也同这些行对照；不符的，连同写明要求的地方一起指出。',
    !asked.numbered && '比率与所列数字不符、合计与各行之和不符的，列为存疑。',
  ],
})
