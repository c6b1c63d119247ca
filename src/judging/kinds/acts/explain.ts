import { explained } from '../../../core/explained.ts'
import { acts as judge } from './acts.ts'

export const acts = explained(judge, {
  name: '文件所记的事',
  limits: '只看文件里写着的日期、职务和姓名；没有写的不作判断，图片识别的日期请对照原件。',
  usual: '`check: consultation/review-first/review-time/last-word/chair/accounts/breach/issuer`、`at-least`、`posts`',
  asks: (asked) => [
    `核对${CHECKS[asked.check] ?? asked.check}，几份文件按书名号里的名称连起来看。`,
    asked['at-least'] !== null &&
      `应不少于${asked['at-least']}${asked.unit === 'workday' ? '个工作日' : '日'}${asked.market === null ? '' : `，与市场主体生产经营密切相关的不少于${asked.market}日`}。`,
    asked.check === 'breach' && `看的是${asked.words.join('、')}：写着不许、没有的不算。`,
    asked['denied-in'].length > 0 && `${asked['denied-in'].join('、')}的表里写“不涉及”“没有”的，一并指出。`,
    asked.posts.length > 0 && `应由${asked.posts.join('、')}主持。`,
  ],
})

const CHECKS: Readonly<Record<string, string>> = {
  consultation: '征求意见的公告写明的起止日期',
  'review-first': '合法性审查意见的出具日期不晚于会议讨论和印发的日期',
  'review-time': '审查意见书写明的送审、出具日期之间的工作日',
  'last-word': '会议纪要、记录写明主要负责人最后发言',
  chair: '会议纪要写明的主持人',
  breach: '本单位文件里写明违规的话',
  issuer: '对外的规矩不是内设机构、派出机构、临时机构自己发的',
  accounts: '每份述职（述法）报告都写了法治建设职责',
}
