import { join } from 'node:path'
import type { Io } from './io.ts'

/** Where readings are kept unless asked otherwise: the system's folder for what may be thrown away. */
export function cacheFolder({ env }: Pick<Io, 'env'>, platform: string, home: string): string {
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : (absolute(env.XDG_CACHE_HOME) ?? join(home, '.cache'))
  return join(base, 'fazhi-audit')
}

/** The XDG specification tells to ignore a relative path. */
const absolute = (path: string | undefined): string | undefined => (path?.startsWith('/') ? path : undefined)
