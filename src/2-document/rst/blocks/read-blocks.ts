import type { Line } from '../../../1-source/source.ts'
import type { ParseContext } from '../../syntax/context.ts'
import type { BlockConstruct } from './construct.ts'
import { blockConstructs } from './registry.ts'

const general = blockConstructs.filter(({ starts }) => starts === undefined)
const constructsOf: ReadonlyMap<string, readonly BlockConstruct[]> = new Map(
  Array.from(new Set(blockConstructs.map(({ starts }) => starts ?? '').join('')), (character) => [
    character,
    blockConstructs.filter(({ starts }) => starts === undefined || starts.includes(character)),
  ]),
)

/** Reads lines block by block; what they become is appended to the context's parent, which a section title changes. */
export function readBlocks(lines: readonly Line[], context: ParseContext): void {
  let index = 0
  while (index < lines.length) {
    if (lines[index]?.text === '') index++
    else index = readBlock(lines, index, context)
  }
}

/** Reads one block and returns the first line after it. The last construct of the registry takes any line. */
function readBlock(lines: readonly Line[], index: number, context: ParseContext): number {
  const { outerLine } = context.reader
  const constructs = constructsOf.get(lines[index]?.text[0] ?? '') ?? general
  for (let at = 0; at < constructs.length; at++) {
    const result = (constructs[at] as BlockConstruct).read(lines, index, context)
    if (!result) continue
    for (const node of result.nodes) context.reader.parent?.children.push(node)
    context.reader.nameLine = undefined
    context.reader.outerLine = outerLine
    return result.next
  }
  return index + 1
}
