/**
 * Mends what these weights are known to misread, and nothing else: the stroke 丶 stands in no modern text, 眞 is not
 * written in the mainland, and a degree sign or a dot that closes a Chinese line is its full stop.
 */
export function spelt(text: string): string {
  return text
    .trim()
    .replaceAll('丶', '、')
    .replaceAll('眞', '真')
    .replace(/(?<=\p{Script=Han})[°·](?=$)/u, '。')
}
