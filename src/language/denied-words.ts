/** The grammar words of denial. 无效, 无证经营 and their like deny nothing. */
export const NONE =
  '无(?!效|论|关|锡|偿|害|线|人机|障碍|证|照|纸化|缝|形|限|固定|业|罪|产|主|法|需|烟|理|故|期|条件|差别|一例外)'
export const DENY = new RegExp(
  `从未|均未|尚未|未曾|并未|暂未|没有|不存在|不涉及|不曾|未(?!来|成年|必|定|满|央)|(?<!罚|沉|淹|出|吞|埋)没(?!收|有)|${NONE}|不是|并非|不属于|不承担|不具有|不具备|不负责|不享有|不行使|不拥有|不从事|不实施|不收取|不设`,
  'gu',
)
/** The duty is not ours: by the verb alone, or by what the sentence ends with. */
export const DUTY = /^(?:不承担|不具有|不具备|不负责|不享有|不行使|不拥有|不从事)$/u
export const DUTY_END = /(?:职责|职能|职权|权限|执法权|主体资格|实施主体|主体|事权|机关)$/u
export const MOVED =
  /(?:整体)?(?:划转|划归|移交|划出|剥离|集中)(?:到|至|给|由|归)?[^,]{0,20}(?:局|中心|大队|委|办|行使|承担|负责|实施)/gu
/** Before a denial these make it a norm, a goal, a condition or a question. */
export const NORM =
  /不得|严禁|禁止|防止|避免|杜绝|确保|保证|力争|是否|有无|如有|如无|如果|若|凡|对于|应当|必须|坚决|严肃|一律|可以|要求|规定|承诺如/u
/** A clause that begins so turns from what is denied to what was done. */
export const TURN =
  /^(?:但|却|仅|只|共|已|均已|其中|并(?!不|未|没)|而|及时|严格|按照|按期|按时|由|全部|配合|开展|组织|建立|制定了|实现|达到|我局|我镇|本局|本镇|均为|均系|主要|目前|下一步|现)/u
/** What may follow the denied thing up to its clause's end. */
export const TAIL =
  /^(?:[”"》])?(?:等)?(?:及其)?(?:重大|相关|有关)?(?:事项|案件|情形|情况|行为|现象|问题|活动|任务|工作|职[责能权]责?|权限|项目|措施|制发|制定|业务|人员|申请|事件|清单|资格|主体|实施主体|的?(?:情形|情况|行为|问题|现象|发生|需要|案件|任务|办理))*(?:发生|出现|产生|存在)?(?:$|[、和及与或(])/u
/** The thing before stands in a list that the denial opens. */
export const LIST = /[、和及与或者]$/u
export const ZERO =
  /^(?:案件|事项|文件|情况|情形|数量?|件数|的)?(?:制[发定]|受理|发生|办理|收到|总?数)?(?:量|数)?(?:均|都|全部)?(?:为|是|共|共计|计)?:?\s*(?:[0零〇]\s*(?:件|起|份|例|次|个|宗|项|人次?|户|条|%)?|均?无|没有|均?未发生|均?未开展|均?不涉及|暂无)(?:$|[、;,)])/u
/** 未经批准不得…: the denial is the condition of a norm. */
export const FORBIDS = /不得|严禁|禁止|不准|不予|应当|必须|方可|才能|方能/u
/** What we do to somebody who did not do something. */
export const OBJECT = /(?:对|将|把|向|责令|查处|督促|要求)[^,]{0,12}$/u
export const OTHERS =
  /^[^,]{1,20}的(?:企业|公司|单位|个人|当事人|商户|经营户|经营者|群众|申请人|人员|行为人|村民|居民|用人单位|工程|项目|场所|机构|店)/u
/** 内设股室、领导小组均未…: what the unit's own offices did not do says nothing of the unit. */
export const INNER =
  /(?:内设(?:机构|股室|科室)?|各?股室|各?科室|领导小组|议事协调机构|临时机构|派出机构)(?:[^,]{0,16})$/u
export const WHOLE = /我[局镇委办会]|本[局镇委单]|全[局镇]|机关及/u
export const COUNTS = /[0零〇]\s*(?:件|起|份|例|次|个|宗|项|人|户|条)|为[0零]|[:：]\s*均?无|无$|没有$|不涉及$/u
/** 没有违法设定行政许可、行政处罚: what opens this list is an act, and its members are no things of their own. */
export const NO_LIST = /违法|违规|设定|增加|减少|规定|侵犯|减损|超越|因|被|对|将|违反|超过|干预|强制企业/u
/** 关于行政规范性文件的建议: of some of them only. */
export const NARROW =
  /关于|针对|有关.{2,}的|就[^,]{2,20}(?:的|提出)|涉及(?!公民|群众|市场主体|社会公众|公众|企业|权利义务)/u
