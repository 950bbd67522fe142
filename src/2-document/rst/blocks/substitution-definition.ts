import { type Line, textBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { collapseSpace } from '../../identifiers.ts'
import { duplicateName } from '../../names.ts'
import type { Inline, Node, NodeType, SubstitutionDefinition } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { hideEscapes, resolveEscapes } from '../../syntax/escapes.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { indentedBlock, indentOf, positionOf, sliceLine, trimBlankEnd } from '../../syntax/sliced-lines.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import { readMalformed } from './comment.ts'
import { readDirectiveAt } from './directive.ts'
import type { ExplicitConstruct } from './explicit-construct.ts'

/** `.. |name| directive:: …`; the directive gives the text or image that stands for `|name|`. The name may run over several lines. */
export const readSubstitutionDefinition: ExplicitConstruct = (lines, index, start, context) => {
  const { text } = lines[index] as Line
  if (text[start] !== '|' || text.length === start + 1 || text[start + 1] === ' ') return undefined
  const block = indentedBlock(lines, index, { first: start + 1, keepIndent: true })
  const name = substitutionName(block.lines)
  if (!name) return readMalformed('rst/malformed-substitution', lines, block.next, start, context)
  const body = trimBlankEnd(contentAfter(block.lines, name))
  const nodes = define(collapseSpace(resolveEscapes(name.text)), body, lines.slice(index, block.next), context)
  // docutils' reader stops at the first line of what is no directive.
  const blankFinish = body[0]?.text && body[1] && !embeddedMarker(body) ? body[1].text === '' : block.blankFinish
  return { nodes, next: block.next, blankFinish }
}

// A definition within a definition is quoted by the messages about both; so many times at most, lest the tree hold the text once a level.
const quotingLimit = 10

/** The definition, after the messages about it; only messages where it does not hold. */
function define(name: string, body: readonly Line[], written: readonly Line[], context: ParseContext): Node[] {
  const place = positionOf(written, 0, 1)
  const quoted: Node[] = context.reader.depth > quotingLimit ? [] : [literalNode('literal_block', written)]
  if (body.length === 0) return [context.message('rst/substitution-empty', { name }, place, quoted)]
  const position = positionOf(written)
  const definition: SubstitutionDefinition = {
    type: 'substitution_definition',
    names: [name],
    children: [],
    position,
    rawsource: textBlock(written).text,
  }
  const content = readEmbeddedDirective(body, definition, context)
  definition.children = content.filter(isInline)
  const messages = content.filter((node) => !isInline(node))
  const illegal = definition.children.map(illegalIn).find((found) => found !== undefined)
  if (illegal) {
    const children = quoted.slice()
    // Messages about unfinished markup lead to it, so it must stand somewhere.
    if (illegal.type === 'problematic')
      children.push({ type: 'block_quote', children: [{ type: 'paragraph', children: definition.children, position }], position })
    return [...messages, context.message('rst/substitution-illegal', { name, element: illegal.type }, place, children)]
  }
  if (definition.children.length === 0) return [...messages, context.message('rst/substitution-invalid', { name }, place, quoted)]
  return [...messages, ...register(name, definition, position, context), definition]
}

/** The last definition of a name holds; the one before loses its name. */
function register(name: string, definition: SubstitutionDefinition, position: Position, context: ParseContext): Node[] {
  const old = context.substitutions.get(name)
  context.substitutions.set(name, definition)
  if (!old) return []
  duplicateName(old, name)
  return [context.message('rst/duplicate-substitution', { name }, position)]
}

/** The name ends at the first vertical bar that no white space precedes and a blank or the line's end follows. */
function substitutionName(lines: readonly Line[]): { text: string; line: number; end: number } | undefined {
  let name = ''
  for (const [index, line] of lines.entries()) {
    const text = hideEscapes(line.text)
    const indent = index === 0 ? 0 : indentOf(text)
    for (let bar = text.indexOf('|', indent); bar >= 0; bar = text.indexOf('|', bar + 1)) {
      const before = bar > indent ? text[bar - 1] : index > 0 ? ' ' : undefined
      if (before === undefined || /[\s\0]/.test(before) || (text[bar + 1] ?? ' ') !== ' ') continue
      return { text: name + text.slice(indent, bar), line: index, end: bar + 1 }
    }
    name += `${text.slice(indent)} `
  }
  return undefined
}

function contentAfter(lines: readonly Line[], name: { line: number; end: number }): readonly Line[] {
  const rest = sliceLine(lines[name.line] as Line, name.end)
  const first = sliceLine(rest, indentOf(rest.text))
  const further = lines.slice(name.line + 1)
  if (first.text !== '') return [first, ...further]
  const [second, ...others] = further
  return second ? [sliceLine(second, indentOf(second.text)), ...others] : []
}

function readEmbeddedDirective(lines: readonly Line[], definition: SubstitutionDefinition, context: ParseContext): Node[] {
  // After a blank line it is a block quote, which then stands before the definition.
  if (lines[0]?.text === '') return context.parseBlocks(lines)
  const marker = embeddedMarker(lines)
  if (!marker) return []
  const { reader } = context
  const { parent, sections } = reader
  Object.assign(reader, { parent: undefined, sections: undefined })
  const { nodes } = readDirectiveAt(lines, 0, marker.name, marker.end, context, definition)
  Object.assign(reader, { parent, sections })
  return nodes
}

/** The name of the directive that the text begins with, and where its marker ends. No blank may stand before the colons here. */
function embeddedMarker(lines: readonly Line[]): { name: string; end: number } | undefined {
  const text = lines[0]?.text ?? ''
  const end = simpleNameEnd(text, 0)
  const colons = end > 0 ? /^::(?: +|$)/.exec(text.slice(end)) : undefined
  return colons ? { name: text.slice(0, end), end: end + colons[0].length } : undefined
}

const inlineTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  ...(['text', 'emphasis', 'strong', 'title_reference', 'abbreviation', 'acronym', 'superscript', 'subscript', 'inline'] as const),
  ...(['generated', 'literal', 'math', 'reference', 'footnote_reference', 'citation_reference', 'substitution_reference'] as const),
  ...(['problematic', 'image', 'raw', 'target'] as const),
])

const isInline = (node: Node): node is Inline => inlineTypes.has(node.type)

/** An element that may not be repeated: anything with an id, an anonymous reference, an automatic footnote reference. */
function illegalIn(node: Node): Node | undefined {
  if (node.type === 'text') return undefined
  const isUnique =
    (node.ids?.length ?? 0) > 0 ||
    (node.type === 'reference' && node.anonymous !== undefined) ||
    (node.type === 'footnote_reference' && node.auto !== undefined)
  if (isUnique) return node
  for (const child of node.children) {
    const found = illegalIn(child)
    if (found) return found
  }
  return undefined
}
