import { oneOf } from './words.ts'

/** The lists of `words/papers.yaml`: what papers say in their titles, heads and sentences. */
export const PAPER_LISTS = [
  'opens',
  'noticeEnds',
  'titleStarts',
  'reasons',
  'notTitled',
  'chrome',
  'menus',
  'addressees',
  'notAddressees',
  'letterheads',
  'mute',
  'sorts',
  'unnumbered',
  'statements',
  'reportEnds',
  'ruleNames',
  'rules',
  'quotedRules',
  'quoting',
  'normative',
  'campaigns',
  'campaignPlans',
  'ofOneCampaign',
  'majorDecisions',
  'deputyPosts',
  'listening',
  'deciding',
  'aboutIssue',
  'aboutIssueEnds',
  'aboutDrafts',
  'bodyEnds',
  'bodies',
  'toAll',
  'excerpts',
] as const

export type PaperList = (typeof PAPER_LISTS)[number]

/** One of the words of a list, as a group of a pattern. */
export const paperWord = (list: PaperList): string => oneOf('papers', list)
