import { type DeckLanguage, languageOf } from './1-source/read-deck.ts'
import type { Source } from './1-source/source.ts'
import { parseMarkdown } from './2-document/markdown/parse-markdown.ts'
import { printMarkdown } from './2-document/markdown/print-markdown.ts'
import type { Document } from './2-document/nodes.ts'
import type { CannotSay } from './2-document/print-report.ts'
import { resolve } from './2-document/resolve/resolve.ts'
import { parse } from './2-document/rst/parse.ts'
import { printRst } from './2-document/rst/print-rst.ts'
import type { Settings } from './2-document/settings.ts'
import { deckSettings } from './3-deck/deck-settings.ts'
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
  const language = to === 'rst' ? 'reStructuredText' : 'Markdown'
  const cannotSay: CannotSay = (what, { position = document.position }) =>
    diagnostics.push(diagnose('markdown/cannot-say', { what, language }, position))
  return { text: to === 'rst' ? printRst(document, cannotSay) : printMarkdown(document, cannotSay), diagnostics }
}
