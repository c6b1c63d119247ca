import { spawnSync } from 'node:child_process'

export type Run = {
  readonly ms: number
  readonly peakMb: number
  readonly status: number | null
  readonly stdout: string
}

/** Wall time of a whole process. Peak memory only for node programs, which are made to tell it when they end. */
export function timed(command: string, args: readonly string[], cwd?: string): Run {
  const start = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  return { ms, peakMb: Number(/^maxrss=(\d+)$/m.exec(stderr ?? '')?.[1] ?? 0) / 1024, status, stdout: stdout ?? '' }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs each contender in turn, round after round, so that a slow moment of the machine hits all alike. */
export function compared<K extends string>(rounds: number, contenders: Readonly<Record<K, () => Run>>): Record<K, Run> {
  const names = Object.keys(contenders) as K[]
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<K, Run[]>
  for (let round = 0; round < rounds; round++) for (const name of names) runs[name].push(contenders[name]())
  return Object.fromEntries(
    names.map((name) => {
      const own = runs[name]
      return [
        name,
        { ...own.at(-1)!, ms: median(own.map(({ ms }) => ms)), peakMb: Math.max(...own.map(({ peakMb }) => peakMb)) },
      ]
    }),
  ) as Record<K, Run>
}

export const has = (command: string): boolean => spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined
