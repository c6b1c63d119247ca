/**
 * Whether a text can be what a page of a Chinese office says. A file may name the wrong encoding for its glyphs or none,
 * and whoever reads it then gets rare characters, letters of other scripts or bare signs, all of them perfectly valid.
 */
export function isTrusted(text: string): boolean {
  const { common, rare, frequent, strange, plain, signs } = counted(text)
  const han = common + rare
  const visible = han + strange + plain + signs
  if (strange * 5 > visible && strange > FEW) return false
  if (han >= FEW && rare * RARE > han) return false
  if (han >= MANY && frequent * SELDOM < han) return false
  // Without Han there must be words or figures: a font's own numbering gives punctuation.
  return han > FEW || visible < SHORT || wordsIn(text) * 2 >= plain + signs
}

const [FEW, SHORT, MANY] = [8, 30, 150]
/** Of the Han of a page at most every sixth is outside the 3,755 of daily use, even where it lists names. */
const RARE = 6
/** The characters that every text is held together by make up a third of it, and of a mere list of names a tenth. */
const SELDOM = 33

const FREQUENT =
  '的一是不在了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道路命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'

const [COMMON, RARER, STRANGE, PLAIN, SIGN] = [1, 2, 3, 4, 5]
const OFTEN = 8

let table: Uint8Array | undefined

/** The class of every sign of 16 bits, made when it is first asked for. */
function classes(): Uint8Array {
  if (table) return table
  const made = new Uint8Array(65_536).fill(STRANGE)
  made.fill(0, 0, 33)
  made.fill(SIGN, 33, 127)
  for (const [from, to] of [
    [48, 58],
    [65, 91],
    [97, 123],
    [0xff10, 0xff1a],
    [0xff21, 0xff3b],
    [0xff41, 0xff5b],
  ] as const)
    made.fill(PLAIN, from, to)
  made.fill(RARER, 0x3400, 0xa000)
  // Halves of characters beyond 16 bits: rare ones of names, and pictures.
  made.fill(RARER, 0xd800, 0xe000)
  made.fill(RARER, 0xf900, 0xfb00)
  // Punctuation, dingbats, arrows, circled figures, box drawing, and what CJK adds of its own: told neither way.
  for (const [from, to] of [
    [0x2000, 0x2070],
    [0x2100, 0x2800],
    [0x3000, 0x3040],
    [0x3200, 0x3400],
    [0xfe30, 0xfe50],
    [0xff00, 0xff10],
    [0xff1a, 0xff21],
    [0xff3b, 0xff41],
    [0xff5b, 0xfff0],
  ] as const)
    made.fill(0, from, to)
  for (const sign of '\u00a0·×÷°±§\u00ad') made[sign.charCodeAt(0)] = 0
  for (const sign of dailyHan()) made[sign.charCodeAt(0)] = COMMON
  for (const sign of FREQUENT) made[sign.charCodeAt(0)] = COMMON | OFTEN
  table = made
  return made
}

/** The first level of GB 2312: the characters of daily use, which stand in its rows 16 to 55. */
function dailyHan(): string {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).replace(/[^\u4e00-\u9fff]/g, '')
}

function counted(text: string) {
  const known = classes()
  const sums = [0, 0, 0, 0, 0, 0]
  let frequent = 0
  for (let at = 0; at < text.length; at++) {
    const found = known[text.charCodeAt(at)]!
    sums[found & 7]!++
    if (found & OFTEN) frequent++
  }
  const [, common = 0, rare = 0, strange = 0, plain = 0, signs = 0] = sums
  return { common, rare, frequent, strange, plain, signs }
}

/** Letters and figures that stand in words with a vowel, or in numbers. */
const wordsIn = (text: string): number =>
  (text.match(/\d+|[A-Za-z]+/g) ?? []).reduce(
    (sum, word) => sum + (/\d|[aeiouyAEIOUY]/.test(word) || word.length < 3 ? word.length : 0),
    0,
  )

export const isDailyHan = (sign: string): boolean => (classes()[sign.charCodeAt(0)]! & 7) === COMMON
