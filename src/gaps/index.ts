import type { ListOf } from './book/book.ts'

/** What is written of a list, by the name of its format; each is loaded only when it is asked for. */
export const LISTS: Readonly<Record<string, (list: ListOf) => Promise<Uint8Array>>> = {
  xlsx: async (list) => (await import('./book/book.ts')).bookOf(list),
  notice: async (list) => (await import('./forms/forms.ts')).noticeOf(list),
  closing: async (list) => (await import('./forms/forms.ts')).closingOf(list),
}

/** The two forms are told apart by the file's name. */
export const formIn = (file: string): string | undefined =>
  /销号/.test(file) ? 'closing' : /通知/.test(file) ? 'notice' : undefined
