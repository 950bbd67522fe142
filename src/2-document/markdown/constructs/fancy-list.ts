import type { BlockContent, Nodes, Parent, Root, RootContent, Text } from 'mdast'
import type { EnumeratedList, Node } from '../../nodes.ts'
import { romanNumber } from '../../syntax/roman.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import type { Construct } from './construct.ts'
import { markedItem } from './marked-item.ts'
import { parent } from './parent.ts'
import { regroup } from './regroup.ts'

/** What an item's mark says. */
interface FancyMark {
  readonly prefix: '' | '('
  readonly suffix: '.' | ')'
  readonly number: string
  /** What the list's further items must have too. */
  readonly kind: 'digits' | 'lower' | 'upper' | 'auto' | 'example'
}

interface FancyItem extends Parent {
  type: 'fancyItem'
  mark: FancyMark
  /** An example's number in the deck. */
  example?: number
  children: BlockContent[]
}

interface FancyList extends Parent {
  type: 'fancyList'
  children: FancyItem[]
}

declare module 'mdast' {
  interface RootContentMap {
    fancyItem: FancyItem
    fancyList: FancyList
  }
}

/** Lists numbered `a.`, `iv)`, `(1)`, `#.` (pandoc, fancy_lists), and examples, numbered through the deck: `(@)`, `(@label)` (example_lists). */
export const fancyList: Construct = {
  name: 'fancyList',
  dialects: pandocDialects,
  syntax: (reading) => ({
    document: {
      null: markedItem('fancyItem', reading, ({ text }, self) => {
        const [whole, prefix = '', number = '', suffix = ''] = mark.exec(text) ?? []
        if (whole === undefined || self.interrupt || (prefix === '(' && suffix === '.')) return undefined
        const kind = kindOf(number)
        // `B. Russell` is a name, `1.` is CommonMark's.
        if ((kind === 'digits' && prefix === '') || (kind === 'upper' && suffix === '.' && !/[ \t]{2}$/.test(whole))) return undefined
        if (kind === 'example' && (prefix === '' || suffix === '.')) return undefined
        return { length: whole.length, read: { prefix, suffix, number, kind } }
      }),
    },
  }),
  mdast: [
    {
      ...parent('fancyItem', (read: FancyMark): FancyItem => ({ type: 'fancyItem', mark: read, children: [] })),
      transforms: [
        (tree) => {
          regroup(tree, { from: 'fancyItem', into: 'fancyList', arrange: withLists })
          numberExamples(tree)
        },
      ],
    },
  ],
  blocks: { fancyList: readList },
}

const mark = /^(\(?)(#|@[\w-]*|\d{1,9}|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)([.)])[ \t]{1,4}(?=\S)/

const kindOf = (number: string): FancyMark['kind'] => {
  if (number.startsWith('@')) return 'example'
  if (number === '#') return 'auto'
  return /^\d/.test(number) ? 'digits' : /^[a-z]/.test(number) ? 'lower' : 'upper'
}

function withLists(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type !== 'fancyItem') result.push(node)
    else if (last?.type === 'fancyList' && isSameList(node.mark, last.children[0]?.mark)) {
      last.children.push(node)
      if (last.position && node.position) last.position = { ...last.position, end: node.position.end }
    } else result.push({ type: 'fancyList', children: [node], ...(node.position ? { position: node.position } : {}) })
  }
  return result
}

const isSameList = (mark: FancyMark, first: FancyMark | undefined): boolean =>
  mark.kind === first?.kind && mark.prefix === first.prefix && mark.suffix === first.suffix

/** Examples are counted through the deck; where a text names one, `(@label)`, its number stands. */
function numberExamples(tree: Root): void {
  const numbers = new Map<string, number>()
  let count = 0
  const texts: Text[] = []
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text') texts.push(node)
    if (node.type === 'fancyItem') {
      const label = node.mark.number.slice(1)
      if (node.mark.kind === 'example') {
        node.example = ++count
        if (label && !numbers.has(label)) numbers.set(label, count)
      }
    }
    if ('children' in node) open.push(...[...node.children].reverse())
  }
  if (numbers.size === 0) return
  for (const text of texts)
    text.value = text.value.replace(/\(@([\w-]+)\)/g, (whole, label: string) => (numbers.has(label) ? `(${numbers.get(label)})` : whole))
}

function readList(list: FancyList, context: MarkdownContext): readonly Node[] {
  const [first] = list.children
  if (!first) return []
  const { prefix, suffix } = first.mark
  const { enumtype, start } = sequenceOf(first)
  const children = list.children.map((item) => ({
    type: 'list_item' as const,
    children: context.blocksOf(item.children),
    position: placeOf(item, context),
  }))
  const numbers = { enumtype, prefix, suffix, ...(start === 1 ? {} : { start }) }
  return [{ type: 'enumerated_list', ...numbers, children, position: placeOf(list, context) }]
}

/** A single `i` is the first Roman number, other single letters are letters. */
function sequenceOf({ mark: { kind, number }, example = 1 }: FancyItem): { enumtype: EnumeratedList['enumtype']; start: number } {
  if (kind === 'example') return { enumtype: 'arabic', start: example }
  if (kind === 'auto') return { enumtype: 'arabic', start: 1 }
  if (kind === 'digits') return { enumtype: 'arabic', start: Number(number) }
  const roman = number.length > 1 || number.toLowerCase() === 'i' ? romanNumber(number.toUpperCase()) : undefined
  if (roman !== undefined) return { enumtype: kind === 'lower' ? 'lowerroman' : 'upperroman', start: roman }
  return { enumtype: kind === 'lower' ? 'loweralpha' : 'upperalpha', start: number.toLowerCase().charCodeAt(0) - 96 }
}
