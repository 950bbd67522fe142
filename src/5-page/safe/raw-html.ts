import type { Resources } from '../../1-source/resources.ts'
import type { Raw } from '../../2-document/nodes.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Point, Position } from '../../diagnostics/position.ts'
import type { Embedder } from '../embed/embedder.ts'
import { embedHtml, type HtmlOrigin } from '../embed/raw-html.ts'
import { embedCss } from '../embed/style-sheet.ts'
import { takeIn } from '../svg/outside.ts'
import { findUnsafe } from '../svg/unsafe.ts'
import { cleanHtml } from './html.ts'

export interface Tools {
  readonly embed: Embedder
  readonly resources: Resources
  readonly report: Report
}

/** A stranger's raw HTML with its resources in it and nothing that runs or reaches out; what is left out is reported where it stands. */
export function cleanRaw(node: Raw, origin: HtmlOrigin, { embed, resources, report }: Tools): string {
  const { from, position } = origin
  const html = cleanHtml(node.children.map(({ value }) => value).join(''), {
    css: (css) => embedCss(css, origin, embed),
    drawing: (root) => {
      takeIn(root, { resources, from, ...(position ? { position } : {}) })
      return findUnsafe(root, true)
    },
    report: (what, start, end) => report(diagnose('page/raw-not-safe', { what }, placeIn(node, start, end))),
  })
  return embedHtml(html, origin, embed)
}

/** The place of a part of the node's text; that of the node where its lines are not known. */
function placeIn({ children, position: whole }: Raw, start: number, end: number): Position | undefined {
  let before = 0
  for (const { value, position } of children) {
    if (start < before + value.length) {
      if (!position) return whole
      const line = value.indexOf('\n', start - before)
      const last = Math.min(end - before, line < 0 ? value.length : line)
      return { start: pointIn(value, position, start - before), end: pointIn(value, position, last), source: position.source }
    }
    before += value.length
  }
  return whole
}

/** Lines of a directive have lost its indentation, which the first one's column tells. */
function pointIn(value: string, { start, end }: Position, at: number): Point {
  const lineStart = value.lastIndexOf('\n', at - 1) + 1
  if (lineStart === 0) return { line: start.line, column: start.column + at, offset: start.offset + at }
  const line = value.slice(0, at).split('\n').length - 1
  const indent = end.offset - start.offset > value.length ? start.column - 1 : 0
  const lines =
    value
      .slice(0, at)
      .split('\n')
      .filter((text, index) => index === line || /\S/.test(text)).length - 1
  return { line: start.line + line, column: at - lineStart + 1 + indent, offset: start.offset + at + indent * lines }
}
