import { pay } from '../../1-source/budget.ts'
import type { Tools } from '../../1-source/tools.ts'
import type { Raw } from '../../2-document/nodes.ts'
import { rawPlaces } from '../../2-document/raw-places.ts'
import { countOf, weightOfInstance } from '../../4-look/drawings/instances.ts'
import { sheetsOf } from '../../4-look/drawings/sheets.ts'
import { elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Embedder } from '../embed/embedder.ts'
import { embeddedValue, type HtmlOrigin } from '../embed/raw-html.ts'
import { embedCss, type RewriteCss } from '../embed/style-sheet.ts'
import { numberTags } from '../raw-presses.ts'
import { takeIn } from '../svg/outside.ts'
import { findUnsafe } from '../svg/unsafe.ts'
import { checkAttribute } from './attributes.ts'
import { cleanHtml } from './html.ts'

export interface Page {
  readonly embed: Embedder
  readonly rewriteCss: RewriteCss
}

/** A stranger's raw HTML with its resources in it and nothing that runs or reaches out; what is left out is reported where it stands. */
export function cleanRaw(node: Raw, origin: HtmlOrigin, { embed, rewriteCss }: Page, tools: Tools): string {
  const { from, position } = origin
  const { html, originalOf } = numberTags(node)
  const placeAt = rawPlaces(node)
  return cleanHtml(html, {
    sheet: (css) => embedCss(css, origin, embed, rewriteCss),
    style: (css) => embedCss(css, origin, embed),
    resource: (tag, name, value) => embeddedValue(tag, { name, value }, [], origin, embed) ?? value,
    drawing: (root) => {
      const { instances, chain } = countOf(root)
      if (!pay(tools, { nodes: Math.ceil(instances / weightOfInstance), name: 'svg', chain: () => ['svg', ...chain] }, position))
        root.children = []
      takeIn(root, { tools, from, ...(position ? { position } : {}) })
      for (const sheet of sheetsOf(root)) sheet.value = rewriteCss(sheet.value)
      return [...findUnsafe(root, true), ...withoutReservedIds(root)]
    },
    report: (what, start, end) => {
      tools.report(diagnose('page/raw-not-safe', { what }, placeAt(originalOf(start), originalOf(end))))
    },
  })
}

/** In a drawing's own file they are given others; here the author's styles name what he wrote. */
const withoutReservedIds = (root: SvgElement): string[] =>
  elementsOf(root).flatMap(({ attributes }) => {
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
