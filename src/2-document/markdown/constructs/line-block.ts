import type { Parent, RootContent } from 'mdast'
import type { TokenizeContext } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import { type Line, positionOfLines, textBlock } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import { type IndentedLine, nest } from '../../syntax/nested-lines.ts'
import { indentOf, sliceLine } from '../../syntax/sliced-lines.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { readInline } from '../inline/read-inline.ts'
import { isBlank } from '../lines.ts'
import { codes } from '../micromark/codes.ts'
import { lineConstruct, textBelow } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'
import { isRightBelow, regroup } from './regroup.ts'

/** A line that keeps its end, or one that goes on with it. */
interface LineBlockLine extends UnistNode {
  type: 'lineBlockLine'
  line: Line
  /** Whether it goes on with the line above. */
  goesOn: boolean
}

interface LineBlock extends Parent {
  type: 'lineBlock'
  children: LineBlockLine[]
}

declare module 'mdast' {
  interface RootContentMap {
    lineBlockLine: LineBlockLine
    lineBlock: LineBlock
  }
}

/** `| ` before each line; one that is indented goes on with the line above (pandoc, line_blocks). */
export const lineBlock: Construct = {
  name: 'lineBlock',
  dialects: pandocDialects,
  syntax: (reading) => ({
    flow: {
      [codes.verticalBar]: lineConstruct('lineBlockLine', reading, (line, self) => {
        const isLine =
          !self.interrupt && /^\|(?:[ \t]|$)/.test(line.text) && !isInTable(self) && !tableRule.test(textBelow(self, reading, 1))
        return isLine ? { line: sliceLine(line, Math.min(2, line.text.length)), goesOn: false } : undefined
      }),
    },
    flowInitial: {
      null: lineConstruct('lineBlockLine', reading, (line, self) => {
        const above = lastToken(self)
        const goesOn = above?.type === 'lineBlockLine' && above.end.line === self.now().line - 1 && /^[ \t]+[^ \t]/.test(line.text)
        return goesOn ? { line: sliceLine(line, indentOf(line.text)), goesOn } : undefined
      }),
    },
  }),
  mdast: [
    {
      ...leaf('lineBlockLine', (read: Pick<LineBlockLine, 'line' | 'goesOn'>): LineBlockLine => ({ type: 'lineBlockLine', ...read })),
      transforms: [(tree) => regroup(tree, { from: 'lineBlockLine', into: 'lineBlock', arrange: withBlocks })],
    },
  ],
  blocks: { lineBlock: readLines },
}

const lastToken = ({ events }: TokenizeContext) => events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1]

/** GFM's rows are blocks of their own until the table ends. */
const isInTable = (self: TokenizeContext): boolean => tableParts.has(lastToken(self)?.type ?? '')

const tableParts: ReadonlySet<string> = new Set(['tableHead', 'tableRow'])

/** What makes a table's head of the line above it (GFM, section 4.10). */
const tableRule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

function withBlocks(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type !== 'lineBlockLine') result.push(node)
    else if (last?.type === 'lineBlock' && isRightBelow(node, last)) {
      last.children.push(node)
      if (last.position && node.position) last.position = { ...last.position, end: node.position.end }
    } else result.push({ type: 'lineBlock', children: [node], ...(node.position ? { position: node.position } : {}) })
  }
  return result
}

function readLines(block: LineBlock, context: MarkdownContext): readonly Node[] {
  const written: Line[][] = []
  for (const { line, goesOn } of block.children) {
    if (goesOn) written.at(-1)?.push(line)
    else written.push([line])
  }
  const read: IndentedLine[] = []
  for (const lines of written) {
    const [first] = lines as [Line]
    const position = positionOfLines(first, lines.at(-1) ?? first)
    // An empty line goes with the one before it.
    const indent = isBlank(first.text) ? (read.at(-1)?.indent ?? 0) : indentOf(first.text)
    const text = textBlock([sliceLine(first, indentOf(first.text)), ...lines.slice(1)])
    read.push({ line: { type: 'line', children: readInline(text, context), position }, indent, position })
  }
  return [{ ...nest(read, 0, read.length, 0), position: placeOf(block, context) }]
}
