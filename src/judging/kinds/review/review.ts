import { written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import { exempt, gap, met, unclear } from '../../../core/verdict.ts'
import { answerTo } from '../../desk/answers.ts'
import { documentNames, filesOf, titlePlace } from '../../papers/absent.ts'
import { distinctPapers } from '../../papers/papers.ts'
import { declarationOf } from '../../rows/opened.ts'

export const review = kind({
  name: 'review',
  summary: '机器不能判断的，列出相关材料请人判断；以写入的答复为准，过期无效。',
  decides: 'person',
  params: {
    materials: { type: 'materials', description: '供判断的材料；不写则为本指标全部材料', default: null },
    question: { type: 'text', description: '请人判断的问题' },
    group: {
      type: 'text',
      description:
        '问本单位是否属于 units.yaml 的这一类；答“符合”的按点名审核，答“不符合”的，只对这一类提出的指标不再要求',
      default: null,
    },
  },
  messages: {
    ask: {
      says: '请人工判断：{question}可查看{files}',
      fix: '请查看所列材料后，就规则{rule}答复“符合”或“不符合”并写明理由',
    },
    'ask-without': {
      says: '请人工判断：{question}目前未见可供判断的材料',
      fix: '请先补充材料，再就规则{rule}答复“符合”或“不符合”',
    },
    nothing: {
      says: '本单位已就本指标作{declares}（{reason}），没有可供判断的事项',
      fix: '无需答复；情况有变化的，请撤回{declares}并报送材料',
    },
    duty: { says: '{question}', fix: '请答“符合”或“不符合”，写一句理由；在答复以前，这些指标没有材料的不判缺口' },
    'not-ours': { says: '{by}于{on}答复不属于“{group}”：{reason}', fix: '无需处理' },
    approved: { says: '{by}于{on}答复符合：{reason}', fix: '无需处理' },
    rejected: { says: '{by}于{on}答复不符合：{reason}', fix: '请按答复意见整改，整改后请{by}重新答复' },
    expired: {
      says: '{by}于{on}的答复（“{answer}”）有效期至{until}，已过期。请重新判断：{question}',
      fix: '请重新查看材料，就规则{rule}再次答复',
    },
  },

  judge({ materials, question, group }, scope) {
    if (group !== null) return [dutyOf(group, asked(question), scope)]
    const { rule, indicator } = scope
    const asks = materials ?? indicator.materials.map(({ id }) => id)
    const files = filesOf(scope, asks)
    const found = distinctPapers(files).map(({ document }) => document)
    const places = found.map(titlePlace)
    const data = { question: asked(question), rule: rule.id, files: documentNames(found) }
    const answer = answerTo(scope.package, rule.id)
    const declaration = declarationOf(scope)
    if (!answer && found.length === 0 && declaration)
      return [
        exempt(
          'nothing',
          { declares: declaration.declares, reason: declaration.reason || '未写明事由' },
          { cites: [declaration.at], actual: declaration.declares },
        ),
      ]
    if (!answer)
      return [
        unclear(found.length > 0 ? 'ask' : 'ask-without', data, {
          cites: places,
          expected: '人工判断',
          actual: '尚无答复',
          ...(found.length === 0 && { lacks: { materials: asks } }),
        }),
      ]

    const about = {
      ...data,
      by: answer.by,
      on: written(answer.on),
      reason: answer.reason || '未写明理由',
      answer: answer.answer,
      until: answer.until ? written(answer.until) : '',
    }
    const more = { cites: [answer.at, ...places], expected: '符合', actual: answer.answer }
    if (answer.until && answer.until < scope.package.asOf)
      return [unclear('expired', about, { ...more, actual: '答复已过期' })]
    return [answer.answer === '符合' ? met('approved', about, more) : gap('rejected', about, more)]
  },
})

/** Whether the unit belongs to a group that the plan does not list. */
function dutyOf(group: string, question: string, scope: Scope) {
  const answer = answerTo(scope.package, scope.rule.id)
  if (!answer) return unclear('duty', { question, group }, { expected: '人工判断', actual: '尚无答复' })
  const about = {
    group,
    by: answer.by,
    on: written(answer.on),
    reason: answer.reason || '未写明理由',
    answer: answer.answer,
  }
  const more = { cites: [answer.at], expected: '符合', actual: answer.answer }
  return answer.answer === '符合' ? met('approved', about, more) : exempt('not-ours', about, more)
}

const asked = (question: string): string => (/[。？！?!]$/.test(question) ? question : `${question}。`)
