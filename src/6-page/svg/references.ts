import { applyEdits, type Edit, startOf } from '../../formats/css/pieces.ts'
import { cssString, readTokens } from '../../formats/css/tokens.ts'
import { endOfAddress, mayHaveUrls, urlsIn } from '../../formats/css/urls.ts'

/** Where an attribute or a style sheet of a drawing names an id. */
export interface Reference {
  readonly id: string
  /** False for a link and its like, which may well point out of the drawing. */
  readonly paints: boolean
  /** What is written anew where the id becomes another, and what is written then. */
  readonly start: number
  readonly end: number
  readonly written: (id: string) => string
  /** Where the id itself ends: what is put there becomes its end. */
  readonly idEnd: number
}

/** What an id becomes; undefined leaves the reference as it is. */
export type Renaming = (id: string, paints: boolean) => string | undefined

/** An attribute with the ids that it names renamed. */
export const renameInAttribute = (name: string, value: string, element: AttributeOwner, rename: Renaming): string =>
  renameIn(value, referencesIn(name, value, element), rename)

/** A style sheet, or the value of a property, with its `url(#id)` renamed. */
export const renameUrls = (css: string, rename: Renaming): string => renameIn(css, sheetReferences(css), rename)

const renameIn = (text: string, references: readonly Reference[], rename: Renaming): string =>
  applyEdits(
    text,
    references.flatMap(({ id, paints, start, end, written }): Edit[] => {
      const renamed = rename(id, paints)
      return renamed === undefined ? [] : [{ start, end, text: written(renamed) }]
    }),
  )

interface AttributeOwner {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** Attributes that hold ids, parted by blanks (WAI-ARIA 1.2, HTML). */
const idLists = new Set(
  'aria-labelledby aria-describedby aria-controls aria-owns aria-flowto aria-details aria-errormessage aria-activedescendant for headers list form'.split(
    ' ',
  ),
)
const timing = new Set(['begin', 'end'])
const animated = new Set(['to', 'from', 'by', 'values'])

const none: readonly Reference[] = []

/** The references of one attribute, in their order: `url(#…)` in presentation attributes and `style`, `href`, SMIL timing, `aria-*`. */
export function referencesIn(name: string, value: string, element: AttributeOwner): readonly Reference[] {
  if (name === 'id') return none
  // Nearly all attributes: an address of a part has its mark, which an escape may hide.
  if (!value.includes('#') && !value.includes('\\') && !idLists.has(name) && !timing.has(name)) return none
  if (name === 'href' || name === 'xlink:href') return addressIn(value, 0, element.name !== 'a')
  if (idLists.has(name)) return matchesIn(value, /()()(\S+)/g, (id) => id)
  // `begin="node1.click+1s; 3s"`: an id stands before the first dot of an entry (SMIL 3.0 §5.4.5); a dash in it may be escaped.
  if (timing.has(name))
    return matchesIn(value, /(^|;)(\s*)((?:\\.|[^\s;.()+\-\\0-9])(?:\\.|[^\s;.()\\])*)(?=\.)/g, (id) => id.replace(/\\(.)/g, '$1'))
  if (animated.has(name) && /^(?:xlink:)?href$/.test(element.attributes.get('attributeName') ?? '')) {
    return Array.from(value.matchAll(/[^;]+/g), ({ index, 0: part }) => addressIn(part, index, true)).flat()
  }
  return sheetReferences(value)
}

function matchesIn(value: string, pattern: RegExp, idOf: (written: string) => string): Reference[] {
  return Array.from(value.matchAll(pattern), ({ index, 1: before = '', 2: blank = '', 3: written = '' }) => {
    const start = index + before.length + blank.length
    const end = start + written.length
    return { id: idOf(written), paints: false, start, end, written: (id) => id, idEnd: end }
  })
}

/** A semicolon in an id would part a list of addresses (SVG Animations 2, `values`). */
const addressOf = (id: string): string => `#${id.replaceAll(';', '%3B')}`

function addressIn(value: string, offset: number, paints: boolean): Reference[] {
  const id = idIn(value)
  if (id === undefined) return []
  const idEnd = offset + value.trimEnd().length
  return [{ id, paints, start: offset, end: offset + value.length, written: addressOf, idEnd }]
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

/** The references of a style sheet, or of the value of a property: `url(#id)`. */
export function sheetReferences(css: string): Reference[] {
  if (!mayHaveUrls(css)) return []
  const tokens = readTokens(css)
  return urlsIn(tokens).flatMap((url): Reference[] => {
    const id = idIn(url.address)
    if (id === undefined) return []
    return [
      {
        id,
        paints: true,
        start: startOf(tokens, url.first),
        end: startOf(tokens, url.end),
        written: urlOf,
        idEnd: endOfAddress(tokens, url),
      },
    ]
  })
}

const urlOf = (id: string): string => (/^[\w\-.~:]+$/.test(id) ? `url(#${id})` : `url(${cssString(`#${id}`)})`)
