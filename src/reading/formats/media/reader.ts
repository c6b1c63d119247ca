import { type Reader, whole } from '../../reader.ts'
import { adviceOn } from '../advice.ts'
import { playingTime } from './playing-time.ts'

/**
 * Recordings are registered with their length. Nothing in them was overlooked that could be a document, so they count
 * as read; the note says what a person has to hear or see.
 */
export const media: Reader = {
  name: 'media',
  version: 1,
  formats: ['audio', 'video'],

  async read(bytes, format) {
    const duration = playingTime(bytes)
    return whole({ pages: 0, properties: duration === undefined ? {} : { duration }, notes: [adviceOn(format)] })
  },
}
