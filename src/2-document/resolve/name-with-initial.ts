import type { Point, Position } from '../../diagnostics/position.ts'
import type { FieldBody, Paragraph } from '../nodes.ts'
import { parse } from '../rst/parse.ts'
import { exchange } from './book.ts'
import type { Resolution } from './resolution.ts'
import { walk } from './tree.ts'

/**
 * The text of a field on one line that begins like an item of a list, as names with an initial do (`E. Xample`): docutils reads it anew as
 * text (frontmatter.DocInfo.check_compound_biblio_field). Undefined for any other body.
 */
export function nameWithInitial(body: FieldBody, { book, settings }: Resolution): Paragraph | undefined {
  const [list] = body.children
  const { written, position: place } = body
  if (list?.type !== 'enumerated_list' || written === undefined || !place || place.start.line !== place.end.line) return undefined
  // What is wrong with its markup has been told when it was an item.
  const { report: _, ...quiet } = settings
  const { children } = parse(`\\${written}`, quiet)
  const [paragraph] = children
  if (paragraph?.type !== 'paragraph' || children.length > 1) return undefined
  walk(paragraph, (node) => {
    if (node.position) node.position = moved(node.position, place)
  })
  exchange(book, list, paragraph)
  return paragraph
}

/** A place in the line that was read anew, with a backslash before it, as one in the file. */
function moved({ start, end }: Position, place: Position): Position {
  const { line, column, offset } = place.start
  const at = (point: Point): Point => {
    const index = Math.max(0, point.offset - 1)
    return { line, column: column + index, offset: offset + index }
  }
  return { start: at(start), end: at(end), source: place.source }
}
