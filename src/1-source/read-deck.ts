import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { decode, notUtf8 } from './decode.ts'
import { readRegularFile } from './open-file.ts'
import { isBelow, realPath } from './real-path.ts'
import type { Source } from './source.ts'

export type DeckLanguage = 'rst' | 'markdown'

const markdownName = /\.(md|markdown|mdown|mkd)$/i

/** Markdown by its file name; everything else is reStructuredText, as it was for Hovercraft. */
export const languageOf = (path: string): DeckLanguage => (markdownName.test(path) ? 'markdown' : 'rst')

/** Reads the deck itself. `path` is absolute. A stranger's, which `isSafe` says, is not read where it is a link out of its folder. */
export function readDeck(path: string, isSafe = false): Source | Diagnostic {
  if (!existsSync(path)) return diagnose('source/no-deck', { path })
  try {
    if (statSync(path).isDirectory()) return diagnose('source/folder', { path })
    const folder = realPath(dirname(path))
    const bytes = isSafe ? readRegularFile(path, (real) => isBelow(real, folder)) : readFileSync(path)
    if (bytes === 'refused') return diagnose('source/deck-elsewhere', { path, real: realPath(path) })
    return bytes ? decodeDeck(bytes, path) : diagnose('source/no-deck', { path })
  } catch (error) {
    return diagnose('source/unreadable', { path, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** Bytes of a deck that came from elsewhere (standard input). */
export function decodeDeck(bytes: Uint8Array, path: string): Source | Diagnostic {
  const decoded = decode(bytes, path)
  if ('source' in decoded) return decoded.source
  if (decoded.problem === 'unknown-encoding') return diagnose('source/unknown-encoding', { encoding: 'utf-8' })
  return notUtf8(path, decoded.at)
}
