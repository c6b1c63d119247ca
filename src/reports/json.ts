import type { Renderer } from './renderer.ts'

export const json: Renderer = {
  name: 'json',
  extensions: ['json'],
  binary: false,
  async render(report) {
    return `${JSON.stringify(report, null, 2)}\n`
  },
}
