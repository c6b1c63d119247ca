import { join } from 'node:path'
import type { Io } from './io.ts'

/** Where readings are kept unless asked otherwise: the system's folder for what may be thrown away. None without a home. */
export function cacheFolder({ env }: Pick<Io, 'env'>, platform: string): string | undefined {
  const base = baseOf(env, platform)
  return base && join(base, 'fazhi-audit')
}

function baseOf(env: Io['env'], platform: string): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA ?? below(env.USERPROFILE, 'AppData', 'Local')
  if (platform === 'darwin') return below(env.HOME, 'Library', 'Caches')
  // The XDG specification tells to ignore a relative path.
  return env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : below(env.HOME, '.cache')
}

const below = (home: string | undefined, ...names: readonly string[]): string | undefined =>
  home ? join(home, ...names) : undefined
