import { sliceLine } from '../../rst/blocks/indented.ts'
import { type LineReader, named, putLeaf } from './preparation.ts'

/** `::right::` (Slidev, slots of a layout). */
export const slot: LineReader = ({ line, text }, preparation) => {
  const name = /^::([a-z][\w-]*)::[ \t]*$/.exec(text)?.[1]
  if (name === undefined) return undefined
  putLeaf(preparation, line, { ...named('slot'), argument: sliceLine(line, 2, 2 + name.length) })
  return 0
}
