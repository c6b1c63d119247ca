import type { Indicator } from '../../core/system.ts'
import { bare, pairsIn } from '../../language/text.ts'

/** What says nothing of a file's subject. */
const MUTE =
  /扫描件?|照片|图片|相片|截图|截屏|拍照|手机拍?|影像|附件|文件|文档|资料|材料|盖章|签字|原件|复印件?|电子版|终稿|定稿|新建|未命名|副本|最新|版|关于|印发|通知|情况|工作|有关|相关|的|和|及/gu
const LEAST = 4
const SHARED = 2

/** Whether an unread file may be of this indicator by its name: 扫描001 may be anything, 应急培训签到表 nothing on permits. */
export function mayConcern(path: string, indicator: Pick<Indicator, 'text' | 'materials'>): boolean {
  const name = bare(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/u, '')).replace(MUTE, '')
  const words = name.replace(/[^\p{Script=Han}]/gu, ' ')
  const pairs = words.split(/\s+/u).flatMap(pairsIn)
  if (pairs.length < LEAST - 1) return true
  const known = knownOf(indicator)
  return new Set(pairs.filter((pair) => known.has(pair))).size >= SHARED
}

const memory = new WeakMap<object, ReadonlySet<string>>()

function knownOf(indicator: Pick<Indicator, 'text' | 'materials'>): ReadonlySet<string> {
  const known =
    memory.get(indicator) ??
    new Set(
      [indicator.text, ...indicator.materials.map(({ name }) => name)].flatMap((text) =>
        pairsIn(bare(text).replace(MUTE, '')),
      ),
    )
  memory.set(indicator, known)
  return known
}
