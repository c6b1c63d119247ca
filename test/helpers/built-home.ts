import { pathToFileURL } from 'node:url'
import { PLACE } from './built.ts'

/** Stands for `src/core/home.ts` where commands and reader processes run what the sources were built into. */
export const HOME = pathToFileURL(`${PLACE}/`).href
