import type { Deck } from '../3-deck/deck.ts'
import { consoleShell } from './console-shell.ts'
import { element, type Html, raw } from './hast.ts'
import { inlineScript } from './scripts.ts'

const metaFields = ['author', 'description', 'keywords']

/** The page's head; no request leaves it for an icon either. `policy` is a Content-Security-Policy. */
export function head(deck: Deck, styles: readonly Html[], scripts: readonly Html[], policy: string | undefined): Html {
  const fields = metaFields.flatMap((name) => {
    const value = deck.fields[name]?.value
    return value ? [element('meta', { name, content: value })] : []
  })
  const parts = [
    element('meta', { charSet: 'utf-8' }),
    ...(policy === undefined ? [] : [element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy })]),
    element('title', {}, deck.title),
    // A phone would zoom out to show the whole stage, and impress.js would take what it then sees for the window.
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1, minimum-scale=1' }),
    element('meta', { name: 'generator', content: 'hoverdeck' }),
    ...fields,
    ...metaElements(deck, policy),
    element('link', { rel: ['icon'], href: 'data:,' }),
    inlineScript(consoleShell),
    ...styles,
    ...scripts,
  ]
  return element('head', {}, lines(parts))
}

/** What the page says itself: the player needs its own viewport. */
const ownNames: ReadonlySet<string> = new Set(['viewport', 'generator'])

/** `.. meta::` of the deck. A field of the deck wins over one of the same name; what gives the browser orders is none of a stranger's (`policy`). */
const metaElements = ({ meta = [], fields }: Deck, policy: string | undefined): Html[] =>
  meta.flatMap(({ attributes }) => {
    const { name = '', 'http-equiv': order, ...others } = attributes
    const isSaid = ownNames.has(name.toLowerCase()) || (metaFields.includes(name) && fields[name]?.value)
    if (isSaid || (policy !== undefined && (order !== undefined || name.toLowerCase() === 'referrer'))) return []
    return [element('meta', { ...(name ? { name } : {}), ...(order === undefined ? {} : { httpEquiv: [order] }), ...others })]
  })

/** A line each, for whoever reads the page's source. */
export const lines = (nodes: readonly Html[]): Html[] => nodes.flatMap((node) => [raw('\n'), node])
