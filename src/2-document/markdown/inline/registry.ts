import type { Text as MdastText, PhrasingContent } from 'mdast'
import { spanning } from '../../../diagnostics/position.ts'
import type { Inline } from '../../nodes.ts'
import { nestingLimit } from '../../syntax/nesting-limit.ts'
import { type Attributes, classesIn, readAttributes, valueIn } from '../attributes.ts'
import type { InlineHandler } from '../constructs/construct.ts'
import { constructs } from '../constructs/registry.ts'
import { type MarkdownContext, writtenText } from '../context.ts'
import { giveComment, isElementComment } from '../deck/element-attributes.ts'
import { linkAddresses } from './address.ts'
import { breakNode } from './break.ts'
import { clicked, pairClicks } from './clicked.ts'
import { wholeDrawings } from './drawing.ts'
import { footnoteReference } from './footnote-reference.ts'
import { html } from './html.ts'
import { image, imageReference } from './image.ts'
import { inlineMath } from './inline-math.ts'
import { link, linkReference } from './link.ts'
import { deleted, emphasis, inlineCode, strong } from './marked.ts'
import { rawCode } from './raw-attribute.ts'
import { text } from './text.ts'
import { textDirective } from './text-directive.ts'

const marks = {
  text,
  emphasis,
  strong,
  delete: deleted,
  inlineCode,
  break: breakNode,
  link,
  linkReference,
  image,
  imageReference,
  footnoteReference,
  html,
  clicked,
  inlineMath,
  textDirective,
} as const

/** What becomes of each mark of mdast, by its type; of others nothing. */
const inlineHandlers: ReadonlyMap<string, InlineHandler<never>> = new Map(
  [marks, ...constructs.map((construct) => construct.inlines ?? {})].flatMap((handlers) => Object.entries<InlineHandler<never>>(handlers)),
)

function readOne(node: PhrasingContent, context: MarkdownContext): readonly Inline[] {
  const handler = inlineHandlers.get(node.type) as InlineHandler<PhrasingContent> | undefined
  return handler?.(node, context) ?? []
}

/** How deep marks may be nested in blocks and in one another; deeper ones vanish, their text stays. */
const depthLimit = 2 * nestingLimit

/** Reads the inline content of a block. */
export function inlineOf(nodes: readonly PhrasingContent[], context: MarkdownContext): Inline[] {
  if (context.reader.depth > depthLimit) return [{ type: 'text', value: flatText(nodes) }]
  context.reader.depth++
  const result: Inline[] = []
  const whole = pairClicks(wholeDrawings(rawCode(nodes, context), context))
  for (const [index, node] of whole.entries()) {
    if (node.type === 'html' && isElementComment(node.value)) {
      const element = result.findLast(({ type }) => type !== 'text' && type !== 'line')
      giveComment(element, node, context)
      continue
    }
    const attributes = node.type === 'text' ? attributesFor(whole[index - 1], node, context) : undefined
    if (attributes && node.type === 'text') {
      const last = result.at(-1)
      if (last) applyAttributes(last, attributes)
      const rest = node.value.slice(attributes.end)
      if (rest) for (const read of readOne({ ...node, value: rest }, context)) append(result, read)
      continue
    }
    for (const read of readOne(node, context)) append(result, read)
  }
  context.reader.depth--
  return linkAddresses(result)
}

/** What comes back as text (`:30` of `12:30`) joins the text around it. */
function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1)
  if (node.type !== 'text' || last?.type !== 'text') nodes.push(node)
  else {
    const position = last.position && node.position ? { position: spanning(last.position, node.position) } : {}
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value, ...position }
  }
}

function flatText(nodes: readonly PhrasingContent[]): string {
  const open = [...nodes].reverse()
  let value = ''
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) value += node.value
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child as PhrasingContent)
  }
  return value
}

const takesAttributes = new Set(['image', 'imageReference', 'link', 'linkReference', 'inlineCode'])

/** `{.class width=40%}` right behind a picture, a link or code (pandoc). */
function attributesFor(before: PhrasingContent | undefined, node: MdastText, context: MarkdownContext): Attributes | undefined {
  const { value } = node
  // An escaped brace is text.
  if (!before || !takesAttributes.has(before.type) || value[0] !== '{' || !writtenText(node, context).startsWith('{')) return undefined
  return readAttributes({ text: value, source: { path: '', text: value }, number: 1, start: 0, indent: 0 }, 0)
}

function applyAttributes(node: Inline, attributes: Attributes): void {
  const classes = classesIn(attributes).map((name) => (name === 'fragment' ? 'substep' : name))
  const target = node.type === 'literal' && classes.length > 0 ? ['code', ...classes] : classes
  if (target.length > 0) node.classes = [...(node.classes ?? []), ...target]
  if (node.type !== 'image') return
  for (const name of ['width', 'height', 'align'] as const) {
    const value = valueIn(attributes, name)
    if (value) node[name] = value
  }
}
