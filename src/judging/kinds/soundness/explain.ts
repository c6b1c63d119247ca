import { explained } from '../../../core/explained.ts'
import { soundness as judge } from './soundness.ts'

export const soundness = explained(judge, {
  name: '材料本身',
  limits: '只看文件上写着的：签名、印章是图片的认不全，列为存疑；是否真实、是否有效，请人查看原件。',
  usual: '没有参数',
  asks: () => [
    '逐件查看所报的每个文件，不论哪项指标用到：是不是草稿，落款、签字、结论、日期是否空着，是不是外单位自己的文件，合同、证件是否在创建周期内到期，日期与引用的文件是否对得上。',
    '在文件所在的或者所属的指标下指出；没有所属指标的，列在整包要求下。写得明白的判为缺口，拿不准的列为存疑。',
    '草稿旁边有定稿的、征求意见公告所附的、作为附件的空白表样，不算。',
  ],
})
