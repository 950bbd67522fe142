import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { decodeUtf8, notUtf8 } from './decode.ts'
import { readRegularFile, tellDoubt, tellUnread, textLimit, tooLarge } from './open-file.ts'
import { isBelow, realPath } from './real-path.ts'
import type { Source } from './source.ts'

export type DeckLanguage = 'rst' | 'markdown'

const markdownName = /\.(md|markdown|mdown|mkd|qmd|rmd)$/i

/** Markdown by its file name; everything else is reStructuredText, as it was for Hovercraft. */
export const languageOf = (path: string): DeckLanguage => (markdownName.test(path) ? 'markdown' : 'rst')

/** Lines that only one of the languages has; a row of four dashes or more is a transition, three are a rule. */
const marks: Readonly<Record<DeckLanguage, RegExp>> = {
  rst: /^(?:\.\. |(?:-{4,}|={3,}|~{3,})[ \t]*$|:[\w-]+:)|::[ \t]*$/,
  markdown: /^(?: {0,3}#{1,6}[ \t]|---[ \t]*$|```|:::|<!--)|\]\(/,
}

/** As much of a text as shows its language. */
const looked = { lines: 1000, characters: 200 }

/** The language of a text without a name: the one of which it has more lines, and reStructuredText where that says nothing. */
export function languageOfText(text: string): DeckLanguage {
  const lines = text.split(/\r\n|\n|\r/, looked.lines).map((line) => line.slice(0, looked.characters))
  const count = (language: DeckLanguage): number => lines.filter((line) => marks[language].test(line)).length
  return count('markdown') > count('rst') ? 'markdown' : 'rst'
}

/** Reads the deck itself. `path` is absolute. A stranger's, which `isSafe` says, is not read where it is a link out of its folder. */
export function readDeck(path: string, isSafe = false): Source | Diagnostic {
  const folder = realPath(dirname(path))
  const read = readRegularFile(path, { limit: textLimit, ...(isSafe ? { mayRead: (real) => isBelow(real, folder) } : {}) })
  if (!('why' in read)) {
    const doubt = tellDoubt(path, read)
    // Of the deck nothing is there then.
    return doubt ? { ...doubt, severity: 'error' } : decodeDeck(read, path)
  }
  if (read.why === 'refused') return diagnose('source/deck-elsewhere', { path, real: realPath(path) })
  if (read.why === 'kind') {
    const { what } = read
    return what === 'a folder' ? diagnose('source/folder', { path }) : diagnose('source/no-file', { path, what, isDeck: true })
  }
  return tellUnread(path, read) ?? (isLostName(path) ? diagnose('source/name-not-utf-8', { path }) : diagnose('source/no-deck', { path }))
}

/**
 * Whether a file of that name is there, but for bytes that are no UTF-8: in Node's strings those are U+FFFD, and by such a string no file is
 * found.
 */
function isLostName(path: string): boolean {
  if (!path.includes('\ufffd')) return false
  try {
    return readdirSync(dirname(path)).includes(basename(path))
  } catch {
    return false
  }
}

/** Bytes of a deck that came from elsewhere (standard input). */
export function decodeDeck(bytes: Uint8Array, path: string): Source | Diagnostic {
  if (bytes.length > textLimit) return diagnose('source/unreadable', { path, reason: tooLarge(textLimit) })
  const decoded = decodeUtf8(bytes, path)
  return 'source' in decoded ? decoded.source : notUtf8(path, decoded.at)
}
