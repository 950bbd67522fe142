import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { DeckLanguage } from '../../1-source/read-deck.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { packageFile } from '../package-file.ts'
import { writeAll } from '../write-file.ts'
import { type OwnPackage, ownPackage } from './own-package.ts'

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
  const own = ownPackage()
  const files = filesBelow(template)
    .filter((path) => path !== other)
    .map((file) => ({
      name: renamed.get(file) ?? file,
      // README.md and package.json name the deck.
      content: withPackage(file, readFileSync(join(template, file), 'utf8').replaceAll(decks.rst, deck), own),
    }))
  const all = [...files, ...(own.tarball ? [{ name: own.tarball.path, content: own.tarball.bytes }] : [])]
  const problems = writeAll(all.map(({ name, content }) => ({ path: join(folder, name), content })))
  return { files: all.map(({ name }) => name), deck, diagnostics: [...(own.problem ? [own.problem] : []), ...problems] }
}

/** A file of the template, with what it says of the package that is to be installed. */
function withPackage(file: string, text: string, { spec, tarball }: OwnPackage): string {
  if (file === 'package.json') {
    const manifest: unknown = JSON.parse(text)
    return `${JSON.stringify(Object.assign(manifest as object, { devDependencies: { hoverdeck: spec } }), null, 2)}\n`
  }
  if (file !== 'README.md' || !tarball) return text
  return `${text}\`${tarball.path}\` is hoverdeck itself, as no registry has it: commit it too. \`npm install --save-dev\` with another such file changes it.\n`
}

const filesBelow = (folder: string, inner = ''): string[] =>
  readdirSync(join(folder, inner), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(folder, posix.join(inner, entry.name)) : [posix.join(inner, entry.name)]))
