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
    element('link', { rel: ['icon'], href: 'data:,' }),
    inlineScript(consoleShell),
    ...styles,
    ...scripts,
  ]
  return element('head', {}, lines(parts))
}

/** A line each, for whoever reads the page's source. */
export const lines = (nodes: readonly Html[]): Html[] => nodes.flatMap((node) => [raw('\n'), node])
