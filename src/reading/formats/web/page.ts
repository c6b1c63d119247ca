import { type Decoded, decode } from '../text/decode.ts'

/**
 * A byte order mark, then UTF-8 that says something Chinese, then what the sender says, then what the page says. A claim
 * that the bytes belie is dropped, and so is one that any bytes would bear out: pages of GBK are often labelled Latin.
 */
export function decodePage(bytes: Uint8Array, charset = ''): Pick<Decoded, 'text' | 'broken'> {
  const marked = [0xfeff, 0xfffe, 0xefbb].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0))
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const stated = /<meta[^>]{0,200}\bcharset\s{0,4}=\s{0,4}["']?([\w:.-]{2,40})/i.exec(head)?.[1]
  const own = decode(bytes)
  if (marked || (own.encoding === 'utf-8' && HAN.test(own.text))) return own
  for (const claim of [charset, stated ?? '']) {
    const text = claim === '' || ANYTHING.test(claim) ? undefined : strictly(bytes, claim)
    if (text !== undefined) return { text, broken: false }
  }
  return own
}

const HAN = /\p{Script=Han}/u
const ANYTHING =
  /^(?:us-ascii|ascii|ansi.*|latin.*|l1|unicode|utf-?16.*|iso-?8859.*|windows-125\d|x?-?cp-?125\d|x-user-defined)$/i

function strictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(/^(gb2312|gbk|x-gbk)$/i.test(charset) ? 'gb18030' : charset, { fatal: true }).decode(bytes)
  } catch {
    // An encoding nobody knows, or bytes that are not of it.
    return undefined
  }
}
