import { mediumPrefix, placingFieldNames } from '../2-document/fields.ts'
import type { Document, Node, Section } from '../2-document/nodes.ts'
import { at, textOf } from '../2-document/resolve/tree.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { FieldValue, MetaReference, ScriptReference, Step, StyleReference } from './deck.ts'
import { titleOf } from './lone-title.ts'
import { wordsOf } from './positions.ts'
import { isShown, type WrittenField } from './read-fields.ts'
import { oneLine, slideTitle } from './slide-title.ts'

/** What of a deck stands before its first step, besides the header and footer. */

/** Where Hovercraft shows a deck's own styles. */
const defaultMedia = 'screen,projection'

/** `:css:` and `:css-MEDIA:`, one reference for each path, in the order written. */
export const stylesOf = (fields: readonly WrittenField[]): StyleReference[] =>
  fields.flatMap((field) => {
    const media =
      field.name === 'css' ? defaultMedia : field.name.startsWith(mediumPrefix) ? field.name.slice(mediumPrefix.length) : undefined
    return media === undefined ? [] : wordsOf(field).map(({ value, position }) => ({ path: value, media, position }))
  })

/** `:js-header:` and `:js-body:`. */
export const scriptsOf = (fields: readonly WrittenField[]): ScriptReference[] =>
  fields.flatMap((field) => {
    const place = field.name === 'js-header' ? 'head' : field.name === 'js-body' ? 'body' : undefined
    return place === undefined ? [] : wordsOf(field).map(({ value, position }) => ({ path: value, place, position }))
  })

const metaAttributes = ['name', 'property', 'http-equiv', 'itemprop', 'media', 'scheme', 'lang', 'dir', 'content'] as const

/** `.. meta::`, wherever it stands: docutils puts it at the document's start. */
export const metaOf = ({ children }: Document): MetaReference[] =>
  children.flatMap((node) => {
    if (node.type !== 'meta') return []
    const given = metaAttributes.flatMap((name) => (typeof node[name] === 'string' ? [[name, node[name]] as const] : []))
    return [{ attributes: Object.fromEntries(given), ...at(node.position) }]
  })

/** `:title:`, else `.. title::`, else the lone top-level title, else the first heading (docs/dev/dialect.md, Slides). */
export function deckTitle(field: FieldValue | undefined, document: Document, titled: readonly Section[], steps: readonly Step[]): string {
  const lone = titled[0] && titleOf(titled[0])
  return oneLine(field?.value || document.title || (lone ? textOf(lone) : firstHeading(steps)))
}

function firstHeading(steps: readonly Step[]): string {
  for (const { content } of steps) {
    const heading = slideTitle(content)
    if (heading) return heading
  }
  return ''
}

/** Reports what an author may have meant otherwise. */
export function reportFront(front: readonly Node[], fields: readonly WrittenField[], report: Report): void {
  const text = front.find((node) => isShown(node))
  if (text) report(diagnose('deck/text-before-first-step', {}, text.position))
  for (const { name, namePosition } of fields) {
    if (name !== 'id' && name !== 'class' && !placingFieldNames.has(name)) continue
    report(diagnose('deck/step-field-before-first-step', { field: name }, namePosition))
  }
  for (const node of front) {
    if (node.type !== 'comment') continue
    const comment = oneLine(textOf(node))
    if (/^title:\s*\S/.test(comment)) report(diagnose('deck/title-comment', { text: comment }, node.position))
  }
}
