import type { ListItem as MdastItem, List as MdastList } from 'mdast'
import type { ListItem, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { type ElementAttributes, giveAttributes, takeElementAttributes } from '../deck/element-attributes.ts'

/** Bullet and numbered lists. In a Marp deck `*` and `1)` mean that the items come one by one. */
export function list(node: MdastList, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const mark = /^\s*(?:([-*+])|\d+([.)]))/.exec(writtenText(node, context))
  const unfolds = context.slides.dialect === 'marp' && (mark?.[1] === '*' || mark?.[2] === ')')
  const classes = unfolds ? { classes: ['substep'] } : {}
  const children = node.children.map((item) => itemOf(item, context))
  if (!node.ordered) return [{ type: 'bullet_list', bullet: mark?.[1] ?? '-', ...classes, children, position }]
  const start = node.start ?? 1
  const numbers = { enumtype: 'arabic' as const, prefix: '', suffix: mark?.[2] ?? '.' }
  return [{ type: 'enumerated_list', ...numbers, ...(start === 1 ? {} : { start }), ...classes, children, position }]
}

/** A task's box is a character, ticked or not; the class says it too. */
function itemOf(node: MdastItem, context: MarkdownContext): ListItem {
  const position = placeOf(node, context)
  const { own, blocks } = takeOwnAttributes(node, context)
  const children = context.blocksOf(blocks)
  if (typeof node.checked !== 'boolean') return withOwn({ type: 'list_item', children, position }, own, context)
  const [first, ...others] = children
  const place = { ...position, end: position.start }
  const box: Node = {
    type: 'inline',
    classes: ['task-box'],
    children: [{ type: 'text', value: node.checked ? '☑ ' : '☐ ', position: place }],
    position: place,
  }
  const marked: Node =
    first?.type === 'paragraph' ? { ...first, children: [box, ...first.children] } : { type: 'paragraph', children: [box], position: place }
  const rest = first?.type === 'paragraph' ? others : children
  const classes = ['task', ...(node.checked ? ['done'] : [])]
  return withOwn({ type: 'list_item', classes, children: [marked, ...rest], position }, own, context)
}

function withOwn(item: ListItem, own: ElementAttributes, context: MarkdownContext): ListItem {
  giveAttributes(item, own, context)
  return item
}

/** What a comment says of the item's text, it says of the item. */
function takeOwnAttributes({ children }: MdastItem, context: MarkdownContext): { own: ElementAttributes; blocks: MdastItem['children'] } {
  const [first, ...others] = children
  if (first?.type !== 'paragraph') return { own: { classes: [] }, blocks: children }
  const taken = takeElementAttributes(first.children, context)
  return { own: taken.own, blocks: [{ ...first, children: [...taken.children] }, ...others] }
}
