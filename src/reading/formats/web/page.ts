import { type Decoded, decode } from '../text/decode.ts'

/** A byte order mark, then what the sender says, then what the page says; a claim that the bytes belie is dropped. */
export function decodePage(bytes: Uint8Array, charset = ''): Pick<Decoded, 'text' | 'broken'> {
  const marked = [0xfeff, 0xfffe, 0xefbb].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0))
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const stated = /<meta[^>]{0,200}\bcharset\s{0,4}=\s{0,4}["']?([\w:.-]{2,40})/i.exec(head)?.[1]
  for (const claim of marked ? [] : [charset, stated ?? '']) {
    const text = claim === '' ? undefined : strictly(bytes, claim)
    if (text !== undefined) return { text, broken: false }
  }
  return decode(bytes)
}

function strictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(/^(gb2312|gbk|x-gbk)$/i.test(charset) ? 'gb18030' : charset, { fatal: true }).decode(bytes)
  } catch {
    // An encoding nobody knows, or bytes that are not of it.
    return undefined
  }
}
