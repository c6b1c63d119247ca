import type { Reading } from '../../../core/evidence.ts'
import type { Reader } from '../../reader.ts'
import { withAttached } from '../containers/attached.ts'
import { beijing } from '../shared/time.ts'
import { decode } from '../text/decode.ts'
import { decodePage } from '../web/page.ts'
import { pageReading } from '../web/reader.ts'
import { HtmlText } from '../web/text.ts'
import { headerText, type MimePart, mimeParts } from './mime.ts'

/** Web pages saved in one file, and mails. */
export const mht: Reader = {
  name: 'mht',
  version: 4,
  formats: ['mht'],

  async read(bytes) {
    const { headers, parts } = mimeParts(bytes)
    const page = new HtmlText()
    const texts = parts.filter(({ type, name }) => name === '' && TEXTS.includes(type))
    const spoilt = texts.map((part) => readInto(page, part)).includes(true)
    const reading = pageReading(page, spoilt, propertiesOf(headers))

    const attached = parts.filter(({ name }) => name !== '').map(({ name }) => name)
    return withAttached(reading, attached)
  },
}

const TEXTS = ['text/html', 'text/plain', 'application/xhtml+xml']

/** Answers whether some signs were spoilt. */
function readInto(page: HtmlText, { type, charset, content }: MimePart): boolean {
  const { text, broken } = decodePage(content, charset)
  page.read(type === 'text/plain' ? `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>` : text)
  return broken
}

function propertiesOf(headers: ReadonlyMap<string, string>): Reading['properties'] {
  // A page that a browser saved is said to be from the browser.
  const [from, subject, date] = ['from', 'subject', 'date'].map((name) => plain(headers.get(name) ?? ''))
  const created = beijing(Date.parse(date ?? ''))
  return {
    ...(subject && { title: subject }),
    ...(from && !/^<?Saved by/i.test(from) && { author: from }),
    ...(created && { created }),
  }
}

/** A header that is not encoded holds bytes that were read one by one. */
const plain = (header: string): string => headerText(decode(Buffer.from(header, 'latin1')).text).trim()
