/** Texts that run beside one another: a footnote and a text box stand in the middle of a paragraph. */
export type Flow = 'text' | 'box' | 'note' | 'margin'

/** What a group of an RTF file is for. `other` is not text, nor is a shape's `property`, which may be a picture. */
export type Destination =
  | Flow
  | 'fonts'
  | 'title'
  | 'author'
  | 'created'
  | 'modified'
  | 'number'
  | 'picture'
  | 'property'
  | 'other'

const mapped = <T = string>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(words))

const named = (words: string, destination: Destination): Record<string, Destination> =>
  Object.fromEntries(words.split(/\s+/).map((word) => [word, destination]))

/** Maps, not objects: a hostile file's control word may be called \\constructor. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = mapped<Destination>({
  ...named('header headerl headerr headerf footer footerl footerr footerf', 'margin'),
  footnote: 'note',
  shptxt: 'box',
  fonttbl: 'fonts',
  // The automatic number of a paragraph, as old programmes are to show it.
  ...named('listtext pntext', 'number'),
  title: 'title',
  author: 'author',
  creatim: 'created',
  revtim: 'modified',
  pict: 'picture',
  sp: 'property',
  ...named('colortbl stylesheet info object listtable listoverridetable themedata datastore', 'other'),
  ...named('latentstyles xmlnstbl rsidtbl pgptbl fldinst shprslt annotation atnid atnauthor', 'other'),
  ...named('atrfstart atrfend atnref atndate atnicn bkmkstart bkmkend revtbl', 'other'),
  ...named('operator subject keywords doccomm company nonshppict xe tc private1 filetbl', 'other'),
})

/** Starred groups are for those who know them; these hold text all the same. */
export const KNOWN_STARRED = new Set(['shpinst', 'shppict', 'footnote', 'fldrslt', 'nesttableprops', 'ud'])

export const SIGNS = mapped({
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
  nestcell: '\t',
  nestrow: '\n',
})

export const CHARSETS = mapped({
  0: 'windows-1252',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
})
export const CODEPAGES = mapped({
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  65001: 'utf-8',
})

export const isFlow = (destination: Destination): destination is Flow =>
  ['text', 'box', 'note', 'margin'].includes(destination)
