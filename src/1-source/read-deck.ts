import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { decode, notUtf8 } from './decode.ts'
import type { Source } from './source.ts'

export type DeckLanguage = 'rst' | 'markdown'

const markdownName = /\.(md|markdown|mdown|mkd)$/i

/** Markdown by its file name; everything else is reStructuredText, as it was for Hovercraft. */
export const languageOf = (path: string): DeckLanguage => (markdownName.test(path) ? 'markdown' : 'rst')

/** Reads the deck itself. `path` is absolute. */
export function readDeck(path: string): Source | Diagnostic {
  if (!existsSync(path)) return diagnose('source/no-deck', { path })
  try {
    if (statSync(path).isDirectory()) return diagnose('source/folder', { path })
    return decodeDeck(readFileSync(path), path)
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
