import { rawTextElements, voidElements } from '../../formats/html-tags.ts'
import { endOfRawText, type HtmlAttribute, type HtmlToken, readToken } from '../../formats/html-tokens.ts'

export interface PlainHtml {
  readonly html: string
  /** The names of components whose tags were left out, once for each start. */
  readonly components: readonly string[]
}

/**
 * HTML without the tags of components, which have no meaning here; what stands between them stays. In a Slidev deck also as Vue reads it: any tag
 * may close itself (`<div />`), and `v-click`, `v-after` make a substep of any element.
 */
export function plainHtml(html: string, isVue: boolean): PlainHtml {
  if (!/<\/?[A-Z]/.test(html) && !(isVue && /\/>|\sv-/.test(html))) return { html, components: [] }
  const components: string[] = []
  let out = ''
  for (let at = 0; at < html.length; ) {
    const token = readToken(html, at)
    const written = html.slice(at, token.end)
    at = token.end
    const component = token.type === 'start' || token.type === 'end' ? componentIn(written) : undefined
    if (component !== undefined) {
      if (token.type === 'start') components.push(component)
      continue
    }
    out += token.type === 'start' && isVue ? vueTag(token, written) : written
    if (token.type !== 'start' || !rawTextElements.has(token.name) || token.isClosed) continue
    const end = endOfRawText(html, token.name, at) ?? html.length
    out += html.slice(at, end)
    at = end
  }
  return { html: out, components }
}

/** The name of the component that a tag is of: `<Youtube`, not `<DIV` nor SVG's `<linearGradient`. */
export const componentIn = (tag: string): string | undefined => /^<\/?([A-Z]\w*[a-z][\w.-]*)/.exec(tag)?.[1]

function vueTag({ name, attributes, isClosed, start }: HtmlToken & { type: 'start' }, written: string): string {
  const classes = clickClasses(attributes)
  const owner = attributes.find((attribute) => attribute.name === 'class')
  let tag = written
  if (classes && owner) tag = `${written.slice(0, owner.start - start)}"${owner.value} ${classes}"${written.slice(owner.end - start)}`
  else if (classes) tag = `${written.slice(0, name.length + 1)} class="${classes}"${written.slice(name.length + 1)}`
  return isClosed && !voidElements.has(name) ? `${tag.replace(/\s*\/>$/, '>')}</${name}>` : tag
}

/** The classes that say what `v-click`, `v-click="3"` and `v-after` say; empty where there is none of them. */
function clickClasses(attributes: readonly HtmlAttribute[]): string {
  const click = attributes.find(({ name }) => /^v-(?:click|after)(?:\.|$)/.test(name))
  if (!click) return ''
  return ['substep', ...turnClasses(click.name.startsWith('v-after') ? '+0' : click.value)].join(' ')
}

/** The classes that the start tag of `<v-click at="3">` or `<v-after>` adds to `substep`; undefined for another tag. */
export function clickTagClasses(tag: string): string[] | undefined {
  const token = readToken(tag, 0)
  if (token.type !== 'start' || !/^v-(?:clicks?|after|mark)$/.test(token.name)) return undefined
  return turnClasses(token.name === 'v-after' ? '+0' : token.attributes.find(({ name }) => name === 'at' || name === ':at')?.value)
}

/** The class for when a click comes, as Slidev writes it: `3`, `+0`; the next turn has none. */
function turnClasses(at: string | undefined): string[] {
  const turn = at?.replace(/['"\s]/g, '') ?? ''
  if (turn === '+0') return ['substep-with-previous']
  return /^[1-9]\d{0,3}$/.test(turn) ? [`substep-at-${turn}`] : []
}
