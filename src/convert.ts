import { type DeckLanguage, languageOf } from './1-source/read-deck.ts'
import type { Source } from './1-source/source.ts'
import { withoutImpliedNames } from './2-document/implied-names.ts'
import type { Document, FieldList } from './2-document/nodes.ts'
import { parseMarkdown } from './2-document/parse-markdown.ts'
import { printMarkdown } from './2-document/print-markdown.ts'
import { resolve } from './2-document/resolve/resolve.ts'
import { isPreBibliographic, textOf, walk } from './2-document/resolve/tree.ts'
import { parse } from './2-document/rst/parse.ts'
import { printRst } from './2-document/rst/print-rst.ts'
import type { Settings } from './2-document/settings.ts'
import { type CannotSay, fieldsOf } from './2-document/syntax/print/print-report.ts'
import { deckSettings } from './3-deck/deck-settings.ts'
import { takeLoneTitle, titleOf } from './3-deck/lone-title.ts'
import { type Diagnostic, diagnose } from './diagnostics/diagnostic.ts'

export interface Conversion {
  readonly text: string
  /** What the parser found, and what the other language cannot say. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes a deck in another language. Included files become part of it; references and substitutions are resolved first. */
export function convertDeck(source: Source, to: DeckLanguage, settings: Settings = {}): Conversion {
  const diagnostics: Diagnostic[] = []
  const all: Settings = { ...deckSettings, ...settings, source: source.path, report: (diagnostic) => diagnostics.push(diagnostic) }
  const parsed: Document = languageOf(source.path) === 'rst' ? parse(source.text, all) : parseMarkdown(source.text, all)
  const document = resolve(parsed, all)
  withoutImpliedNames(document, to)
  const language = to === 'rst' ? 'reStructuredText' : 'Markdown'
  const cannotSay: CannotSay = (what, { position = document.position }) =>
    diagnostics.push(diagnose('markdown/cannot-say', { what, language }, position))
  walk(document, (node) => {
    if (node.style !== undefined) cannotSay(`the style "${node.style}" of an element`, node)
  })
  if (to === 'rst') return { text: printRst(document, cannotSay), diagnostics }
  const titled = titledByField(document)
  const text = printMarkdown(titled, cannotSay)
  if (isKnownAsPlain(text)) return { text, diagnostics }
  return { text: printMarkdown({ ...titled, children: [fieldList('dialect', 'plain'), ...titled.children] }, () => undefined), diagnostics }
}

/** Whether rules alone divide the text, and nothing in it looks like another tool's. */
function isKnownAsPlain(text: string): boolean {
  let isKnown = true
  const report = ({ code }: Diagnostic): void => {
    if (code === 'markdown/read-as' || code === 'markdown/headings-and-rules') isKnown = false
  }
  parseMarkdown(text, { ...deckSettings, report })
  return isKnown
}

/** A document's title is no step in reStructuredText; in Markdown its heading would be one, so the title becomes the deck's field. */
function titledByField(document: Document): Document {
  const { titled, nodes } = takeLoneTitle(document.children)
  const first = nodes.findIndex(({ type }) => type === 'transition' || type === 'section')
  const front = nodes.slice(0, Math.max(0, first))
  const isLone = titled.length > 0 && first >= 0 && !front.some((node) => !isPreBibliographic(node) && node.type !== 'field_list')
  const children = isLone ? nodes : document.children
  const [section] = titled
  const title = document.title ?? (isLone && section ? textOf(titleOf(section) ?? section) : undefined)
  const hasTitle = document.children.some((node) => node.type === 'field_list' && fieldsOf(node).some(({ name }) => name === 'title'))
  if (title === undefined || hasTitle) return { ...document, children: [...children] }
  return { ...document, children: [fieldList('title', title.replace(/\s+/g, ' ').trim()), ...children] }
}

const fieldList = (name: string, value: string): FieldList => ({
  type: 'field_list',
  children: [
    {
      type: 'field',
      children: [
        { type: 'field_name', children: [{ type: 'text', value: name }] },
        { type: 'field_body', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] },
      ],
    },
  ],
})
