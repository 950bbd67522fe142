import type { BlockContent, Paragraph, Parent, RootContent } from 'mdast'
import { spanning } from '../../../diagnostics/position.ts'
import type { DefinitionListItem, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { isBlank, marginOf } from '../lines.ts'
import type { Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { markedItem } from './marked-item.ts'
import { parent } from './parent.ts'
import { regroup } from './regroup.ts'

/** What `: ` begins. */
interface DefinitionItem extends Parent {
  type: 'definitionItem'
  children: BlockContent[]
}

/** Terms, each with the definitions below it. */
interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (Paragraph | DefinitionItem)[]
}

declare module 'mdast' {
  interface RootContentMap {
    definitionItem: DefinitionItem
    definitionList: DefinitionList
  }
}

/** A line with the term; below it, or below a blank line, `: ` or `~ ` with what it means (pandoc, definition_lists). */
export const definitionList: Construct = {
  name: 'definitionList',
  dialects: pandocDialects,
  syntax(reading) {
    const starts = definitionLines(reading)
    if (starts.size === 0) return {}
    const construct = markedItem('definitionItem', reading, ({ text, number }) =>
      starts.has(number) && mark.test(text) ? { length: mark.exec(text)?.[0].length ?? 0, read: undefined } : undefined,
    )
    return { document: { null: construct } }
  },
  mdast: [
    {
      ...parent('definitionItem', (): DefinitionItem => ({ type: 'definitionItem', children: [] })),
      transforms: [(tree) => regroup(tree, { from: 'definitionItem', into: 'definitionList', arrange: withLists })],
    },
  ],
  blocks: { definitionList: readList },
}

const mark = /^[:~][ \t]+(?=\S)/

/** A line that is another block than a paragraph. */
const otherBlock = /^(?:#{1,6}\s|:::|```|~~~|\||\+[-=]|<|-{3,}|[-*+]\s|\d+[.)]\s)/

/** The numbers of the lines that may begin a definition: below a line that stands alone, or below another definition. */
function definitionLines({ lines }: Reading): ReadonlySet<number> {
  const found = new Set<number>()
  let above: 'nothing' | 'term' | 'text' | 'definition' = 'nothing'
  let blanks = 1
  for (const line of lines) {
    const text = line.text.slice(marginOf(line.text).length)
    if (isBlank(text)) {
      blanks++
      continue
    }
    if (mark.test(text) && (above === 'term' || above === 'definition') && blanks < 2) {
      found.add(line.number)
      above = 'definition'
    } else if (otherBlock.test(text)) above = /^[-*+\d]/.test(text) && !/^-{3,}/.test(text) ? 'term' : 'nothing'
    else if (blanks > 0 || above === 'nothing') above = 'term'
    else if (above !== 'definition') above = 'text'
    blanks = 0
  }
  return found
}

/** A definition belongs to the paragraph before it; one without is text. */
function withLists(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    if (node.type !== 'definitionItem') {
      result.push(node)
      continue
    }
    const last = result.at(-1)
    const before = last?.type === 'paragraph' ? result.at(-2) : last
    if (last?.type === 'paragraph') {
      result.pop()
      if (before?.type === 'definitionList') addTo(before, [last, node])
      else result.push(spanned({ type: 'definitionList', children: [last, node] }))
    } else if (last?.type === 'definitionList') addTo(last, [node])
    else result.push(...asText(node))
  }
  return result
}

const spanned = (list: DefinitionList): DefinitionList => {
  const [first] = list.children
  const last = list.children.at(-1)
  return first?.position && last?.position ? { ...list, position: { start: first.position.start, end: last.position.end } } : list
}

function addTo(list: DefinitionList, nodes: DefinitionList['children']): void {
  list.children.push(...nodes)
  Object.assign(list, spanned(list))
}

function asText({ children }: DefinitionItem): RootContent[] {
  const [first, ...others] = children
  if (first?.type !== 'paragraph') return children
  return [{ ...first, children: [{ type: 'text', value: ': ' }, ...first.children] }, ...others]
}

/** A term has one definition in the tree, as docutils has it: a further one goes on with it. */
function readList(list: DefinitionList, context: MarkdownContext): readonly Node[] {
  const items: DefinitionListItem[] = []
  for (const node of list.children) {
    const position = placeOf(node, context)
    if (node.type === 'paragraph') {
      items.push({
        type: 'definition_list_item',
        children: [{ type: 'term', children: context.inlineOf(node.children), position }],
        position,
      })
      continue
    }
    const item = items.at(-1)
    const blocks = context.blocksOf(node.children)
    const last = item?.children.at(-1)
    if (last?.type === 'definition') last.children.push(...blocks)
    else item?.children.push({ type: 'definition', children: blocks, position })
    if (last?.type === 'definition' && last.position) last.position = spanning(last.position, position)
    if (item?.position) item.position = spanning(item.position, position)
  }
  return [{ type: 'definition_list', children: items, position: placeOf(list, context) }]
}
