import type { Resources } from '../../1-source/resources.ts'
import type { Raw } from '../../2-document/nodes.ts'
import { sheetsOf } from '../../4-look/drawings/sheets.ts'
import { elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Point, Position } from '../../diagnostics/position.ts'
import type { Embedder } from '../embed/embedder.ts'
import { embeddedValue, type HtmlOrigin } from '../embed/raw-html.ts'
import { embedCss, type RewriteCss } from '../embed/style-sheet.ts'
import { takeIn } from '../svg/outside.ts'
import { findUnsafe } from '../svg/unsafe.ts'
import { checkAttribute } from './attributes.ts'
import { cleanHtml } from './html.ts'

export interface Tools {
  readonly embed: Embedder
  readonly rewriteCss: RewriteCss
  readonly resources: Resources
  readonly report: Report
}

/** A stranger's raw HTML with its resources in it and nothing that runs or reaches out; what is left out is reported where it stands. */
export function cleanRaw(node: Raw, origin: HtmlOrigin, { embed, rewriteCss, resources, report }: Tools): string {
  const { from, position } = origin
  let rows: Row[] | undefined
  return cleanHtml(node.children.map(({ value }) => value).join(''), {
    sheet: (css) => embedCss(css, origin, embed, rewriteCss),
    style: (css) => embedCss(css, origin, embed),
    resource: (tag, name, value) => embeddedValue(tag, { name, value }, [], origin, embed) ?? value,
    drawing: (root) => {
      takeIn(root, { resources, from, ...(position ? { position } : {}) })
      for (const sheet of sheetsOf(root)) sheet.value = rewriteCss(sheet.value)
      return [...findUnsafe(root, true), ...withoutReservedIds(root)]
    },
    report: (what, start, end) => {
      rows ??= rowsOf(node)
      report(diagnose('page/raw-not-safe', { what }, placeIn(rows, node, start, end)))
    },
  })
}

/** In a drawing's own file they are given others; here the author's styles name what he wrote. */
const withoutReservedIds = (root: SvgElement): string[] =>
  [...elementsOf(root)].flatMap(({ attributes }) => {
    const { what } = checkAttribute('g', 'id', attributes.get('id') ?? '', { style: () => '', resource: () => '' })
    if (what !== undefined) attributes.delete('id')
    return what ?? []
  })

/** A field that becomes an attribute, with its place. */
export interface WrittenAttribute {
  readonly name: string
  readonly value: string
  readonly position: Position
}

export type AttributePair = readonly [name: string, value: string]

/** The attributes of the stage or a step as a stranger may set them, through the gate that attributes in raw HTML go through. */
export function cleanFields(fields: readonly WrittenAttribute[], embed: Embedder, report: Report): AttributePair[] {
  const attributes: AttributePair[] = []
  for (const { name, value, position } of fields) {
    const origin = { from: position.source, position }
    const { value: checked, what } = checkAttribute('div', name, value, {
      style: (css) => embedCss(css, origin, embed),
      // A `div` has none.
      resource: () => '',
    })
    if (checked !== undefined) attributes.push([name, checked])
    else report(diagnose('page/field-not-safe', { field: name, what: what ?? 'no attribute that is known to be harmless' }, position))
  }
  return attributes
}

/** A line of the node's text. */
interface Row {
  /** In the whole text. */
  readonly start: number
  readonly end: number
  /** Where it starts in the file; undefined where that is not known. */
  readonly point: Point | undefined
  readonly source: string
}

function rowsOf({ children }: Raw): Row[] {
  const rows: Row[] = []
  let before = 0
  for (const { value, position } of children) {
    // Lines of a directive have lost its indentation, which the first one's column tells; blank ones had none.
    const isIndented = position !== undefined && position.end.offset - position.start.offset > value.length
    const indent = isIndented ? position.start.column - 1 : 0
    let start = 0
    let lost = 0
    for (const [index, text] of value.split('\n').entries()) {
      const end = start + text.length
      const point = position && rowStart(position.start, index, start + lost, indent)
      rows.push({ start: before + start, end: before + end, point, source: position?.source ?? '' })
      start = end + 1
      if (/\S/.test(text)) lost += indent
    }
    before += value.length
  }
  return rows
}

const rowStart = ({ line, column, offset }: Point, index: number, past: number, indent: number): Point =>
  index === 0 ? { line, column, offset } : { line: line + index, column: 1 + indent, offset: offset + past }

/** The place of a part of the node's text, as far as its first line; that of the node where its lines are not known. */
function placeIn(rows: readonly Row[], { position: whole }: Raw, start: number, end: number): Position | undefined {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle]?.start ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const row = rows[low]
  if (!row?.point) return whole
  const { line, column, offset } = row.point
  const pointAt = (at: number): Point => ({ line, column: column + at - row.start, offset: offset + at - row.start })
  return { start: pointAt(start), end: pointAt(Math.min(end, row.end)), source: row.source }
}
