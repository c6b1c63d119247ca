import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../src/facts/parts.ts'
import { recognise } from '../../../src/facts/recognise.ts'
import { documentOf } from '../document.ts'

const only = (...lines: string[]) => recognise(documentOf(lines.join('\n'))).acts

describe('a notice that lays a draft open', () => {
  test.each([
    ['征求意见时间：2021年4月6日至2021年4月26日。', '2021-04-06', '2021-04-26'],
    ['一、征求意见时间\n2021年4月6日至2021年4月26日。', '2021-04-06', '2021-04-26'],
    ['征求意见期限30日，自2022年1月17日起至2022年2月16日止。', '2022-01-17', '2022-02-16'],
    ['请于2021年5月10日前将意见反馈我局。', '2021-04-06', '2021-05-10'],
  ])('%s', (line, from, until) =>
    expect(
      only(
        '关于公开征求《示例迁建方案（征求意见稿）》意见的公告',
        '现向社会公开征求意见。',
        line,
        '广元市昭化区示例局',
        '2021年4月6日',
      ),
    ).toMatchObject([{ kind: 'consultation', of: ['示例迁建方案'], from, until, shortened: null }]),
  )

  test('says why it is shorter', () =>
    expect(
      only(
        '关于公开征求《示例方案》意见的公告',
        '征求意见时间：2021年6月1日至2021年6月16日。',
        '因情况紧急，期限缩短为15日。',
      ),
    ).toMatchObject([{ shortened: '因情况紧急,期限缩短为15日' }]))

  test('without 《》 is about what its title names', () =>
    expect(only('关于征求示例停车管理办法意见的公告', '征求意见时间：2021年6月1日至2021年6月16日。')).toMatchObject([
      { of: ['示例停车管理办法'] },
    ]))
})

describe('a notice bound into the volume of how a rule was made', () => {
  const volume = (...lines: string[]) =>
    only(
      '示例区摊贩管理规定',
      '制定卷',
      '卷内目录',
      '1.起草说明',
      '2.公开征求意见公告及汇总',
      '起草说明',
      '条款共九条。',
      ...lines,
    )

  test('is found under its own heading, with what the draft is for', () =>
    expect(
      volume(
        '关于《示例区摊贩管理规定（征求意见稿）》公开征求意见的公告',
        '为规范流动摊贩经营行为，我局起草了本规定。公开征求意见时间为2021年4月12日至2021年5月6日。',
        '示例局',
        '2021年4月12日',
        '座谈会记录',
        '时间：2021年4月20日。',
      ),
    ).toMatchObject([{ of: ['示例区摊贩管理规定'], from: '2021-04-12', until: '2021-05-06', market: 'said' }]))

  test('a volume that only lists one has none', () => expect(volume('意见汇总表', '共5条。')).toEqual([]))

  test('a sentence that speaks of one is no notice', () =>
    expect(volume('2021年4月12日发布了公开征求意见的公告，时间为2021年4月12日至2021年5月6日。')).toEqual([]))
})

describe('notices in a town’s own words', () => {
  test('of what is consulted on before the call, with a second day of the same year', () =>
    expect(
      only(
        '关于白鹤村小学改扩建公开听取大家意见的公告',
        '时间：2021年3月1日到3月20日。',
        '白鹤镇人民政府',
        '2021年3月1日',
      ),
    ).toMatchObject([{ of: ['白鹤村小学改扩建'], from: '2021-03-01', until: '2021-03-20' }]))

  test('kept in one paper are several, each with its own days and reasons', () => {
    const whole = documentOf(
      [
        '关于白鹤村小学改扩建公开征求意见的公告',
        '征求意见时间：2021年3月1日至2021年3月20日。因情况紧急缩短。',
        '白鹤镇人民政府',
        '2021年3月1日',
        '关于河堤加固公开征求意见的公告',
        '征求意见时间：2021年5月1日至2021年6月2日。',
      ].join('\n'),
    )
    const found = [whole, ...partsOf(whole)].flatMap((one) => recognise(one).acts)
    expect(found).toMatchObject([
      { of: ['白鹤村小学改扩建'], until: '2021-03-20', shortened: expect.stringContaining('紧急') },
      { of: ['河堤加固'], until: '2021-06-02', shortened: null },
    ])
  })
})

describe('an opinion on legality', () => {
  test('names its subject, when it came in and when it went out', () =>
    expect(
      only(
        '关于《示例停车方案（送审稿）》的合法性审查意见书',
        '示例镇人民政府：',
        '你镇于2022年3月2日报送的《示例停车方案》收悉。根据《四川省示例规定》，经审查：合法。',
        '广元市昭化区司法局',
        '2022年3月14日',
      ),
    ).toMatchObject([
      {
        kind: 'opinion',
        of: ['示例停车方案', '四川省示例规定'],
        received: '2022-03-02',
        issued: '2022-03-14',
        about: '合法性',
      },
    ]))

  test('of which one paper holds several: each with its own days', () =>
    expect(
      only(
        '重大行政决策合法性审查意见书',
        '昭示法审〔2021〕决1号',
        '2021年3月29日送审《示例园区规划》，2021年4月8日出具意见，用时7个工作日。',
        '昭示法审〔2022〕决1号',
        '2022年3月1日送审《示例农田项目布局》，2022年3月14日出具意见。',
        '广元市昭化区示例局法规股',
        '2022年3月14日',
      ),
    ).toMatchObject([
      { of: ['示例园区规划'], received: '2021-03-29', issued: '2021-04-08' },
      { of: ['示例农田项目布局'], received: '2022-03-01', issued: '2022-03-14' },
    ]))

  test('that names another paper beside its own is still one', () =>
    expect(
      only(
        '关于《示例停车方案》的合法性审查意见书',
        '你镇2022年3月2日送审《示例停车方案》。',
        '《示例收费通知》另行办理。',
        '广元市昭化区司法局',
        '2022年3月14日',
      ),
    ).toMatchObject([{ received: '2022-03-02', issued: '2022-03-14' }]))

  test('on an act of enforcement bears that act’s number', () =>
    expect(
      only(
        '行政许可决定法制审核意见书',
        '昭示法审〔2021〕3号',
        '行政审批二股：',
        '同意作出决定（拟文号：昭示许〔2021〕174号）。',
        '广元市昭化区示例局法规股',
        '2021年9月17日',
      ),
    ).toMatchObject([{ about: '法制', numbers: ['昭示许〔2021〕174号'], issued: '2021-09-17' }]))
})

describe('minutes', () => {
  test('tell who presided, in a sentence', () =>
    expect(
      only(
        '会议纪要',
        '2021年3月15日上午，镇党委委员、副镇长张某某在镇政府三楼会议室主持召开专题会议，研究法治政府建设工作。',
      ),
    ).toMatchObject([{ kind: 'meeting', day: '2021-03-15', chair: { name: '张某某', post: '镇党委委员、副镇长' } }]))

  test('tell in their body who presided, where the head only lists those present', () =>
    expect(
      only(
        '2021年法治政府建设专题会议纪要',
        '时间：2021年3月12日9时　地点：镇二会议室',
        '出席：甲某某、乙某某、丙某某',
        '请假：丁某某（外出学习）',
        '会议由党委副书记甲某某主持并讲话。司法所汇报工作。',
      ),
    ).toMatchObject([{ kind: 'meeting', day: '2021-03-12', chair: { name: '甲某某', post: '党委副书记' } }]))

  test('bound into one paper are several, each with its items and who spoke first or last', () => {
    const found = only(
      '局党组会议纪要',
      '时间：2021年4月22日',
      '主持：赵某某',
      '议题一：研究轮岗。何某：同意。赵某某最后发言：同意大家意见。',
      '局党组会议纪要',
      '时间：2021年10月9日',
      '主持：赵某某（局长）',
      '议题一：审议《示例收费通知（送审稿）》。',
      '赵某某首先讲话：今天就定下来。',
      '议题二：研究国庆值班。',
    )
    expect(found).toMatchObject([
      { day: '2021-04-22', items: [{ first: null, last: { quote: expect.stringContaining('最后发言') } }] },
      {
        day: '2021-10-09',
        chair: { name: '赵某某', post: '局长' },
        items: [
          { of: ['示例收费通知'], first: { quote: expect.stringContaining('首先讲话') }, last: null },
          { of: ['国庆值班'] },
        ],
      },
    ])
  })

  test.each(['最后', '末位'])('镇长%s表态 is the last word', (when) =>
    expect(
      only('会议纪要', '2021年3月15日，镇长李某主持召开会议，审议方案。', `一、审议方案。镇长李某${when}表态同意。`),
    ).toMatchObject([{ items: [{ last: { quote: expect.stringContaining(when) } }] }]),
  )

  test('副镇长首先发言 is not the head', () =>
    expect(
      only(
        '会议纪要',
        '2021年3月15日，镇长李某主持召开会议，审议方案。',
        '一、审议方案。副镇长张某首先发言。镇长李某最后表态同意。',
      ),
    ).toMatchObject([{ items: [{ first: null, last: {} }] }]))
})

describe('a report on one’s duties', () => {
  const account = (...lines: string[]) => only('2021年度述职述廉报告', '镇党委副书记、镇长　李某', ...lines)

  test('that speaks of the rule of law', () =>
    expect(account('三、履行推进法治建设第一责任人职责情况')).toMatchObject([
      { kind: 'account', who: { name: '李某', post: '镇党委副书记、镇长' }, year: 2021, law: {} },
    ]))

  test('that does not', () => expect(account('三、抓安全、保稳定')).toMatchObject([{ law: null }]))

  test('a notice to report is none', () =>
    expect(only('关于开展2021年度述职述法工作的通知', '请各单位报送述法报告。')).toEqual([]))
})

describe('minutes as offices keep them', () => {
  const SAID = ['甲某某：今天议一议，我的意见是照这个办。', '乙某某：同意。', '丙某某：同意。', '丁某某：同意。']

  test('a form closes the gap behind the chair’s name', () =>
    expect(
      only(
        '镇长办公会议记录',
        '时间：2021年9月29日　地点：会议室',
        '主持：甲某某　应到4人，实到4人：甲某某、乙某某、丙某某、丁某某',
        '议题：审议《示例提升规划》',
        ...SAID,
      ),
    ).toMatchObject([{ chair: { name: '甲某某' }, items: [{ of: ['示例提升规划'], first: {}, last: null }] }]))

  test('a line over the time names the one matter of the meeting, and its parts are on it', () =>
    expect(
      only(
        '会议纪要',
        '第9期',
        '研究“十四五”示例发展规划',
        '时间：2021年7月22日。主持人：甲某某（局党委书记、局长）。出席：乙某某、丙某某、丁某某。',
        '一、规划股汇报编制情况。',
        '二、讨论情况',
        ...SAID,
        '三、会议决定',
        '会议通过规划。',
      ),
    ).toMatchObject([
      {
        headed: expect.arrayContaining(['研究“十四五”示例发展规划']),
        items: [
          { of: ['“十四五”示例发展规划'] },
          { of: ['“十四五”示例发展规划'], first: {}, last: null },
          { of: ['“十四五”示例发展规划'] },
        ],
      },
    ]))

  test.each(['局长', '甲局长'])('%s: speaks by the post', (name) =>
    expect(
      only(
        '局长办公会记录',
        '时间：2021年7月22日　主持：甲某某（局长）',
        '议题：审议《示例提升规划》',
        `${name}：我的意见就照这个办。`,
        ...SAID.slice(1),
      ),
    ).toMatchObject([{ items: [{ first: {}, last: null }] }]),
  )

  test('副局长 is another', () =>
    expect(
      only(
        '局长办公会记录',
        '时间：2021年7月22日　主持：甲某某（局长）',
        '议题：审议《示例提升规划》',
        '副局长：同意。',
        ...SAID.slice(1),
        '甲某某：大家意见一致。',
      ),
    ).toMatchObject([{ items: [{ first: null, last: {} }] }]))

  test.each([
    ['主持人：党组书记、局长甲某某', '党组书记、局长'],
    ['主持：镇长甲某某', '镇长'],
    ['主持人：甲某某', ''],
  ])('%s: the posts may stand before the name', (line, post) =>
    expect(
      only('局务会议纪要', '时间：2021年9月27日', line, '议题：审议《示例布局规划》', '甲某某首先发言：同意。'),
    ).toMatchObject([{ chair: { name: '甲某某', post }, items: [{ of: ['示例布局规划'], first: {}, last: null }] }]),
  )

  test('numbered speakers under a heading of their own speak on the topic above it', () =>
    expect(
      only(
        '办公会议纪要',
        '时间：2021年10月11日',
        '主持：甲某某（镇长）',
        '议题一：讨论示例市场迁建方案',
        '（一）乙某某汇报起草情况。',
        '（二）讨论发言（按发言先后记录）：',
        '1．甲某某：我先表个态，同意。',
        '2．乙某某：赞成。',
        '3．丙某某：赞成。',
        '4．丁某某：赞成。',
      )
        .flatMap((act) => (act.kind === 'meeting' ? act.items : []))
        .find(({ first }) => first),
    ).toMatchObject({ of: ['示例市场迁建方案'], first: {}, last: null }))

  test('its sections by stages are on what its head says', () =>
    expect(
      only(
        '局务会议纪要',
        '时间：2021年8月26日 地点：四楼会议室',
        '主持人：甲某某（局长）',
        '议题：审议《示例公交改革方案》',
        '一、汇报',
        '乙某某汇报起草情况。',
        '二、讨论发言（按发言先后）',
        '甲某某：我先表个态，同意。',
        '乙某某：同意。',
        '丙某某：我保留意见。',
        '丁某某：同意。',
        '三、议定事项',
        '会议通过该方案。',
      )
        .flatMap((act) => (act.kind === 'meeting' ? act.items : []))
        .find(({ first }) => first),
    ).toMatchObject({ of: ['示例公交改革方案'], first: {}, last: null }))

  test('a section headed by what the chair said first is his word', () =>
    expect(
      only(
        '局务会会议记录',
        '时间：2021年7月30日 地点：三楼 主持：甲某某 记录：戊某某',
        '议题：审议《示例水价方案》',
        '一、甲某某同志讲话',
        '我先讲意见：原则上今天就定下来。',
        '二、汇报',
        '供水股汇报了情况。',
        '三、讨论',
        '乙某某：同意。',
        '丙某某：不同意一次调到位。',
        '丁某某：同意。',
        '四、表决',
        '同意2人，通过。',
      ).flatMap((act) => (act.kind === 'meeting' ? act.items : [])),
    ).toMatchObject([{ of: ['示例水价方案'], first: {}, last: null }]))

  test('where nobody is named as chair, who stands first among those present is', () =>
    expect(
      only(
        '局长办公会会议记录摘录',
        '参会人员除注明外为全体班子成员：甲某某、乙某某、丙某某、丁某某。',
        '〔2021-1 示例水价改革方案〕 时间：2021年4月29日 地点：会议室',
        ...SAID,
        '〔2021-2 示例水源布局方案〕 时间：2021年8月18日 地点：会议室',
        '乙某某：同意。',
        '丙某某：同意。',
        '丁某某：同意。',
        '甲某某（最后发言）：按大家意见办。',
      ),
    ).toMatchObject([
      { chair: { name: '甲某某' }, items: [{ of: ['示例水价改革方案'], first: {}, last: null }] },
      { chair: { name: '甲某某' }, items: [{ of: ['示例水源布局方案'], first: null, last: {} }] },
    ]))

  test('without chair and list nobody is taken for the head', () =>
    expect(only('局长办公会会议记录', '时间：2021年4月29日', ...SAID)).toEqual([]))
})

describe('a volume of minutes', () => {
  const meeting = (day: string, ...lines: string[]) => [`时间：${day}`, '主持：李川', '议题：小学改扩建', ...lines]
  test('that is called 镇长办公会记录 tells by its lines who spoke last', () => {
    const found = only(
      '白鹤镇2021年镇长办公会记录',
      ...meeting('2021年4月20日', '李川：我先说，就按方案办。', '王远：同意。', '赵静：我有意见。', '何林：同意。'),
      ...meeting('2021年6月15日', '王远：同意。', '赵静：同意。', '何林：同意。', '李川：那就这样定。'),
    )
    expect(found).toMatchObject([
      { items: [{ of: ['小学改扩建'], first: { quote: expect.stringContaining('我先说') }, last: null }] },
      { items: [{ first: null, last: { quote: expect.stringContaining('就这样定') } }] },
    ])
  })
})

describe('a report on one’s duties', () => {
  const report = (...lines: string[]) => only('白鹤镇镇长李川2021年度述职述廉报告', ...lines, '李川', '2022年1月14日')
  test('with a section on it says so, whatever that is called', () => {
    expect(report('一、产业', '栽花椒。', '二、抓法治', '带头学法。')).toMatchObject([
      { law: { quote: expect.stringContaining('抓法治') } },
    ])
    expect(report('一、产业', '法治文化广场旁边栽了花椒。', '二、廉洁', '没有收礼。')).toMatchObject([{ law: null }])
  })
})

describe('minutes kept in a book', () => {
  const meeting = (...said: string[]) =>
    only('镇长办公会议记录', '2021年6月17日', '主持：甲某某　应到6人，实到6人', '议题：示例市场搬迁方案。', ...said)
  const ORDER = ['乙某某：同意。', '丙某某：同意。', '丁某某、戊某某、己某某：同意。']

  test('say no 时间: the day stands over who presided', () =>
    expect(meeting('甲某某：我先表个态，今天就定。', ...ORDER)).toMatchObject([
      {
        day: '2021-06-17',
        chair: { name: '甲某某' },
        items: [{ of: ['示例市场搬迁方案'], first: { quote: expect.stringContaining('表个态') }, last: null }],
      },
    ]))
  test('the head who speaks after all others has the last word', () =>
    expect(meeting(...ORDER, '甲某某：综合大家意见，同意。')).toMatchObject([
      { items: [{ first: null, last: { quote: expect.stringContaining('综合') } }] },
    ]))
  test('several speakers in one line are heard each', () =>
    expect(meeting('城建办汇报。乙某某：同意。丙某某：同意。丁某某：同意。', '甲某某：同意实施。')).toMatchObject([
      { items: [{ first: null, last: { quote: expect.stringContaining('同意实施') } }] },
    ]))
  test('two days over the chair are a stretch, and no meeting', () =>
    expect(only('会议记录', '2021年6月17日至2021年6月18日', '主持：甲某某', '议题：示例方案。')).toEqual([]))
})

describe('a form of an opinion', () => {
  const form = (...lines: string[]) => only('重大行政决策合法性审查意见书', '送审单位：城建办', ...lines)

  test('says by its labels when the draft came in and when it went out', () =>
    expect(form('收到送审材料时间：2021年9月28日', '审查结论：合法。', '出具时间：2021年10月11日')).toMatchObject([
      { kind: 'opinion', of: [], received: '2021-09-28', issued: '2021-10-11' },
    ]))
  test('without labels, by what stands behind the days', () =>
    expect(form('2021年9月28日送审，经审查合法。', '示例镇司法所', '2021年10月12日')).toMatchObject([
      { received: '2021-09-28', issued: '2021-10-12' },
    ]))
})
