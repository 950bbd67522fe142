import type { Deck } from '../3-deck/deck.ts'
import type { Position } from '../diagnostics/position.ts'
import { isUrl } from '../formats/addresses.ts'
import type { Embedder } from './embed/embedder.ts'
import { element, type Html, raw } from './hast.ts'
import type { PageOptions } from './page.ts'

/** The author's scripts for one place of the page, then `--js` at the end of the body. */
export function pageScripts(deck: Deck, place: 'head' | 'body', embed: Embedder, options: PageOptions): Html[] {
  if (options.safe) return []
  const own = deck.scripts
    .filter((script) => script.place === place)
    .flatMap(({ path, position }) => scriptFile(path, position?.source ?? options.source, position, embed, options))
  const further = place === 'body' ? (options.scripts ?? []) : []
  return [...own, ...further.flatMap((path) => scriptFile(path, options.source, undefined, embed, options))]
}

function scriptFile(path: string, from: string, position: Position | undefined, embed: Embedder, options: PageOptions): Html[] {
  const type = /\.mjs([?#]|$)/i.test(path) ? { type: 'module' } : {}
  if (isUrl(path) || options.assets === 'copy') {
    const src = embed.url(path, from, 'script', position)
    return src === undefined ? [] : [element('script', { ...type, src })]
  }
  const script = embed.text(path, from, 'script', position)
  return script ? [inlineScript(script.text, type)] : []
}

export const inlineScript = (script: string, attributes: Record<string, string> = {}): Html => ({
  ...element('script', attributes),
  children: [raw(scriptText(script))],
})

/** A script as it stands in its element. */
export const scriptText = (script: string): string => `\n${scriptSafe(script.trim())}\n`

/** A script that neither ends its element nor opens the comment state in which an end is not seen (HTML §4.12.1.3). */
function scriptSafe(script: string): string {
  const closed = script.replace(/<\/(?=script)/gi, '<\\/')
  return /<!--/.test(closed) && /<script/i.test(closed) ? closed.replace(/<!--/g, '\\x3C!--') : closed
}
