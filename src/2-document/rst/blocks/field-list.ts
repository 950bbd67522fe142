import { type Line, type TextBlock, textBlock } from '../../../1-source/source.ts'
import type { InlineResult } from '../../directive.ts'
import { shownFieldNames } from '../../fields.ts'
import type { Container, Field, FieldList, Inline, Node } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { fieldMarker } from '../../syntax/field-marker.ts'
import { indentedBlock, positionOf, sliceLine, trimBlankStart } from '../../syntax/sliced-lines.ts'
import { anonymousReferencesIn } from '../inline/anonymous-references.ts'
import type { BlockConstruct } from './construct.ts'
import { type ReadItem, readItems } from './list-item.ts'

/** Fields `:name: body`; the body is indented as its second line is. */
export const fieldList: BlockConstruct = {
  name: 'field_list',
  starts: ':',
  read(lines, index, context) {
    if (!fieldMarker((lines[index] as Line).text)) return undefined
    const list: FieldList = { type: 'field_list', children: [] }
    const { parent } = context.reader
    // A message about a name in the first field stands after the list; one in a further field would stand in the list, where none may.
    const after: Container = { type: 'container', children: [] }
    context.reader.parent = parent && after
    const { next, warnings } = readItems(list, 'field list', lines, index, context, (at) => {
      if (at > index) context.reader.parent = undefined
      const marker = fieldMarker(lines[at]?.text ?? '')
      return marker && readField(lines, at, marker, context)
    })
    context.reader.parent = parent
    return { nodes: [list, ...after.children, ...warnings], next }
  },
}

function readField(
  lines: readonly Line[],
  index: number,
  marker: { readonly name: number; readonly end: number },
  context: ParseContext,
): ReadItem<Field> {
  const line = lines[index] as Line
  const block = indentedBlock(lines, index, { first: marker.end })
  const written = sliceLine(line, 1, marker.name)
  context.reader.nameLine = positionOf([block.lines.at(-1) as Line])
  const name = context.parseInline(textBlock([written]))
  const body = trimBlankStart(block.lines)
  const item: Field = {
    type: 'field',
    children: [
      { type: 'field_name', children: name.nodes, position: positionOf([written]) },
      {
        type: 'field_body',
        children: [...name.messages, ...(body.length > 0 ? bodyBlocks(body, context, written.text) : [])],
        position: positionOf(body.length > 0 ? body : [sliceLine(line, line.text.length)]),
        ...(body.length > 0 ? { written: firstText(body) } : {}),
      },
    ],
    position: positionOf(lines, index, block.next),
  }
  return { item, next: block.next, blankFinish: block.blankFinish }
}

function bodyBlocks(body: readonly Line[], context: ParseContext, name: string): Node[] {
  const isSetting = context.settings.fieldsAsWritten && !shownFieldNames.has(name.trim().toLowerCase())
  if (!isSetting || !context.reader.sections) return context.parseBlocks(body)
  const { parseInline } = context
  const isValue = ({ lines }: TextBlock): boolean => lines[0]?.number === body[0]?.number
  context.parseInline = (block) => (isValue(block) ? asWritten(block, context) : parseInline(block))
  const blocks = context.parseBlocks(body)
  context.parseInline = parseInline
  return blocks
}

/**
 * The text alone. Anonymous references in it stand behind it, empty: the targets that were written for them would else be those of other
 * references.
 */
function asWritten(block: TextBlock, context: ParseContext): InlineResult {
  const text: Inline[] = block.text === '' ? [] : [{ type: 'text', value: block.text, position: positionOf(block.lines) }]
  const references = anonymousReferencesIn(block, context).map((reference): Inline => ({ ...reference, children: [] }))
  return { nodes: [...text, ...references], messages: [] }
}

/** The body's first paragraph as written, for who reads fields as settings: no inline markup, lines as they stand. */
function firstText(body: readonly Line[]): string {
  const end = body.findIndex((line, index) => index > 0 && /^(?: |$)/.test(line.text))
  return textBlock(end < 0 ? body : body.slice(0, end)).text
}
