import { type PhotoFacts, photoFacts } from '../photo.ts'
import { NOTHING, note, type Reader, Unreadable } from '../reader.ts'

export const image: Reader = {
  name: 'image',
  version: 1,
  formats: ['jpg', 'png', 'tiff', 'bmp', 'webp', 'gif'],

  async read(bytes, format) {
    const facts = photoFacts(bytes, format)
    if (!facts) throw new Unreadable('damaged', '图片已损坏或不完整，无法打开：请重新导出或从原处复制后放入')
    return { ...NOTHING, pages: 1, properties: facts, notes: [note('not-read', told(facts))] }
  },
}

function told({ width, height, taken }: PhotoFacts): string {
  const when = taken ? `拍摄于${taken}` : '没有拍摄日期'
  return `图片只作登记（${width}×${height}像素，${when}），图里的文字没有读取：请由人工核对`
}
