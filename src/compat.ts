import { deckFields, placingFields } from './2-document/fields.ts'
import type { Document, Node, NodeType } from './2-document/nodes.ts'
import { walk } from './2-document/resolve/tree.ts'
import type { Deck, FieldValue, Step } from './3-deck/deck.ts'
import { takeLoneTitle } from './3-deck/lone-title.ts'
import type { Compilation } from './compile.ts'
import { type Diagnostic, diagnose } from './diagnostics/diagnostic.ts'
import type { Position } from './diagnostics/position.ts'

/**
 * What of a deck looks otherwise than in Hovercraft 2.7's page on purpose (docs/dev/dialect.md), each with its place, as far as the compiler's own
 * diagnostics do not say so already. For a deck with styles of its own that uses what both know, this is nothing.
 */
export function differencesFromHovercraft({ deck, document }: Pick<Compilation, 'deck' | 'document'>): Diagnostic[] {
  return [
    ...droppedFields(deck),
    ...titleDifference(deck, document),
    ...themeDifference(deck),
    ...nestedSteps(deck.steps),
    ...deck.steps.flatMap(placingDifferences),
    ...renderedDifferences(document),
  ]
}

/**
 * Whether Hovercraft built the deck in spite of it: of mistakes in the text docutils printed a message into the slide, unless it was severe;
 * what it made of two slides of one id was not its concern.
 */
export const wasTakenByHovercraft = ({ code, severity }: Diagnostic): boolean =>
  severity === 'error' && (/^(?:rst|document)\//.test(code) || code === 'deck/duplicate-step-id')

/** Deck fields that Hovercraft's template had no place for; it gave the stage none of its attributes but two. */
const isDropped = (field: string): boolean => {
  const known = deckFields.find(({ name }) => name === field)
  return known ? !known.inHovercraft && known.inMarkdownOnly !== true : field.startsWith('data-')
}

const droppedFields = ({ fields }: Deck): Diagnostic[] =>
  Object.entries(fields)
    .filter(([field]) => isDropped(field))
    .map(([field, { value, position }]) => diagnose('compat/field', { field, value }, position))

function titleDifference({ title, fields, steps }: Deck, document: Document): Diagnostic[] {
  const { titled } = takeLoneTitle(document.children.filter(({ type }) => type !== 'decoration'))
  if (title === '' || fields['title']?.value || document.title || titled.length > 0) return []
  const heading = firstTitle(steps)
  return [diagnose('compat/title', { title }, heading?.position ?? steps[0]?.position)]
}

function firstTitle(steps: readonly Step[]): Node | undefined {
  let found: Node | undefined
  for (const { content } of steps) {
    for (const node of content) {
      walk(node, (inner) => {
        if (!found && inner.type === 'title') found = inner
        return found ? 'skip' : undefined
      })
      if (found) return found
    }
  }
  return undefined
}

const themeDifference = ({ styles, fields, steps }: Deck): Diagnostic[] =>
  fields['theme'] || styles.some(({ media }) => media !== 'console' && media !== 'preview')
    ? []
    : [diagnose('compat/theme', {}, startOf(steps[0]?.position))]

const startOf = (position: Position | undefined): Position | undefined => position && { ...position, end: position.start }

function nestedSteps(steps: readonly Step[]): Diagnostic[] {
  const [first, ...more] = steps.filter(({ level }) => level > 1)
  if (!first) return []
  return [diagnose('compat/nested-step', { id: first.id, level: first.level, more: more.length }, startOf(first.position))]
}

const placingDifferences = ({ placing }: Step): Diagnostic[] =>
  Object.entries<FieldValue>(placing)
    .filter(([field]) => placingFields.some(({ name, inHovercraft }) => name === field && !inHovercraft))
    .map(([field, { position }]) => diagnose('compat/placing-field', { field }, position))

/** What Hovercraft's templates did not know; `note` is the notes'. */
const untemplated: ReadonlyMap<NodeType, string> = new Map<NodeType, string>([
  ...(['attention', 'caution', 'danger', 'error', 'important', 'tip', 'hint', 'warning', 'admonition'] as const).map(
    (type) => [type, `admonition “${type}”`] as const,
  ),
  ['citation', 'citation'],
  ['superscript', 'superscript'],
  ['subscript', 'subscript'],
  ['topic', 'topic'],
  ['sidebar', 'sidebar'],
  ['rubric', 'rubric'],
])

function renderedDifferences(document: Document): Diagnostic[] {
  const found = new Map<NodeType, Node[]>()
  const single: Diagnostic[] = []
  walk(document, (node) => {
    if (node.type === 'drawing') single.push(diagnose('compat/drawing', {}, node.position))
    if (node.type === 'image' && node.scale !== undefined && node.scale !== 100)
      single.push(diagnose('compat/scale', { scale: node.scale }, node.position))
    if (untemplated.has(node.type)) found.set(node.type, [...(found.get(node.type) ?? []), node])
    return undefined
  })
  const rendered = [...found].map(([type, nodes]) =>
    diagnose('compat/rendered', { what: untemplated.get(type) ?? type, more: nodes.length - 1 }, nodes[0]?.position),
  )
  return [...rendered, ...single]
}
