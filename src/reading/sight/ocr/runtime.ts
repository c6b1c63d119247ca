import type { OrtInferenceSession, OrtModule } from 'paddleocr'
import { versionOf } from '../../own/installed.ts'
import { lacking } from '../../own/packages.ts'

export const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'] as const
export type RuntimeName = (typeof RUNTIMES)[number]

/** What runs the models. */
export type Runtime = {
  readonly name: RuntimeName
  readonly version: string
  readonly module: OrtModule
  open(model: Uint8Array): Promise<OrtInferenceSession>
}

/**
 * The native runtime where the user has installed it, else WebAssembly, which works everywhere. The native one is no
 * dependency of ours: its install script fetches files from outside npm and fails without a network.
 */
export async function runtimeOf(wanted: RuntimeName | undefined, threads: number): Promise<Runtime> {
  if (wanted) return opened(wanted, threads)
  if (versionOf('onnxruntime-node') === undefined) return opened('onnxruntime-web', threads)
  try {
    return await opened('onnxruntime-node', threads)
  } catch {
    // The two may differ in a sign: under the name of the one, nothing that the other read is kept.
    lacking()
    return opened('onnxruntime-web', threads)
  }
}

async function opened(name: RuntimeName, threads: number): Promise<Runtime> {
  const ort = name === 'onnxruntime-web' ? await import('onnxruntime-web') : await native()
  if (name === 'onnxruntime-web') {
    ort.env.wasm.numThreads = threads
    ort.env.logLevel = 'error'
  }
  const options =
    name === 'onnxruntime-web'
      ? { logSeverityLevel: 3 as const }
      : { logSeverityLevel: 3 as const, intraOpNumThreads: threads, interOpNumThreads: 1 }
  return {
    name,
    version: versionOf(name) ?? '?',
    // paddleocr describes the runtime loosely (any tensor type, any session); it is this one that it means.
    module: ort as unknown as OrtModule,
    open: async (model) => (await ort.InferenceSession.create(model, options)) as unknown as OrtInferenceSession,
  }
}

/** Both runtimes export the same things; only one of them is among our packages, so the compiler cannot know the other. */
async function native(): Promise<typeof import('onnxruntime-web')> {
  const name: string = 'onnxruntime-node'
  const found: typeof import('onnxruntime-web') = await import(name)
  return found
}
