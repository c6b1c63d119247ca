/**
 * Mends what these weights are known to misread, and nothing else: the stroke 丶 stands in no modern text, 眞 is not
 * written in the mainland, a degree sign or a dot that closes a Chinese line is its full stop, and 关于, with which half
 * of all titles begin, is often 关干 where serifs hide the hook.
 */
export function spelt(text: string): string {
  return text
    .trim()
    .replaceAll('丶', '、')
    .replaceAll('眞', '真')
    .replace(/(?<=\p{Script=Han})[°·](?=$)/u, '。')
    .replace(ABOUT, '关于')
}

/** 机关干部, 有关干警 and 海关干线 hold the same two signs: before what 干 goes with, they stay. */
const ABOUT =
  /关干(?=[\p{Script=Han}\d《“])(?!部(?![门分署])|警|群(?!众)|事|预(?![算防])|涉|扰|线(?!索)|净(?!化)|活(?!动)|校(?!外)|劲|旱|燥|洗|了|得)/gu
