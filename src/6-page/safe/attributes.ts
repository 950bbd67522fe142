import { harmlessLink, isMedium, isRelative, isScript, readAddress, relOf, short } from '../../formats/addresses.ts'
import { consoleCssAttribute, previewCssAttribute } from '../../page-contract/attributes.ts'
import { reservedIds } from '../../page-contract/names.ts'

/** What the gate for attributes asks of the page. */
export interface AttributeGate {
  /** The value of a `style` attribute as it goes into the page, with nothing in it that runs or reaches out. */
  readonly style: (css: string) => string
  /** What the page has for the addresses in an attribute (of `srcset`, several with their sizes), which it reports by itself. */
  readonly resource: (tag: string, name: string, addresses: string) => string
}

/** An attribute that may stand has a value. What is worth telling of it, in words. */
export interface CheckedAttribute {
  readonly value?: string
  readonly what?: string
}

/** Attributes that name nothing outside and are read as they stand. */
const safeAttributes: ReadonlySet<string> = new Set(
  'abbr align alt autoplay bgcolor border cellpadding cellspacing class clear color cols colspan controls datetime decoding default dir face headers height hidden high id kind label lang loading loop low max media min muted name nowrap open optimum playsinline preload reversed role rows rowspan rules scope size sizes span srclang start tabindex target title translate type valign value width'.split(
    ' ',
  ),
)

/** Whose value the player takes for a style sheet. */
const sheets: readonly string[] = [consoleCssAttribute, previewCssAttribute]

/** A picture's name would stand in the place of a member of `document` (HTML §3.1.7). */
const isSafeAttribute = (tag: string, name: string): boolean =>
  (safeAttributes.has(name) && !(tag === 'img' && name === 'name')) ||
  (/^(?:aria-[a-z]+|data-[\w.-]+)$/.test(name) && !sheets.includes(name))

/** The page embeds what they name, or leaves it out (embed/raw-html.ts). */
const resources: ReadonlyMap<string, readonly string[]> = new Map([
  ['img', ['src', 'srcset']],
  ['source', ['src', 'srcset']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
])

const references = /^(?:src|href|xlink:href|background|action|formaction|ping|data|srcdoc|cite|longdesc|lowsrc|dynsrc|codebase|classid)$/

/**
 * The gate for every attribute that a stranger writes, in HTML as in a field. Names are in lower case, values without character references.
 * `rel` of a link depends on its `target` and is left to `relOf`.
 */
export function checkAttribute(tag: string, name: string, value: string, { style, resource }: AttributeGate): CheckedAttribute {
  if (name === 'id' && reservedIds.includes(value)) return { what: `the id ${value}, which the page itself has` }
  if (isSafeAttribute(tag, name)) return { value }
  if (name === 'style') return { value: style(value) }
  if (name === 'href' && tag === 'a') {
    if (isScript(value)) return { what: 'a link that runs a script' }
    const address = harmlessLink(value)
    return address === undefined ? { what: `a link to ${short(value)}` } : { value: address }
  }
  if (resources.get(tag)?.includes(name)) {
    const addresses = name === 'srcset' ? candidates(value) : value
    const found = addresses === undefined ? undefined : resource(tag, name, addresses)
    const checked = found === undefined ? undefined : name === 'srcset' ? candidates(found) : inPage(found)
    return checked === undefined ? { what: `a reference to ${short(value)}` } : { value: checked }
  }
  if (name === 'rel' && relOf(value, '') !== value.trim().split(/\s+/).join(' '))
    return { what: 'a link that hands its window over (rel=opener)' }
  if (/^on/.test(name)) return { what: `an event handler (${short(name)})` }
  if (sheets.includes(name)) return { what: `a style sheet for the console (${name})` }
  return references.test(name) ? { what: `a reference to ${short(value)}` } : {}
}

/** An address in the page or beside it; undefined for any other. */
function inPage(address: string): string | undefined {
  const { kind } = readAddress(address)
  return kind === 'page' || kind === 'relative' || isMedium(address) ? address : undefined
}

/** `srcset` in its plainest form; undefined where it is written in no form that is sure to be understood. */
function candidates(value: string): string | undefined {
  const entries = value.split(/,\s+/).map((entry) => entry.trim())
  return entries.every((entry) => /^[^\s,]\S*(?<!,)(?:\s+[\d.]+[wxh])?$/.test(entry)) &&
    entries.every((entry) => isRelative(entry) || isMedium(entry.replace(/\s[\s\S]*/, '')))
    ? entries.join(', ')
    : undefined
}
