import type { Table as MdastTable, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'
import { normalizeName } from '../../identifiers.ts'
import type { Node, Title } from '../../nodes.ts'
import { classesIn, readAttributes, valueIn } from '../attributes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import type { Construct } from './construct.ts'
import { regroup } from './regroup.ts'

/** A table, and the paragraph that says what is in it. */
interface CaptionedTable extends Parent {
  type: 'captionedTable'
  children: [RootContent, Paragraph]
}

declare module 'mdast' {
  interface RootContentMap {
    captionedTable: CaptionedTable
  }
}

/** `Table: A caption`, `: A caption {#tbl-x}` below a table, or above it (pandoc, table_captions). */
export const tableCaption: Construct = {
  name: 'tableCaption',
  dialects: pandocDialects,
  mdast: [
    {
      transforms: [
        (tree) => {
          for (const from of ['table', 'textTable'] as const) regroup(tree, { from, into: 'captionedTable', arrange: withCaptions })
        },
      ],
    },
  ],
  blocks: { captionedTable: readTable },
}

const mark = /^(?:[Tt]able)?:[ \t]+/

const isCaption = (node: RootContent | undefined): node is Paragraph =>
  node?.type === 'paragraph' && node.children[0]?.type === 'text' && mark.test(node.children[0].value)

const isTable = (node: RootContent | undefined): boolean => node?.type === 'table' || node?.type === 'textTable'

function withCaptions(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last && isTable(last) && isCaption(node)) result[result.length - 1] = captioned(last, node)
    // One between two tables is the first one's.
    else if (isTable(node) && isCaption(last)) result[result.length - 1] = captioned(node, last)
    else result.push(node)
  }
  return result
}

function captioned(table: RootContent, caption: Paragraph): CaptionedTable {
  const [first, second] = [table.position, caption.position].sort((one, other) => (one?.start.offset ?? 0) - (other?.start.offset ?? 0))
  const position = first && second ? { position: { start: first.start, end: second.end } } : {}
  return { type: 'captionedTable', children: [table, caption], ...position }
}

function readTable({ children: [table, caption] }: CaptionedTable, context: MarkdownContext): readonly Node[] {
  const nodes = context.blocksOf([table as MdastTable])
  const made = nodes.find(({ type }) => type === 'table')
  if (made?.type !== 'table') return nodes
  const { words, attributes } = wordsOf(caption.children)
  const title: Title = { type: 'title', children: context.inlineOf(words), position: placeOf(caption, context) }
  made.children.unshift(title)
  const classes = attributes ? classesIn(attributes) : []
  if (classes.length > 0) made.classes = [...(made.classes ?? []), ...classes]
  const id = attributes && valueIn(attributes, 'id')
  if (id !== undefined) {
    made.names = [normalizeName(id)]
    made.ids = [id]
    context.rst.names.noteExplicitTarget(made, made)
  }
  return nodes
}

/** The caption without its mark, and the attributes that it ends with. */
function wordsOf([first, ...others]: PhrasingContent[]) {
  const words = first?.type === 'text' ? [{ ...first, value: first.value.replace(mark, '') }, ...others] : []
  const last = words.at(-1)
  const at = last?.type === 'text' ? /[ \t]*\{[^{}]*\}\s*$/.exec(last.value) : null
  if (last?.type !== 'text' || !at) return { words, attributes: undefined }
  const text = at[0].trim()
  const attributes = readAttributes({ text, source: { path: '', text }, number: 1, start: 0, indent: 0 }, 0)
  return { words: attributes ? [...words.slice(0, -1), { ...last, value: last.value.slice(0, at.index) }] : words, attributes }
}
