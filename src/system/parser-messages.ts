/** What the YAML parser's codes mean to somebody who writes a list. */
const MESSAGES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '引用（*）前后不能再加标记',
  BAD_ALIAS: '引用（*）的写法不对；文字以 * 开头的，请加引号',
  BAD_DIRECTIVE: '以 % 开头的行不是内容；文字以 % 开头的，请加引号',
  BAD_DQ_ESCAPE: '双引号内的反斜杠写法不对；请改用单引号',
  BAD_INDENT: '缩进不对，或者括号没有成对：请与同级各行对齐，并检查括号',
  BAD_PROP_ORDER: '标记的次序不对',
  BAD_SCALAR_START: '文字不能以这个符号开头，请给整段文字加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个“键: 值”；值里含有冒号的，请给值加引号',
  BLOCK_IN_FLOW: '方括号、花括号内不能用以 - 开头的列表',
  COMMENT_SPACE: '# 之前要有空格',
  IMPOSSIBLE: '此处无法理解，请检查引号和括号',
  KEY_OVER_1024_CHARS: '键过长，请检查是否漏了冒号或引号',
  MISSING_CHAR: '缺少符号，请检查引号、括号、冒号是否成对、其后是否有空格',
  MULTILINE_IMPLICIT_KEY: '键要写在一行内，请检查是否漏了冒号或引号',
  MULTIPLE_ANCHORS: '一处只能有一个锚点（&）',
  MULTIPLE_DOCS: '一个文件只能有一份内容，请删去 ---',
  MULTIPLE_TAGS: '一处只能有一个标签（!）',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符（Tab）',
  TAG_RESOLVE_FAILED: '不支持标签（!）；文字以 ! 开头的，请加引号',
  UNEXPECTED_TOKEN: '此处多出了内容，请检查缩进、引号和括号',
}

export const parserMessage = (code: string): string => MESSAGES[code] ?? '此处不是 YAML 的写法，请检查缩进、引号和括号'
