import type { Format } from '../../core/evidence.ts'

/** The endings under which each format may stand without surprise. */
const ENDINGS: Partial<Record<Format, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  pptx: ['pptx', 'pptm', 'ppsx', 'potx'],
  doc: ['doc', 'dot'],
  wps: ['wps', 'wpt'],
  xls: ['xls', 'xlt', 'xlsb'],
  et: ['et', 'ett'],
  ppt: ['ppt', 'pps', 'pot', 'dps'],
  odt: ['odt', 'ott'],
  ods: ['ods'],
  odp: ['odp'],
  ofd: ['ofd'],
  rtf: ['rtf'],
  html: ['html', 'htm'],
  mht: ['mht', 'mhtml', 'eml'],
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  bmp: ['bmp', 'dib'],
  webp: ['webp'],
  gif: ['gif'],
  heic: ['heic', 'heif', 'hif', 'avif'],
  zip: ['zip'],
  rar: ['rar'],
  '7z': ['7z'],
  csv: ['csv', 'tsv', 'txt'],
  audio: ['mp3', 'wav', 'm4a', 'aac', 'flac', 'ogg', 'wma', 'amr'],
  video: ['mp4', 'mov', 'avi', 'wmv', 'mkv', 'flv', 'm4v', '3gp', 'mpg', 'mpeg', 'webm'],
  executable: ['exe', 'dll', 'com', 'scr', 'msi', 'so', 'bin', 'bat', 'cmd', 'vbs', 'js', 'ps1', 'sh', 'wsf', 'hta'],
  shortcut: ['lnk', 'url'],
}

const KNOWN = new Map(Object.entries(ENDINGS).flatMap(([format, endings]) => endings.map((ending) => [ending, format])))
const SOUND = ['audio', 'video']

/** Lower case, without the dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /[^/.]\.([^./]{1,10})$/u.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** An ending that names another format than the content; an unknown or a missing ending claims nothing. */
export function contradicts(extension: string, format: Format): boolean {
  const claimed = KNOWN.get(extension)
  if (claimed === undefined || ['empty', 'unknown', 'encrypted'].includes(format)) return false
  if (SOUND.includes(claimed) && SOUND.includes(format)) return false
  if (format === 'txt') return extension !== 'txt' && claimed !== 'csv'
  return !ENDINGS[format]?.includes(extension)
}

/** What the ending promises, if it is one of these; the last resort for a container that is cut off. */
export const promised = (extension: string, among: readonly Format[]): Format | undefined =>
  among.find((format) => ENDINGS[format]?.includes(extension))
