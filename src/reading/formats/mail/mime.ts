import { decode } from '../text/decode.ts'

/** A part of a mail or of a saved web page. `name` is set for what is attached. */
export type MimePart = {
  readonly type: string
  readonly charset: string
  readonly name: string
  readonly headers: ReadonlyMap<string, string>
  readonly content: Uint8Array
}

const DEEPEST = 10
const MOST = 2000

/** All parts that hold something, in order; of a text in two forms only the last, which is the richest. */
export function mimeParts(bytes: Uint8Array): { headers: ReadonlyMap<string, string>; parts: MimePart[] } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return { headers: headersOf(source).headers, parts: partsOf(source, 0).slice(0, MOST) }
}

function partsOf(source: string, depth: number): MimePart[] {
  const { headers, body } = headersOf(source)
  const stated = headers.get('content-type') ?? 'text/plain'
  const type = stated.split(';', 1)[0]!.trim().toLowerCase()
  const boundary = parameter(stated, 'boundary')
  if (type.startsWith('multipart/') && boundary !== '' && depth < DEEPEST) {
    const inner = body.split(`--${boundary}`).slice(1)
    const parts = inner
      .filter((part) => !part.startsWith('--'))
      .map((part) => partsOf(part.replace(/^\r?\n/, ''), depth + 1))
    return type === 'multipart/alternative' ? (parts.filter((found) => found.length > 0).at(-1) ?? []) : parts.flat()
  }
  const disposition = headers.get('content-disposition') ?? ''
  if (type === 'message/rfc822' && depth < DEEPEST) return partsOf(body, depth + 1)
  const name = nameIn(disposition, 'filename') || nameIn(stated, 'name')
  const attached = /^attachment/i.test(disposition) || (name !== '' && !belongs(type, headers))
  return [
    {
      type,
      charset: parameter(stated, 'charset'),
      name: attached ? name || '附件' : '',
      headers,
      content: contentOf(body, (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
    },
  ]
}

/** Many programmes say only what an attachment is called. What the text shows has an address in it, or is in line. */
const belongs = (type: string, headers: ReadonlyMap<string, string>): boolean =>
  headers.has('content-id') ||
  headers.has('content-location') ||
  (/^inline/i.test(headers.get('content-disposition') ?? '') && /^(text|image)\//.test(type))

/** Names in small letters. A line that begins with a blank goes on with the one before. */
function headersOf(source: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(source)
  const head = source.slice(0, end?.index ?? source.length)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' }
}

function parameter(header: string, name: string): string {
  const found = new RegExp(`;\\s{0,8}${name}\\s{0,4}=\\s{0,4}(?:"([^"]{0,500})"|([^\\s;]{1,500}))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? ''
}

/** A name may stand in pieces (`name*0=`), and with its encoding before it (`name*=utf-8''%E6…`). */
function nameIn(header: string, name: string): string {
  const plain = parameter(header, name)
  if (plain !== '') return headerText(decode(Buffer.from(plain, 'latin1')).text)
  let whole = parameter(header, `${name}\\*`)
  for (let at = 0; at < MOST_PIECES; at++) {
    const piece = parameter(header, `${name}\\*${at}\\*?`)
    if (piece === '') break
    whole += piece
  }
  const [, charset = 'utf-8', text = ''] = /^([\w-]{0,30})'[^']{0,30}'(.*)$/s.exec(whole) ?? [whole, 'utf-8', whole]
  const bytes = Buffer.from(unquoted(text.replaceAll('%', '=')), 'latin1')
  return charsetText(bytes, charset || 'utf-8') ?? text
}

const MOST_PIECES = 50

function charsetText(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(/^(gb2312|gbk)$/i.test(charset) ? 'gb18030' : charset).decode(bytes)
  } catch {
    return undefined
  }
}

function contentOf(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1')
}

const unquoted = (text: string): string =>
  text
    .replace(/[ \t]{1,80}(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** `=?gb2312?B?zajWqg==?=` → 通知. What is not encoded is taken for UTF-8 or GBK by its bytes elsewhere. */
export function headerText(header: string): string {
  return header
    .replace(/\?=\s{1,8}=\?/g, '?==?')
    .replace(/=\?([\w-]{2,30})\?([BbQq])\?([^?]{0,2000})\?=/g, (all, charset: string, form: string, text: string) => {
      const coded =
        form.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1')
      return charsetText(coded, charset) ?? all
    })
}
