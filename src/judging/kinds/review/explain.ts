import { explained } from '../../../core/explained.ts'
import { papers } from '../../asks/papers.ts'
import { review as judge } from './review.ts'

export const review = explained(judge, {
  name: '请人判断',
  limits: '本条全部由人判断：没有答复的，列为存疑，绝不算作符合。',
  usual: '`question`',
  asks: (asked, about) => [
    `请判断：${asked.question}`,
    asked.group !== null && `问的是本单位是否属于“${asked.group}”；名单已经确定的单位不问。`,
    asked.group === null &&
      `可查看：${asked.materials === null ? '本指标的全部材料' : papers(about, asked.materials)}。`,
    '判断后在 audit.yaml 或者退回的问题整改清单中答复“符合”或“不符合”，写明理由、姓名和日期；过了有效期，须重新判断。',
  ],
})
