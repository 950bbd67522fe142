import { type Line, textBlock } from '../../../1-source/source.ts'
import { spanning } from '../../../diagnostics/position.ts'
import type { Classifier, Definition, DefinitionList, DefinitionListItem, Inline, Term } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { indentedBlock, positionOf, trimBlankStart } from '../../syntax/sliced-lines.ts'
import { classifierParts } from './classifiers.ts'
import type { BlockConstruct } from './construct.ts'
import { type ReadItem, readItems } from './list-item.ts'
import { beginsBlock } from './patterns.ts'

/** A term on one line, with classifiers after ` : `, and its definition indented below. */
export const definitionList: BlockConstruct = {
  name: 'definition_list',
  read(lines, index, context) {
    if (!hasDefinition(lines, index)) return undefined
    const list: DefinitionList = { type: 'definition_list', children: [] }
    const { parent } = context.reader
    const { next, warnings } = readItems(list, 'definition list', lines, index, context, (at) => {
      if (at === index) return readDefinition(lines, at, context)
      context.reader.parent = undefined
      return hasDefinition(lines, at) && !beginsBlock(lines[at]?.text ?? '') ? readDefinition(lines, at, context) : undefined
    })
    context.reader.parent = parent
    return { nodes: [list, ...warnings], next }
  },
}

const hasDefinition = (lines: readonly Line[], index: number): boolean =>
  lines[index]?.text.charCodeAt(0) !== 0x20 && lines[index + 1]?.text.charCodeAt(0) === 0x20

function readDefinition(lines: readonly Line[], index: number, context: ParseContext): ReadItem<DefinitionListItem> {
  const line = lines[index] as Line
  const block = indentedBlock(lines, index + 1)
  context.reader.nameLine = positionOf([block.lines.at(-1) as Line])
  const inline = context.parseInline(textBlock([line]))
  const body = trimBlankStart(block.lines)
  const definition: Definition = { type: 'definition', children: [...inline.messages], position: positionOf(body) }
  if (line.text.endsWith('::')) {
    definition.children.push(context.message('rst/literal-block-after-term', {}, positionOf(lines, index + 1, index + 2)))
  }
  for (const child of context.parseBlocks(body)) definition.children.push(child)
  const item: DefinitionListItem = {
    type: 'definition_list_item',
    children: [...termParts(inline.nodes, line), definition],
    position: positionOf(lines, index, block.next),
  }
  return { item, next: block.next, blankFinish: block.blankFinish }
}

/** Parts the inline nodes at each ` : ` that stands in plain text. */
function termParts(nodes: readonly Inline[], line: Line): (Term | Classifier)[] {
  const whole = positionOf([line])
  const parts: (Term | Classifier)[] = [{ type: 'term', children: [], position: whole }]
  for (const node of nodes) {
    const pieces = node.type === 'text' ? classifierParts(node, line) : [node]
    pieces.forEach((piece, index) => {
      if (index > 0) parts.push({ type: 'classifier', children: [], position: piece.position ?? whole })
      const part = parts.at(-1) as Term | Classifier
      part.children.push(piece)
      if (piece.position && part.children[0]?.position) part.position = spanning(part.children[0].position, piece.position)
    })
  }
  return parts
}
