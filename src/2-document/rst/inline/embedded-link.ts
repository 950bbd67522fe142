import { normalizeName } from '../../identifiers.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { isSpace } from '../../syntax/space.ts'
import { isEmail, uriAt } from './uri.ts'

/** `<URI>` or `<alias_>` at the end of a phrase reference. */
export interface EmbeddedLink {
  readonly kind: 'uri' | 'alias'
  /** The URI with its white space gone, or the normalized name. */
  readonly value: string
  /** In the phrase: where the white space before `<` starts, and where the bracket itself does. */
  readonly start: number
  readonly bracket: number
}

/** Reads the link at the end of `phrase` (escapes hidden); undefined if there is none. */
export function embeddedLink(phrase: string, characterLevel: boolean): EmbeddedLink | undefined {
  const bracket = openingBracket(phrase)
  if (bracket === undefined) return undefined
  let start = bracket
  while (start > 0 && (phrase[start - 1] === ' ' || phrase[start - 1] === '\n')) start--
  if (start === bracket && bracket > 0) return undefined
  const link = phrase.slice(bracket + 1, -1)
  const isAlias = link.endsWith('_') && !link.endsWith('\0_') && uriAt(link, characterLevel) === undefined
  return isAlias
    ? { kind: 'alias', value: normalizeName(resolveEscapes(link.slice(0, -1))), start, bracket }
    : { kind: 'uri', value: uriOf(link), start, bracket }
}

/** The bracket that opens what the last character closes: no unescaped bracket and no edge of white space in between. */
function openingBracket(phrase: string): number | undefined {
  const close = phrase.length - 1
  if (phrase[close] !== '>' || close < 2) return undefined
  const last = phrase[close - 1] as string
  if (last === '\0' || isSpace(last)) return undefined
  let at = close - 1
  while (at >= 0 && !((phrase[at] === '<' || phrase[at] === '>') && phrase[at - 1] !== '\0')) at--
  return phrase[at] === '<' && at < close - 1 && !isSpace(phrase[at + 1] as string) ? at : undefined
}

/** White space goes, but an escaped blank or line end stays as a blank. */
function uriOf(link: string): string {
  const joined = link
    .split(/\0[ \n]/)
    .map((part) => part.replace(/[\s\x1c-\x1f\x85]+/g, ''))
    .join(' ')
  const uri = resolveEscapes(joined)
  const adjusted = isEmail(uri) ? `mailto:${uri}` : uri
  return adjusted.endsWith('\\_') ? `${adjusted.slice(0, -2)}_` : adjusted
}
