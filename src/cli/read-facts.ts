import type { ElectronicSignature } from '../core/evidence.ts'
import type { Certainty, DocumentFacts, Fact } from '../core/fact.ts'
import { spotName } from '../core/place.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'

const CERTAINTIES: Readonly<Record<Certainty, string>> = { certain: '可靠', likely: '较可靠', weak: '不可靠，请核对' }

export function factLines(facts: DocumentFacts, signatures: readonly ElectronicSignature[]): string[] {
  const { number, title, issuer, issued, cited, claims, drafts, seals } = facts
  return [
    factLine('文号', number),
    factLine('题名', title),
    factLine('发文机关', issuer),
    factLine('成文日期', issued),
    ...cited.map((fact) => factLine('引用文号', fact)),
    ...claims.map(({ subject, percent, at }) => `自报比率　${visible(subject)} ${percent}%${where(spotName(at))}`),
    ...drafts.map((fact) => factLine('非定稿迹象', fact)),
    ...signatures.map(signatureLine),
    ...(seals === null
      ? [signatures.length > 0 ? '纸面印章　没有检查' : '印章　　　没有检查']
      : seals.length === 0
        ? ['印章　　　检查过，未发现']
        : []),
    ...(seals ?? []).map(
      ({ at, certainty, pages }) =>
        `印章　　　${CERTAINTIES[certainty]}${pages ? `，骑缝章，盖在第${pages.join('、')}页边上` : where(spotName(at))}`,
    ),
  ]
}

/** What the file states; nobody has checked the certificate. */
function signatureLine({ form, by, at, page, whole }: ElectronicSignature): string {
  const name = /seal/.test(form) ? '电子印章　' : '电子签名　'
  const said = [
    by ? visible(clipped(by, 100)) : '没有写明是谁的',
    at ? `${at}签` : '',
    whole ? '' : '签后又加了内容，没有覆盖全文',
  ]
  return `${name}${said.filter((one) => one !== '').join('，')}（证书真伪没有核验）${page === undefined ? '' : `  第${page}页`}`
}

function factLine(name: string, fact: Fact<string> | null): string {
  const head = name + '　'.repeat(Math.max(0, 5 - name.length))
  if (!fact) return `${head}未识别到`
  const { value, certainty, why, at } = fact
  return `${head}${visible(clipped(value, 100))}（${CERTAINTIES[certainty]}${why ? `：${visible(why)}` : ''}）${where(spotName(at))}`
}

const where = (spot: string): string => (spot ? `  ${visible(spot)}` : '')
