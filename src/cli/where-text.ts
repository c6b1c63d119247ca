import type { SeenPaper, Wanting } from '../audit/seen/seen.ts'
import type { Standing } from '../audit/seen/where.ts'
import { visible } from '../language/visible.ts'
import { flawWords, line, materialName, needWords } from './seen-text.ts'

/** Where files stand in their package, for people. `unit` is whose package it is. */
export const standingText = (standings: readonly Standing[], unit: string): string =>
  `${standings.map((one) => standing(one, unit)).join('\n\n')}\n`

function standing(one: Standing, unit: string): string {
  const { file, parts, kindred, asked } = one
  const served = [one, ...parts].some(({ serves }) => serves.some(isSure))
  return [
    `${visible(file)}（${unit}）`,
    ...paperText(one),
    ...kindred.map((near) => `  ${line('接近', `${materialName(near)}　${visible(near.why)}`)}`),
    ...asked.map(
      ({ indicator, materials }) =>
        `  指标${indicator}所列的材料：${materials.map(visible).join('、') || '（没有列出）'}`,
    ),
    ...parts.flatMap((part) => ['', `  第${part.page ?? '？'}页起的一份`, ...paperText(part)]),
    '',
    `  ${served ? '以上不对的' : '确是某项指标的材料，而这里没有认定的'}，在材料文件夹的 audit.yaml 里写明（指标号换成实际的）：`,
    '    files:',
    `      ${JSON.stringify(file)}: [${numbersOf(one).join(', ') || '28'}]`,
  ].join('\n')
}

const isSure = ({ sure, material }: SeenPaper['serves'][number]): boolean => sure && material !== null

function paperText({ kinds, topics, serves, near, flaws, nothings }: SeenPaper): string[] {
  const sure = serves.filter(isSure)
  const open = serves.filter((one) => !isSure(one))
  return [
    line('文种', kinds.join('、') || '看不出'),
    line('讲什么', topics.join('、') || '看不出'),
    ...(sure.length > 0 ? sure.map((one) => line('用作', wanting(one))) : [line('用作', '没有认定为任何指标的材料')]),
    ...open.flatMap((one) => [line(one.material === null ? '放在' : '待核对', wanting(one)), ...changes(one)]),
    ...near.flatMap((one) => [line('接近', wanting(one)), ...changes(one)]),
    ...nothings.map(({ matter, sentence }) => line('没有的事', `${matter}：“${visible(sentence)}”`)),
    ...flaws.map((flaw) => line('毛病', flawWords(flaw))),
  ].map((text) => `  ${text}`)
}

const wanting = (one: Wanting): string => `${materialName(one)}　${visible(one.why)}`

const changes = ({ needs }: Wanting): string[] => needs.map((need) => line('', `要认定：${needWords(need)}`))

const numbersOf = ({ serves, near, kindred }: Standing): string[] => {
  const sure = serves.filter(isSure)
  const wanted: readonly Wanting[] = sure.length > 0 ? sure : [...serves, ...near, ...kindred]
  return [...new Set(wanted.map(({ indicator }) => indicator).filter((id) => id !== 'package'))].map((id) =>
    /^\d+$/.test(id) ? id : JSON.stringify(id),
  )
}
