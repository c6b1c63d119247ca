/** Words that make a document something other than what it talks about, and what it is then. */
export const NOT_ITSELF: readonly { readonly word: string; readonly is: string }[] = [
  { word: '送审函', is: '送审材料而非审核结论' },
  { word: '送审表', is: '送审材料而非审核结论' },
  { word: '送审稿', is: '送审的草稿而非定稿' },
  { word: '征求意见稿', is: '征求意见的草稿而非定稿' },
  { word: '征求意见函', is: '征求意见的来往函件而非材料本身' },
  { word: '讨论稿', is: '草稿而非定稿' },
  { word: '修改稿', is: '草稿而非定稿' },
  { word: '草稿', is: '草稿而非定稿' },
  { word: '草案', is: '草案而非定稿' },
  { word: '初稿', is: '草稿而非定稿' },
  { word: '模板', is: '空白模板而非填好的材料' },
  { word: '模版', is: '空白模板而非填好的材料' },
  { word: '范本', is: '范本而非本单位的材料' },
  { word: '样表', is: '空白样表而非填好的材料' },
  { word: '样式', is: '空白样式而非填好的材料' },
  { word: '空白', is: '空白表格而非填好的材料' },
  { word: '填写说明', is: '填写说明而非材料本身' },
  { word: '请示', is: '请示件而非材料本身' },
  { word: '函', is: '来往函件而非材料本身' },
  { word: '通知', is: '布置工作的通知而非材料本身' },
]

export const DRAFTS: ReadonlySet<string> = new Set(['送审稿', '征求意见稿', '讨论稿', '修改稿', '草稿', '草案', '初稿'])

/** 关于印发《…》的通知 carries the document itself, 关于建立…机制的通知 is it; any other 关于…的通知 only talks about it. */
export const ISSUES =
  /(?:印发|公布|发布|颁布|公开|公示|下发|建立|成立|设立|调整|明确|健全|完善|规范|加强|实行|推行)(?!.*(?:报送|征求|征集|上报|填报|做好|开展))/u
export const ISSUED_END = /(?:通知|公告|通告|决定|令)(?:\d{0,8})$/u

/** The names of rules in force: who asks for a 制度 is served by the 办法 on the same matter. */
export const RULE = /(?:制度|办法|规定|规范|细则|机制|规程|规则|守则|准则)$/u
const RULES =
  '(?:制度|办法|规定|规范|细则|机制|规程|规则|守则|准则)(?:试行|暂行|修订|修订版|印发件|正文|全文|\\d){0,3}$'
export const RULE_TAIL = new RegExp(`^(?:实施|工作|管理|使用|设备|暂行|试行|具体|内部|运行|长效){0,3}${RULES}`, 'u')
export const AND_RULE = new RegExp(`^(?:及其?|和|与|并)[\\p{Script=Han}]{1,14}${RULES}`, 'u')

/** A statement on the same matter under other words, where it says that nothing happened. */
export const STATED = /(?:情况|情形|事件|案件|问题)?(?:零报告|报告|说明|承诺书|证明)$/u
export const STATED_TAIL =
  /^[\p{Script=Han}]{0,16}?(?:说明|零报告|承诺书|声明|证明)(?:零报告|盖章|扫描件?|签字|\d{1,8}){0,3}$/u
export const DENIED = /[未无]|没有|不存在|杜绝|零报告/u

/** These stand inside other words (函询, 通知书), so they count only at the end. */
export const ONLY_LAST: ReadonlySet<string> = new Set(['函', '通知', '请示'])

/** Words that end the names of documents: two documents of one matter differ in them. */
export const NOUN =
  /(?:意见书|审核书|审查书|决定书|承诺书|通知书|责任书|委托书|意见|报告|方案|办法|制度|规定|细则|清单|目录|台账|台帐|纪要|公告|通告|公示|说明|总结|计划|规划|要点|名册|名单|记录|登记表|统计表|审查表|审批表|表|函|请示|批复|通知|通报|决定|协议|合同|照片|截图|报表|材料)$/u

/** What may follow a title without making it another document, bare. No sign can be read in two ways, so it runs in one go. */
export const HARMLESS =
  /^(?:书|件|单|正式|终稿|定稿|最终|版本?|稿|盖章|签字|签章|红头|扫描|副本|复件|复印|原件|正本|电子|文本|全文|正文|及?附件|含附件|汇总|汇编|试行|修订|暂行|格式|第|期|号|年度?|月|日|份|上半|下半|季度|至|和|以来|pdf|word|excel|v|\d|[一二三四五六七八九十〇]|公布件|印发件|公开件|已发|已公布)*$/u

/** Titles made of such words only fit documents of every indicator; they mean something only under their own. */
export const GENERIC =
  /^(?:工作|会议|专题|专项|协调|联席|座谈|局务|办公|常务|党组|党委|扩大|集体|活动|培训|情况|实施|年度|自查|整改|有关|相关|现场|网页|网站|公开|公示|公布|宣传|新闻|系统|学习|检查|统计|登记|政府|本单位)*(?:方案|通知|纪要|总结|计划|报告|说明|照片|图片|截图|链接|网址|台账|台帐|清单|目录|记录|名单|名册|统计表|登记表|制度|办法|公告|公示|函|意见|决定|文件|材料|零报告|承诺书|承诺)?$/u

/** Kinds of document that are never the one they name before: 公示制度落实情况报告 is no 公示制度. */
export const OTHER_NOUN = /(?:说明|报告|总结|方案|计划|纪要|台账|台帐|请示|批复|承诺书|讲话|简报|信息|评分表)$/u

/** What may stand before a short title without narrowing it: 昭化区权责清单 is the 权责清单, 普法责任清单 no 责任清单. */
export const BODY = /(?:^|省|市|区|县|镇|乡|局|委|办|厅|院|政府|中心|机关|单位|关于印发|关于公布|的)$/u
