import { explained } from '../../../core/explained.ts'
import { claims as judge } from './claims.ts'

export const claims = explained(judge, {
  name: '所写数字',
  limits: '只对照能与台账对上的件数和比率；约数、其中的一部分、别的单位的，不对照。',
  usual: '台账的 `spoken`、规则的 `claimed-as`',
  asks: () => ['自查报告、总结等所写的数字，与台账不一致的，汇总到那份材料。'],
})
