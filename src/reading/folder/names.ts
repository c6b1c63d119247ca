const LITTER = /^(~\$.*|\.~lock\..*|~WRL\d+\.tmp|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|__MACOSX|\.git|\.svn)$/iu

/** Files and folders that the system or an office programme leaves behind, by name. */
export const isLitter = (name: string): boolean => LITTER.test(name)

/** The system hands names on as UTF-8: of one that is none the bytes are lost, and what it names cannot be opened. */
export const isUndecoded = (path: string): boolean => path.includes('\ufffd')

export const UNDECODED = '名称（或所在文件夹的名称）不是 UTF-8，系统传不进来，无法打开：请重新命名后再运行'

const LONGEST = 100
// Control characters, line and paragraph separators, and the marks that make a name read backwards.
const HIDDEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

export const FOREIGN_NAME = '文件名的编码不规范（不是 UTF-8），在其他电脑上会显示为乱码：请重新命名后放入'

/** What is wrong with a file's name, with the next step; undefined for an ordinary one. */
export function oddity(name: string): string | undefined {
  if (isUndecoded(name)) return '文件名的编码不规范，显示为乱码：请重新命名后放入'
  if (HIDDEN.test(name)) return '文件名里有换行等看不见的字符：请重新命名'
  if (name.includes('\\')) return '文件名里有反斜杠，在其他电脑上可能打不开：请重新命名'
  if ([...name].length > LONGEST) return `文件名超过${LONGEST}个字，复制或刻录时容易丢失：请缩短文件名`
  return undefined
}
