import type { Breach } from '../../../language/breach-words.ts'
import { flag, list, listOrNone, mapping, text } from '../shape.ts'
import { spelt } from './shape.ts'

export const breaches = mapping<{ matters: readonly Breach[] }>({
  matters: list(
    mapping<Breach>({
      name: text('规则用来指它的名称'),
      papers: spelt('题名里的字'),
      without: spelt('题名里有这些字的不看'),
      all: list(spelt('同一句里要有其中一个'), '每一组都要有'),
      except: spelt('有这些话的不算'),
      elsewhere: listOrNone(text('词'), '文中任何地方有这些字的不算'),
      grounded: flag('文中引了法律、法规的不算', { default: false }),
    }),
    '一件事一条',
  ),
})
