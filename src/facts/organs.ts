// How names of public bodies end. Single signs that also end common words (会 部 处) stand only in their compounds.
const ENDS =
  '政府|政府办|办公室|委员会|局|股|厅|镇|乡|街道|办事处|中心|所|站|院|委|党组|总支|部|' +
  '小组|工作组|专家组|评估组|检查组|督察组|专班|大队|支队|总队|中队|执法队|协会|联合会|常委会|工会|商会|学会|理事会|' +
  '管委会|居委会|村委会|联社|供销社|合作社|公司|集团|银行|学校|中学|小学|幼儿园|馆|园区|' +
  '公证处|管理处|编办|依法治区办|依法治市办|依法治省办|创建办|政协|人大|妇联|残联'
const ORGAN = new RegExp(`^[\\p{Script=Han}·()、]{1,38}(?:${ENDS})$`, 'u')
// “场所” and “干部” end like bodies; 各… are addressees; the rest are verbs and headings.
const NO_ORGAN =
  /(?:场所|干部|如下|内部|全部|部署|主办|承办)$|^(?:各|局|我|本局|该|附|抄|主送|报|送|签|经|由|对|在|与|和|为|根据|按照|依据|遵照|开展|推进|加强)|[的了将请]|关于|召开|全面(?!依法治)/
const STAMP = /\((?:公章|盖章|印章|签章|章|印|加盖公章|单位公章|盖单位公章)\)|(?:公章|盖章)$/g

/** Without (盖章) and the like. */
export const unstamped = (text: string): string => text.replace(STAMP, '').trim()

export const isOrgan = (text: string): boolean =>
  text.length >= 3 && text.length <= 40 && ORGAN.test(text) && !NO_ORGAN.test(text)

/** A line of twenty-five of the longest names; what is longer is prose, or made to be slow. */
const LONGEST = 1000

/** The bodies that stand on a line alone: one, several with gaps between them, or none. `raw` still has its gaps. */
export function organsOn(text: string, raw = text): string[] {
  if (raw.length > LONGEST) return []
  const name = unstamped(text)
  const parts = unstamped(raw.normalize('NFKC'))
    .split(/[\s、]+/)
    .map(unstamped)
    .filter((part) => part !== '')
  if (parts.length > 1 && parts.every(isOrgan)) return parts
  // Cells of a table's row: 审核人 and 法规股 are no body together.
  if (/\S\t+\S/.test(raw)) return []
  return isOrgan(name) ? [name] : []
}
