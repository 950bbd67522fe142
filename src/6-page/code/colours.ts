import { join } from 'node:path'
import { createTextCache, nameFor } from '../../1-source/text-cache.ts'
import type { PageOptions } from '../page.ts'
import { grammars } from './grammars.ts'
import type { Token } from './highlight.ts'

/** Text → its pieces. */
export type Colours = ReadonlyMap<string, readonly Token[]>

/** The deck that the code is in, and where its colours are kept. */
export type Keeping = Pick<PageOptions, 'source' | 'cacheFolder'>

/**
 * The colours of texts in the language of one grammar. From build to build most of a deck's code stays as it is: then neither the grammar nor
 * highlight.js is loaded.
 */
export async function coloursOf(grammar: string, texts: readonly string[], { source, cacheFolder }: Keeping): Promise<Colours> {
  const cache = cacheFolder === undefined ? undefined : createTextCache(join(cacheFolder, 'colours'))
  const made = { name: `${nameFor(source)}-${grammar}`, source: JSON.stringify(texts), use: grammar }
  const kept = cache?.read(made)
  const tokens: readonly (readonly Token[])[] = kept === undefined ? await highlighted(grammar, texts) : JSON.parse(kept)
  if (kept === undefined) cache?.write(made, JSON.stringify(tokens))
  return new Map(texts.map((text, index) => [text, tokens[index] ?? []]))
}

async function highlighted(grammar: string, texts: readonly string[]): Promise<readonly Token[][]> {
  const [{ highlighter }, loaded] = await Promise.all([import('./highlight.ts'), grammars.get(grammar)?.load()])
  return loaded ? texts.map(highlighter(grammar, loaded.default)) : []
}
