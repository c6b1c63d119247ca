import { version } from '../../src/cli/about.ts'
import type { IndicatorSystem } from '../../src/core/system.ts'
import { loadSystem } from '../../src/system/load.ts'

let loading: Promise<IndicatorSystem> | undefined

/** The shipped system, loaded once for all tests that share their modules: nobody changes it. */
export function shipped(): Promise<IndicatorSystem> {
  loading ??= loadSystem('indicators/zhaohua-2022', { version: version() })
  return loading
}
