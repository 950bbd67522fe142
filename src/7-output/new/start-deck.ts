import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { DeckLanguage } from '../../1-source/read-deck.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { packageFile } from '../package-file.ts'
import { writeAll } from '../write-file.ts'

/** The deck in either language; the other one stays behind. */
const decks: Readonly<Record<DeckLanguage, string>> = { rst: 'slides/talk.rst', markdown: 'slides/talk.md' }

/** npm leaves files of this name out of packages. */
const renamed: ReadonlyMap<string, string> = new Map(Object.entries<string>({ gitignore: '.gitignore' }))

export interface Started {
  /** What was written, relative to the folder, with `/`. */
  readonly files: readonly string[]
  /** Which of them is the deck. */
  readonly deck: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes template/ into a folder, which must be empty or not there: all of it, or nothing. */
export function startDeck(folder: string, language: DeckLanguage): Started {
  const template = packageFile('src/7-output/new/template')
  const deck = decks[language]
  const other = decks[language === 'rst' ? 'markdown' : 'rst']
  const files = filesBelow(template).filter((path) => path !== other)
  const diagnostics = writeAll(
    files.map((file) => ({
      path: join(folder, nameOf(file)),
      // README.md and package.json name the deck.
      content: readFileSync(join(template, file), 'utf8').replaceAll(decks.rst, deck),
    })),
  )
  return { files: files.map(nameOf), deck, diagnostics }
}

const nameOf = (file: string): string => renamed.get(file) ?? file

const filesBelow = (folder: string, inner = ''): string[] =>
  readdirSync(join(folder, inner), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(folder, posix.join(inner, entry.name)) : [posix.join(inner, entry.name)]))
