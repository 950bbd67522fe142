import { type Line, textBlock } from '../../../1-source/source.ts'
import { collapseSpace } from '../../identifiers.ts'
import { duplicateName } from '../../names.ts'
import type { Inline, Node, NodeType, SubstitutionDefinition } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import { hideEscapes } from '../inline/escapes.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import { readMalformed } from './comment.ts'
import { readDirectiveAt } from './directive.ts'
import type { ExplicitConstruct } from './explicit-construct.ts'
import { indentedBlock, indentOf, positionOf, sliceLine, trimBlankEnd } from './indented.ts'
import { literalNode } from './literal-block.ts'

/** `.. |name| directive:: …`; the directive gives the text or image that stands for `|name|`. The name may run over several lines. */
export const readSubstitutionDefinition: ExplicitConstruct = (lines, index, start, context) => {
  const { text } = lines[index] as Line
  if (text[start] !== '|' || text.length === start + 1 || text[start + 1] === ' ') return undefined
  const block = indentedBlock(lines, index, { first: start + 1, keepIndent: true })
  const name = substitutionName(block.lines)
  if (!name) return readMalformed('rst/malformed-substitution', lines, block.next, start, context)
  const written = lines.slice(index, block.next)
  const result = { next: block.next, blankFinish: block.blankFinish }
  const body = trimBlankEnd(contentAfter(block.lines, name))
  const problem = (code: 'rst/substitution-empty' | 'rst/substitution-invalid') =>
    context.message(code, { name: name.text }, positionOf(lines, index, index + 1), [literalNode('literal_block', written)])
  if (body.length === 0) return { ...result, nodes: [problem('rst/substitution-empty')] }
  const node: SubstitutionDefinition = {
    type: 'substitution_definition',
    names: [collapseSpace(name.text)],
    children: [],
    position: positionOf(written),
    data: { rawText: textBlock(trimBlankEnd(written)).text },
  }
  const content = readEmbeddedDirective(body, node, context)
  node.children = content.inline
  const illegal = node.children.map(illegalIn).find((found) => found !== undefined)
  if (illegal) return { ...result, nodes: [...content.blocks, illegalMessage(node, illegal, written, context)] }
  if (node.children.length === 0) return { ...result, nodes: [...content.blocks, problem('rst/substitution-invalid')] }
  const nodes = [...content.blocks, ...register(node, context), node]
  return { next: block.next, blankFinish: content.blankFinish && block.blankFinish, nodes }
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

interface EmbeddedContent {
  readonly inline: Inline[]
  /** Messages and what else may not stand in the definition: they go before it. */
  readonly blocks: Node[]
  readonly blankFinish: boolean
}

function readEmbeddedDirective(lines: readonly Line[], definition: SubstitutionDefinition, context: ParseContext): EmbeddedContent {
  const { text } = lines[0] as Line
  const end = simpleNameEnd(text, 0)
  const marker = end > 0 ? /^::(?: +|$)/.exec(text.slice(end)) : undefined
  if (!marker) return { inline: [], blocks: [], blankFinish: true }
  const { parent } = context
  context.parent = undefined
  const read = readDirectiveAt(lines, 0, text.slice(0, end), end + marker[0].length, context, definition)
  context.parent = parent
  const inline = read.nodes.filter((node): node is Inline => inlineTypes.has(node.type))
  return { inline, blocks: read.nodes.filter((node) => !inlineTypes.has(node.type)), blankFinish: true }
}

const inlineTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  ...(['text', 'emphasis', 'strong', 'title_reference', 'abbreviation', 'acronym', 'superscript', 'subscript', 'inline'] as const),
  ...(['generated', 'literal', 'math', 'reference', 'footnote_reference', 'citation_reference', 'substitution_reference'] as const),
  ...(['problematic', 'image', 'raw', 'target'] as const),
])

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

function illegalMessage(definition: SubstitutionDefinition, illegal: Node, written: readonly Line[], context: ParseContext): Node {
  const args = { name: definition.names?.[0] ?? '', element: illegal.type }
  const position = positionOf1(definition)
  const children: Node[] = [literalNode('literal_block', written)]
  // Messages about unfinished markup lead to it, so it must stand somewhere.
  if (illegal.type === 'problematic')
    children.push({ type: 'block_quote', children: [{ type: 'paragraph', children: definition.children, position }], position })
  return context.message('rst/substitution-illegal', args, positionOf(written, 0, 1), children)
}

/** The last definition of a name holds; the one before loses its name. */
function register(node: SubstitutionDefinition, context: ParseContext): Node[] {
  const name = node.names?.[0] ?? ''
  const old = context.substitutions.get(name)
  context.substitutions.set(name, node)
  if (!old) return []
  const message = context.message('rst/duplicate-substitution', { name }, positionOf1(node))
  duplicateName(old, name)
  return [message]
}

const positionOf1 = (node: SubstitutionDefinition) => node.position as NonNullable<SubstitutionDefinition['position']>
