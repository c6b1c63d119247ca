import { note, Unreadable } from '../../reader.ts'

// What is told of archives and of what is in them.

export const damaged = (cause: unknown) =>
  new Unreadable('damaged', '压缩包已损坏或不完整，无法解开：请从原处重新复制，或解压后把里面的文件直接放入', { cause })

export const tooMany = (most: number) =>
  new Unreadable('too-large', `压缩包里的文件超过${most}个，没有打开：请解压，把佐证材料直接放入`)

export const ESCAPES = note('odd-name', '压缩包内的文件名指向压缩包以外的位置，没有读取：请核实文件来源，解压后放入')
export const TOO_LONG = note('odd-name', '压缩包内的文件名或文件夹层数过长，没有读取：请解压，缩短名称后直接放入')
export const LITTER = note('litter', '系统或办公软件自动生成的文件，不是佐证材料，未读取：请删除后再报送')
export const LINK = note('link', '这是一个链接，不是文件本身，未跟随读取：请把它指向的文件放入')
export const ENCRYPTED = note('encrypted', '压缩包加了密码，里面的文件无法读取：请去掉密码，或解压后把文件直接放入')
export const TWIN = note('odd-name', '压缩包里另有同一位置、同一名称的文件，这一个没有读取：请解压后分别改名，直接放入')
export const UNKNOWN_PACKING = note(
  'unsupported',
  '压缩包用了不常见的压缩方式，里面的这个文件暂不能读取：请解压后把文件直接放入，或用系统自带的压缩功能重新压缩',
)
export const TOO_LARGE = note('too-large', '解开后过大，为安全起见没有读取：请核实文件来源，解压后把佐证材料直接放入')

export const TOO_DEEP = note('not-read', '压缩包套了太多层，没有打开：请解压，把里面的文件直接放入')
