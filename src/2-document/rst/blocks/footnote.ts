import type { Line } from '../../../1-source/source.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Citation, Footnote, Label } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { indentedBlock, positionOf, sliceLine, trimBlankStart } from '../../syntax/sliced-lines.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import type { ExplicitConstruct, ExplicitResult } from './explicit-construct.ts'

/** `.. [1] text`, `.. [#] text`, `.. [#label] text`, `.. [*] text`. */
export const readFootnote: ExplicitConstruct = (lines, index, start, context) => {
  const line = lines[index] as Line
  const label = bracketLabel(line.text, start)
  if (label === undefined || !isFootnoteLabel(label)) return undefined
  const footnote: Footnote = { type: 'footnote', children: [] }
  if (label === '*') footnote.auto = '*'
  else if (label.startsWith('#')) footnote.auto = 1
  else footnote.children.push(labelNode(line, start, label))
  const name = normalizeName(label.replace(/^[#*]/, ''))
  if (name) footnote.names = [name]
  return readNote(footnote, lines, index, start + label.length + 2, context)
}

const isFootnoteLabel = (label: string): boolean =>
  /^(?:[0-9]+|[#*])$/.test(label) || (label.startsWith('#') && simpleNameEnd(label, 1) === label.length)

/** The text of `[text]` at `start` where a blank or the line's end follows it. */
export function bracketLabel(text: string, start: number): string | undefined {
  if (text[start] !== '[') return undefined
  const end = text.indexOf(']', start)
  return end > start + 1 && (text[end + 1] ?? ' ') === ' ' ? text.slice(start + 1, end) : undefined
}

export function labelNode(line: Line, start: number, label: string): Label {
  const position = positionOf([sliceLine(line, start + 1, start + 1 + label.length)])
  return { type: 'label', children: [{ type: 'text', value: label, position }], position }
}

/** Reads the body of a footnote or citation, from column `bodyStart` of its first line on. */
export function readNote(
  note: Footnote | Citation,
  lines: readonly Line[],
  index: number,
  bodyStart: number,
  context: ParseContext,
): ExplicitResult {
  const { text } = lines[index] as Line
  let first = bodyStart
  while (text[first] === ' ') first++
  const block = indentedBlock(lines, index, { first })
  note.position = positionOf(lines, index, block.next)
  if (note.names) context.names.noteExplicitTarget(note, note)
  else context.names.setId(note)
  const body = trimBlankStart(block.lines)
  if (body.length > 0) for (const child of context.parseBlocks(body)) note.children.push(child)
  else note.children.push(context.message('rst/note-empty', { kind: note.type }, positionOf(lines, block.next - 1, block.next)))
  return { nodes: [note], next: block.next, blankFinish: block.blankFinish }
}
