import { type LineReader, named, previousIsBlank, putLeaf } from './preparation.ts'

/** `. . .` alone on a line (pandoc, inserting pauses). */
export const pause: LineReader = ({ line, text }, preparation) => {
  if (!/^\. \. \.[ \t]*$/.test(text) || !previousIsBlank(preparation)) return undefined
  putLeaf(preparation, line, named('pause'))
  return 0
}
