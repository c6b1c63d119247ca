const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '([^']*)'/m, '没有“$1”这个选项'],
  [/^error: unknown command '([^']*)'/m, '没有“$1”这个命令'],
  [/^error: option '([^']*)' argument missing/m, '选项“$1”后面缺少取值'],
  [/^error: missing required argument '([^']*)'/m, '缺少参数“$1”'],
  [/^error: too many arguments(?: for '([^']*)')?.*$/m, '参数过多：一次只审核一个单位的文件夹；路径中有空格时请加引号'],
  [
    /^error: option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/m,
    '选项“$1”不能取“$2”，可取：$3',
  ],
  [/^error: option '([^']*)' argument '([^']*)' is invalid\. (.*)$/m, '选项“$1”的取值“$2”不对：$3'],
  [/\(Did you mean one of ([^?]*)\?\)/, '（是否想用 $1 之一？）'],
  [/\(Did you mean ([^?]*)\?\)/, '（是否想用 $1？）'],
]

/** commander speaks English; a clerk does not. The next step stands at the end. */
export function chinese(text: string): string {
  const said = SENTENCES.reduce((so, [pattern, sentence]) => so.replace(pattern, sentence), text).trimEnd()
  return `${said}\n用 audit --help 查看用法\n`
}
