import { rawTextElements } from '../../../formats/html-tags.ts'
import { endOfRawText, type HtmlAttribute, type HtmlToken, readToken } from '../../../formats/html-tokens.ts'
import { fieldOfTool } from '../../tool-fields.ts'
import type { DialectName } from '../dialects/names.ts'

/** The tools whose decks reveal.js shows. */
export const isShownByReveal = (dialect: DialectName): boolean => ['reveal', 'reveal-md', 'pandoc', 'quarto'].includes(dialect)

interface RevealHtml {
  readonly html: string
  /** The names of attributes that have no meaning here. */
  readonly foreign: readonly string[]
}

/** The class of what comes at a press, of reveal.js' `data-fragment-index`: the same index comes at once. */
const orderClass = (index: string): string | undefined => (/^\d{1,4}$/.test(index) ? `substep-order-${index}` : undefined)

/** HTML as reveal.js shows it: an element with the class `fragment` is a substep. */
export function revealHtml(html: string): RevealHtml {
  if (!/\bfragment\b|\bdata-/.test(html)) return { html, foreign: [] }
  const foreign: string[] = []
  let out = ''
  for (let at = 0; at < html.length; ) {
    const token = readToken(html, at)
    const written = html.slice(at, token.end)
    at = token.end
    if (token.type !== 'start') {
      out += written
      continue
    }
    out += withSubstep(token, written)
    for (const { name } of token.attributes)
      if (name === 'data-line-numbers' || fieldOfTool(name, 'reveal')?.is === 'none') foreign.push(name)
    if (!rawTextElements.has(token.name) || token.isClosed) continue
    const end = endOfRawText(html, token.name, at) ?? html.length
    out += html.slice(at, end)
    at = end
  }
  return { html: out, foreign }
}

function withSubstep({ attributes, start }: HtmlToken & { type: 'start' }, written: string): string {
  const owner = attributes.find(({ name }) => name === 'class')
  const classes = owner?.value.split(/\s+/) ?? []
  if (!owner || !classes.includes('fragment')) return written
  const index = attributes.find(({ name }) => name === 'data-fragment-index')?.value ?? ''
  const own = fragmentClasses(classes, index).join(' ')
  return `${written.slice(0, owner.start - start)}"${own}"${written.slice(owner.end - start)}`
}

/** The classes of an element of reveal.js here: a fragment is a substep, and its index says which ones come first. */
export function fragmentClasses(classes: readonly string[], index: string): string[] {
  const order = classes.includes('fragment') ? orderClass(index) : undefined
  return [...classes.map((name) => (name === 'fragment' ? 'substep' : name)), ...(order ? [order] : [])]
}

export const attributeValue = (attributes: readonly HtmlAttribute[], wanted: string): string | undefined =>
  attributes.find(({ name }) => name === wanted)?.value
