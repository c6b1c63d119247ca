import type { Headline } from '../core/verdict-line.ts'

/** Colours for a terminal; without colour every paint leaves a text as it is. */
export type Paint = { readonly [tone in Headline['tone'] | 'bold' | 'dim']: (text: string) => string }

export async function paintOf(colour: boolean): Promise<Paint> {
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return { bad: chalk.red, fair: chalk.yellow, ask: chalk.cyan, good: chalk.green, bold: chalk.bold, dim: chalk.dim }
}
