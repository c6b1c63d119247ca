import { formIn } from '../gaps/index.ts'
import type { Renderer } from './renderer.ts'

/** Every format, loaded only when it is asked for. */
export const RENDERERS: Readonly<Record<string, () => Promise<Renderer>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  notice: async () => (await import('./xlsx.ts')).notice,
  closing: async () => (await import('./xlsx.ts')).closing,
}

const EXTENSIONS: Readonly<Record<string, string>> = { txt: 'text', json: 'json', xlsx: 'xlsx' }

/** The format that a file's name asks for. */
export function formatOf(file: string): string | undefined {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase()
  if (extension === 'docx') return formIn(file.split(/[/\\]/).at(-1)!)
  return extension === undefined ? undefined : EXTENSIONS[extension]
}

export const EXTENSION_NAMES = [...Object.keys(EXTENSIONS), 'docx']
