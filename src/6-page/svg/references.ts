import { cssString } from '../../formats/css/tokens.ts'
import { replaceUrls } from '../../formats/css/urls.ts'

/** What an id becomes; undefined leaves the reference as it is. `paints` is false for a link, which may well point out of the drawing. */
export type Renaming = (id: string, paints: boolean) => string | undefined

/** Attributes that hold ids, parted by blanks (WAI-ARIA 1.2, HTML). */
const idLists = new Set(
  'aria-labelledby aria-describedby aria-controls aria-owns aria-flowto aria-details aria-errormessage aria-activedescendant for headers list form'.split(
    ' ',
  ),
)
const timing = new Set(['begin', 'end'])
const animated = new Set(['to', 'from', 'by', 'values'])

/**
 * One attribute with the ids it refers to renamed: `url(#…)` in presentation attributes and `style`, `href`, SMIL timing, `aria-*`.
 * The player does the same in each copy (src/player/drawings.ts).
 */
export function renameInAttribute(
  name: string,
  value: string,
  element: { name: string; attributes: ReadonlyMap<string, string> },
  rename: Renaming,
): string {
  if (name === 'id') return value
  if (name === 'href' || name === 'xlink:href') return renameHref(value, element.name !== 'a', rename)
  if (idLists.has(name)) return value.replace(/\S+/g, (id) => rename(id, false) ?? id)
  if (timing.has(name)) return renameTiming(value, rename)
  if (animated.has(name) && /^(?:xlink:)?href$/.test(element.attributes.get('attributeName') ?? '')) {
    // A semicolon in an id would part the list (SVG Animations 2, `values`).
    return value.replace(/[^;]+/g, (part) => renameHref(part.trim(), true, rename).replaceAll(';', '%3B'))
  }
  return renameUrls(value, rename)
}

const renameHref = (value: string, paints: boolean, rename: Renaming): string => {
  const id = idIn(value)
  const renamed = id === undefined ? undefined : rename(id, paints)
  return renamed === undefined ? value : `#${renamed}`
}

/** The id that an address names in its own document. */
export function idIn(address: string): string | undefined {
  const trimmed = address.trim()
  if (!trimmed.startsWith('#')) return undefined
  try {
    return decodeURIComponent(trimmed.slice(1))
  } catch {
    return trimmed.slice(1)
  }
}

/** `begin="node1.click+1s; 3s"`: an id stands before the first dot of an entry (SMIL 3.0 §5.4.5); a dash in it may be escaped. */
const renameTiming = (value: string, rename: Renaming): string =>
  value.replace(/(^|;)(\s*)((?:\\.|[^\s;.()+\-\\0-9])(?:\\.|[^\s;.()\\])*)\./g, (match, start: string, blank: string, id: string) => {
    const renamed = rename(id.replace(/\\(.)/g, '$1'), false)
    return renamed === undefined ? match : `${start}${blank}${renamed}.`
  })

/** `url(#id)` in CSS or in an attribute. */
export const renameUrls = (text: string, rename: Renaming): string =>
  replaceUrls(text, (address) => {
    const id = idIn(address)
    const renamed = id === undefined ? undefined : rename(id, true)
    if (renamed === undefined) return undefined
    return /^[\w\-.~:]+$/.test(renamed) ? `url(#${renamed})` : `url(${cssString(`#${renamed}`)})`
  })
