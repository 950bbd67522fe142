import { collapseSpace, normalizeName } from '../../identifiers.ts'
import type { Inline, Reference, Target, Text } from '../../nodes.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { type Scan, textNodes } from './construct.ts'
import { type EmbeddedLink, embeddedLink } from './embedded-link.ts'
import type { InterpretedSpan } from './interpreted-text.ts'

/**
 * A reference whose name is a phrase: text in backquotes and one underscore, or two for an anonymous one. A URI or an alias in angle
 * brackets at its end is where it leads, and with one underscore the phrase then names that place, too.
 */
export function phraseReference(scan: Scan, { at, contentStart, contentEnd, close }: InterpretedSpan): Inline[] {
  const phrase = scan.text.slice(contentStart, contentEnd)
  const link = embeddedLink(phrase, scan.characterLevel)
  const written = link ? resolveEscapes(phrase.slice(0, link.start)) : resolveEscapes(phrase)
  const isBare = link !== undefined && link.start === 0
  const text = isBare ? link.value : written
  const children: Text[] = isBare
    ? [
        {
          type: 'text',
          value: text,
          position: scan.cursor.position(contentStart + link.bracket + 1, contentEnd - (link.kind === 'alias' ? 2 : 1)),
        },
      ]
    : textNodes(scan, contentStart, link ? contentStart + link.start : contentEnd)
  const isAnonymous = scan.text.startsWith('__', close - 2)
  const reference: Reference = {
    type: 'reference',
    name: collapseSpace(text),
    children,
    position: scan.cursor.position(at, close),
    rawsource: scan.block.text.slice(at, close),
  }
  if (link) leadTo(reference, link)
  else if (isAnonymous) reference.anonymous = 1
  else reference.refname = normalizeName(text)
  if (!link || isAnonymous) return [reference]
  const target: Target = {
    type: 'target',
    names: [normalizeName(text)],
    children: [],
    position: scan.cursor.position(contentStart + link.bracket, contentEnd),
    rawsource: scan.block.text.slice(contentStart + link.start, contentEnd),
  }
  leadTo(target, link)
  // A target elsewhere may bear the same name and then wins, as if this were a title.
  scan.context.names.noteImplicitTarget(target, scan.context.reader.parent)
  return [reference, target]
}

function leadTo(node: Reference | Target, { kind, value }: EmbeddedLink): void {
  if (kind === 'uri') node.refuri = value
  else node.refname = value
}
