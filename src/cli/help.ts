import type { HelpConfiguration, Option } from 'commander'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** Help in the words of those who read it: commander's own are English. */
export const HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: ({ description, argChoices, defaultValue }: Option) => {
    const more = [
      argChoices && !argChoices.every((choice) => description.includes(choice)) && `可取 ${argChoices.join('、')}`,
      typeof defaultValue === 'string' && `默认 ${defaultValue}`,
    ].filter(Boolean)
    return more.length > 0 ? `${description}（${more.join('；')}）` : description
  },
}
