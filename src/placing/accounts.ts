import type { Document } from '../core/package.ts'
import { STATEMENT } from './declarations.ts'
import { namesOf } from './names.ts'

const ACCOUNT = /自查|总结|述职|工作报告|情况的?报告|年度报告|情况报告|情况的?函|报告$|情况$/u
const OF_ANOTHER = /评估|调研|审计|评查|检查|测评|审核|审查|论证|听证|调查/u

/** Who speaks of the whole unit: statements, self-reports and yearly reports; an evaluation speaks of what it evaluates. */
export function isAccount(document: Document): boolean {
  if (isStatement(document)) return true
  const names = namesOf(document).filter(({ by }) => by !== 'heading')
  return names.some(({ bare: name }) => ACCOUNT.test(name) && (!OF_ANOTHER.test(name) || /自查/u.test(name)))
}

const REPORTED = /(?:未|无|没有|不涉及|零).*(?:报告|情况|函|表)(?:\d{0,8})$/u
const OTHER = /自查报告|年度报告|工作报告|工作总结|建设情况的?报告/u

export function isStatement(document: Document): boolean {
  const names = namesOf(document).filter(({ by }) => by !== 'heading')
  if (names.some(({ bare: name }) => OTHER.test(name))) return false
  return names.some(({ bare: name }) => STATEMENT.test(name) || REPORTED.test(name))
}

/** What is surely no final text says nothing yet. */
export const isDraft = ({ facts }: Document): boolean => facts.drafts.some(({ certainty }) => certainty === 'certain')
