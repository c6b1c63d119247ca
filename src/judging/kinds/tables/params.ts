import type { Params, Values } from '../../../core/kind.ts'

/** What a rule may ask of the rows of its tables. */
export const PARAMS = {
  about: { type: 'classes', description: '台账的名称里应有的字样：每组至少出现一个', default: [] },
  except: { type: 'texts', description: '名称里有这些字样的不是', default: [] },
  first: { type: 'texts', description: '本指标要求在先的事（名称见 words/events.yaml）', default: [] },
  then: { type: 'texts', description: '应在其后的事', default: [] },
  undone: { type: 'texts', description: '本指标要求办的事：登记为没有办的即为不符', default: [] },
  late: {
    type: 'choice',
    of: ['gap', 'open', 'ask', 'ignore'],
    description:
      '超过表中期限的：缺口（gap）、还没有办的为缺口而办迟了的存疑（open）、存疑（ask）还是不管（ignore，别的先后也不问）',
    default: 'ask',
  },
  from: { type: 'texts', description: '从哪件事起算（先写的先用）', default: [] },
  to: { type: 'texts', description: '到哪件事为止', default: [] },
  'at-most': { type: 'integer', description: '不超过多少', default: null },
  'at-least-days': {
    type: 'integer',
    description: 'from 所列的事（有起有止的）从起到止不少于多少；写了 to 的，从 from 到 to 不少于多少；不足的为不符',
    default: null,
  },
  unit: { type: 'choice', of: ['day', 'workday'], description: '日（day）还是工作日（workday）', default: 'workday' },
  'of-kinds': {
    type: 'texts',
    description: '台账有一栏写明是哪一种（处罚、许可、检查）的，期限只管这些种类的行',
    default: [],
  },
  'own-terms': { type: 'texts', description: '本单位制度自定期限的事项：在制度中查找它的期限', default: [] },
  'own-amounts': {
    type: 'texts',
    description: '本单位自定数额的事项：在题名有这些字样的目录里查找罚款多少以上须先审核',
    default: [],
  },
  grounded: { type: 'flag', description: '登记无依据仍保留的，为不符', default: false },
  cited: {
    type: 'flag',
    description: '依据一栏只写“有关法律法规”，没有写明哪部法哪一条，而别的行都写明的，为不符',
    default: false,
  },
  current: {
    type: 'flag',
    description: '依据是已经废止的法律、写明是已被新本代替的旧本（见 words/rows.yaml 的 repealed、superseded），为不符',
    default: false,
  },
  contrary: {
    type: 'texts',
    description:
      '一行里写明了本指标所禁止的事，为不符：写法同题名的词，空格隔开的都要有，|隔开的有其一，*代几个字；“结果=撤销”只看表头有“结果”的栏',
    default: [],
  },
  unless: { type: 'texts', description: '一行里有这些字样的，不按 contrary 判', default: [] },
  yes: { type: 'texts', description: '表头有这些字样的栏应当填“是”，填“否”的为不符', default: [] },
  unique: { type: 'texts', description: '表头有这些字样的编号一物一号：两行相同的为不符', default: [] },
  gone: {
    type: 'flag',
    description: '本指标的清单已列为取消、废止或者没有资格的，别的表里仍有的，为不符',
    default: false,
  },
  no: { type: 'texts', description: '表头有这些字样的栏应当填“否”“无”，填“是”“有”的为不符', default: [] },
  filled: { type: 'classes', description: '不应空白的栏目，按表头的字样', default: [] },
  'by-each-year': {
    type: 'month-day',
    description: 'to 的事每年最迟在这一天以前；多数行都在这天以前的表才核对',
    default: null,
  },
  'two-in': { type: 'texts', description: '这些栏多数写两人以上，只写一人的为不符（按表头的字样）', default: [] },
  'each-of': { type: 'texts', description: '一行一人的名册，按这一栏的每个单位数人数（表头）', default: [] },
  'least-each': { type: 'integer', description: '每个单位不少于多少人', default: null },
  chaired: {
    type: 'texts',
    description: '每年至少一次会议由他主持的人的职务：过去了的年份一次也没有的，为不符',
    default: [],
  },
  apart: { type: 'flag', description: '经办和审核、审批是同一人的，为不符', default: false },
  running: { type: 'flag', description: '一行写明的合同期、聘期已满而仍在岗的，为不符', default: false },
  active: {
    type: 'texts',
    description: '这些栏不应全是0：一行里都是0，而别的行都有的，为不符',
    default: [],
  },
  marked: {
    type: 'flag',
    description: '各行都打勾（√、有）的栏，个别行空白的，为不符',
    default: false,
  },
  reduced: {
    type: 'flag',
    description: '为 true 时，表中逐项保留、取消的件数应与报告所写的“由几项压减为几项”一致',
    default: false,
  },
  'two-persons': { type: 'flag', description: '执法人员一栏只有一人的，为不符', default: false },
  certified: {
    type: 'flag',
    description: '辅助人员名册上的人（不在执法人员名册上）列为承办人员的，为不符',
    default: false,
  },
  unaided: { type: 'flag', description: '承办人员都是辅助人员，没有执法人员的，为不符', default: false },
  'in-date': {
    type: 'flag',
    description: '列为承办人员的人，名册上的证件在办这件事以前已经到期的，为不符',
    default: false,
  },
  registered: {
    type: 'flag',
    description: '表中标为重大、已经决定的案件，法制审核登记中没有的，为不符',
    default: false,
  },
  transferred: {
    type: 'flag',
    description: '登记写明涉嫌犯罪、应当移送，移送登记中没有而已经决定、结案的，为不符',
    default: false,
  },
  led: {
    type: 'flag',
    description: '属于 only 各情形的行，到场的只有工作人员、代理人而没有负责人的，为不符',
    default: false,
  },
  numbered: {
    type: 'flag',
    description: '只核对一案一号：同一文号用在两件上的，序列中又有空号的为不符，没有空号的存疑',
    default: false,
  },
  'gone-in': {
    type: 'classes',
    description:
      '只核对已经没有了的是否仍在表中：写明取消、废止的表和文件，名称里有这些字样（每组至少出现一个）；清理意见为废止的行、公告里“废止：《某办法》”、“取消某证明、某证明等几项”都算',
    default: [],
  },
  'amounts-in': {
    type: 'classes',
    description: '只核对数额：同一编号的，不得少于名称里有这些字样的表中所登记的；多数编号两张表数额相同的才核对',
    default: [],
  },
  'listed-in': {
    type: 'classes',
    description:
      '只核对逐项对应：表中每一项都应当在另一张表里有（名称里有这些字样的表，每组至少出现一个），多数项两张表都有而个别项没有的，为不符',
    default: [],
  },
  'not-in': { type: 'texts', description: '名称里有这些字样的不是 listed-in、amounts-in 所说的表', default: [] },
  planned: { type: 'flag', description: '表中是计划办的事：当年的还没有办，不为不符', default: false },
  only: {
    type: 'texts',
    description: '没有办的，只核对表中写明属于这些情形的行；不写则每行都核对',
    default: [],
  },
  'claimed-as': {
    type: 'texts',
    description: '有不符的行时，统计表、自查报告所称的什么率就不实',
    default: [],
  },
  rates: { type: 'texts', description: '统计表中要核算的比率，按表头的字样', default: [] },
  satisfied: { type: 'flag', description: '核算满意度测评表', default: false },
  'at-least': { type: 'percent', description: '比率不低于', default: null },
  'each-at-least': {
    type: 'percent',
    description: '每一行的比率（rates 所列的栏，按所由算出的两栏重算）不低于',
    default: null,
  },
  'total-at-least': {
    type: 'number',
    description: '合计与分项不符的行，合计填到了而分项相加不足这个数的，为不符',
    default: null,
  },
} as const satisfies Params

export type Ask = Values<typeof PARAMS>
