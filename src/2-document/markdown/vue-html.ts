import { rawTextElements, voidElements } from '../../formats/html-tags.ts'
import { endOfRawText, type HtmlAttribute, type HtmlToken, readToken } from '../../formats/html-tokens.ts'
import { ownComponent, readTemplate } from './slidev-components.ts'

export interface PlainHtml {
  readonly html: string
  /** The names of components whose tags were left out, once for each start. */
  readonly components: readonly string[]
  /** The parts of the slide's layout that begin in it, in Slidev's decks. */
  readonly slots: readonly string[]
  /** Whether a script of Vue's was left out. */
  readonly hasScript: boolean
}

/**
 * HTML without the tags of components, which have no meaning here; what stands between them stays. In a Slidev deck also as Vue reads it: any tag
 * may close itself (`<div />`), `v-click`, `v-after` make a substep of any element, and some of Slidev's components are something in HTML.
 */
export function plainHtml(html: string, isVue: boolean): PlainHtml {
  if (!/<\/?[A-Z]/.test(html) && !(isVue && /\/>|\sv-|<\/?(?:template|script|\w+[-:])/.test(html)))
    return { html, components: [], slots: [], hasScript: false }
  const components: string[] = []
  const slots: string[] = []
  /** What the end tags of the templates and clicks that are open become. */
  const ends = { template: [] as string[], click: [] as string[] }
  let hasScript = false
  let out = ''
  for (let at = 0; at < html.length; ) {
    const token = readToken(html, at)
    const written = html.slice(at, token.end)
    at = token.end
    if (isVue && (token.type === 'start' || token.type === 'end')) {
      const list = token.name === 'template' ? ends.template : clickElement.test(token.name) ? ends.click : undefined
      if (list && token.type === 'end') {
        out += list.pop() ?? ''
        continue
      }
      if (list && token.type === 'start') {
        const { start, end, slot, isHidden } = token.name === 'template' ? readTemplate(token) : clickSpan(token)
        if (slot !== undefined) slots.push(slot)
        if (isHidden) at = endOfElement(html, 'template', at)
        else if (!token.isClosed) list.push(end)
        out += token.isClosed ? '' : start
        continue
      }
      const own = ownComponent(token)
      if (own !== undefined) {
        if (isForSpeaker(token)) at = endOfElement(html, 'renderwhen', at)
        out += own
        continue
      }
    }
    const component = token.type === 'start' || token.type === 'end' ? componentIn(written, isVue) : undefined
    if (component !== undefined) {
      if (token.type === 'start') components.push(component)
      continue
    }
    const isRaw = token.type === 'start' && rawTextElements.has(token.name) && !token.isClosed
    const end = isRaw ? (endOfRawText(html, token.name, at) ?? html.length) : at
    if (isVue && token.type === 'start' && token.name === 'script' && isOfVue(token, html.slice(at, end))) {
      hasScript = true
      at = endOfElement(html, 'script', end)
      continue
    }
    out += (token.type === 'start' && isVue ? vueTag(token, written) : written) + html.slice(at, end)
    at = end
  }
  return { html: out, components, slots, hasScript }
}

/** Behind the next end tag of this name, else the end. */
function endOfElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi')
  end.lastIndex = from
  return end.test(html) ? end.lastIndex : html.length
}

/** `<RenderWhen context="presenter">`: not for who looks at the slide. */
const isForSpeaker = (token: HtmlToken): boolean =>
  token.type === 'start' &&
  token.name === 'renderwhen' &&
  !token.isClosed &&
  !token.attributes.some(({ name, value }) => /^:?context$/.test(name) && /main|visible|slide/.test(value))

/** A script for Vue's compiler, which no browser runs as it stands. */
const isOfVue = ({ attributes }: StartTag, text: string): boolean =>
  attributes.some(({ name }) => name === 'setup' || name === 'lang') || (attributes.length === 0 && /^\s*(?:import|export)\s/m.test(text))

type StartTag = HtmlToken & { type: 'start' }

/** The name of the component that a tag is of: `<Youtube`, not `<DIV` nor SVG's `<linearGradient`; to Vue also `<carbon-logo-github`. */
export const componentIn = (tag: string, isVue = false): string | undefined =>
  (isVue ? /^<\/?([A-Z]\w*[a-z][\w.:-]*|[a-z]\w*[-:][\w.:-]+)/ : /^<\/?([A-Z]\w*[a-z][\w.-]*)/).exec(tag)?.[1]

function vueTag({ name, attributes, isClosed, start }: StartTag, written: string): string {
  const classes = clickClasses(attributes)
  const owner = attributes.find((attribute) => attribute.name === 'class')
  let tag = written
  if (classes && owner) tag = `${written.slice(0, owner.start - start)}"${owner.value} ${classes}"${written.slice(owner.end - start)}`
  else if (classes) tag = `${written.slice(0, name.length + 1)} class="${classes}"${written.slice(name.length + 1)}`
  return isClosed && !voidElements.has(name) ? `${tag.replace(/\s*\/>$/, '>')}</${name}>` : tag
}

/** The classes that say what `v-click`, `v-click="3"` and `v-after` say; empty where there is none of them. What is to go is there from the start. */
function clickClasses(attributes: readonly HtmlAttribute[]): string {
  const click = attributes.find(({ name }) => /^v-(?:click|after)(?:\.|$)/.test(name))
  if (!click || /\.hide\b/.test(click.name)) return ''
  return ['substep', ...turnClasses(click.name.startsWith('v-after') ? '+0' : click.value)].join(' ')
}

const clickElement = /^v-(?:clicks?|after)$/

/** `<v-click>` within HTML. */
function clickSpan({ name, attributes }: StartTag): { start: string; end: string; slot?: undefined; isHidden?: undefined } {
  const classes = tagClasses(name, attributes)
  return classes ? { start: `<span class="${['substep', ...classes].join(' ')}">`, end: '</span>' } : { start: '', end: '' }
}

/** The classes that the start tag of `<v-click at="3">` or `<v-after>` adds to `substep`; undefined for another tag, and where it hides. */
export function clickTagClasses(tag: string): string[] | undefined {
  const token = readToken(tag, 0)
  if (token.type !== 'start' || !/^v-(?:clicks?|after|mark)$/.test(token.name)) return undefined
  return tagClasses(token.name, token.attributes)
}

function tagClasses(name: string, attributes: readonly HtmlAttribute[]): string[] | undefined {
  const given = (wanted: string): string | undefined =>
    attributes.find((attribute) => attribute.name === wanted || attribute.name === `:${wanted}`)?.value
  if (given('hide') !== undefined) return undefined
  return turnClasses(name === 'v-after' ? '+0' : given('at'))
}

/** The class for when a click comes, as Slidev writes it: `3`, `+0`, `[2, 4]`, which it goes at; the next turn has none. */
function turnClasses(at: string | undefined): string[] {
  const turn = at?.replace(/['"\s[]|,.*$/g, '') ?? ''
  if (turn === '+0') return ['substep-with-previous']
  return /^[1-9]\d{0,3}$/.test(turn) ? [`substep-at-${turn}`] : []
}
