import { toHtml } from '../../4-look/drawings/xml/serialize.ts'
import type { SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { isHarmlessLink, isMedium, isRelative, isScript, readAddress, short } from '../../formats/addresses.ts'
import { escapeAttribute } from '../../formats/html-escapes.ts'
import { readReferences } from '../../formats/html-references.ts'
import { endOfRawText, type HtmlAttribute, readToken } from '../../formats/html-tokens.ts'
import { closeSafe } from '../embed/style-sheet.ts'
import { readInlineSvg } from './inline-svg.ts'

/** What cleaning asks of the page. */
export interface Surroundings {
  /** A style sheet as it goes into the page, with nothing in it that runs or reaches out. */
  readonly sheet: (css: string) => string
  /** The same of the value of a `style` attribute. */
  readonly style: (css: string) => string
  /** What the page has for the addresses in an attribute (of `srcset`, several with their sizes), which it reports by itself. */
  readonly resource: (tag: string, name: string, addresses: string) => string
  /** Takes out of a drawing what runs or reaches out, and says what. */
  readonly drawing: (root: SvgElement) => readonly string[]
  /** Told once of each thing that was taken out, in words, with where it stands in the text. */
  readonly report: (what: string, start: number, end: number) => void
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements that neither run nor load anything, nor change how what follows is read (as a script or `<textarea>` does). */
const safeElements = words(
  'a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark meter nav ol p picture pre progress q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr',
)
const voidElements = words('br col hr img source track wbr')
/** What stands in them is no text of the slide. */
const unseen = words('script iframe noembed noframes noscript xmp textarea title template object applet select math')
/** A whole document may be raw: nothing is lost with its frame. */
const frame = words('html head body title')
/** Attributes that name nothing outside and are read as they stand. */
const safeAttributes = words(
  'abbr align alt autoplay bgcolor border cellpadding cellspacing class clear color cols colspan controls datetime decoding default dir face headers height hidden high id kind label lang loading loop low max media min muted name nowrap open optimum playsinline preload rel reversed role rows rowspan rules scope size sizes span srclang start tabindex target title translate type valign value width',
)
/** A picture's name would stand in the place of a member of `document` (HTML §3.1.7). */
const isSafeAttribute = (tag: string, name: string): boolean =>
  (safeAttributes.has(name) && !(tag === 'img' && name === 'name')) || /^(?:aria-[a-z]+|data-[\w.-]+)$/.test(name)
/** The page embeds what they name, or leaves it out (embed/raw-html.ts). */
const resources: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    img: ['src', 'srcset'],
    source: ['src', 'srcset'],
    video: ['src', 'poster'],
    audio: ['src'],
    track: ['src'],
  }),
)

/**
 * HTML of a stranger with what is on the lists of harmless things only, each tag and attribute written anew, so that a browser reads just
 * what was checked. It may be a piece that opens what another closes: no element that is kept changes how the text after it is read, but for
 * `<svg>` and `<style>`, which are kept whole. Takes linear time.
 */
export function cleanHtml(html: string, surroundings: Surroundings): string {
  const told = new Set<string>()
  const tell = (what: string, start: number, end: number): void => {
    if (told.has(what)) return
    told.add(what)
    surroundings.report(what, start, end)
  }
  // Behind the last end tag no style sheet ends, and a search for one would go to the end of the text each time.
  const lastStyle = [...html.matchAll(/<\/style(?=[\t\n\f\r />])/gi)].at(-1)?.index ?? 0
  let result = ''
  for (let at = 0; at < html.length; ) {
    const token = readToken(html, at)
    at = token.end
    if (token.type === 'text') result += html[token.start] === '<' ? '&lt;' : html.slice(token.start, token.end)
    else if (token.type === 'end') result += safeElements.has(token.name) && !voidElements.has(token.name) ? `</${token.name}>` : ''
    if (token.type !== 'start') continue
    const { name, start, end } = token
    if (name === 'svg') {
      const drawing = readInlineSvg(html, start)
      for (const what of surroundings.drawing(drawing.root)) tell(what, start, end)
      result += toHtml(drawing.root)
      at = drawing.end
    } else if (name === 'style') {
      const close = end > lastStyle ? undefined : endOfRawText(html, name, end)
      if (close === undefined) tell('a style sheet that does not end', start, end)
      else {
        const attributes = cleanAttributes(name, token.attributes, surroundings, (what) => tell(what, start, end))
        result += `<style${attributes}>${closeSafe(surroundings.sheet(html.slice(end, close)))}</style>`
        at = readToken(html, close).end
      }
    } else if (safeElements.has(name)) {
      result += `<${name}${cleanAttributes(name, token.attributes, surroundings, (what) => tell(what, start, end))}>`
    } else {
      if (!frame.has(name)) tell(name === 'script' ? 'a script' : `the element <${short(name)}>`, start, end)
      if (unseen.has(name)) at = endOfRawText(html, name, end) ?? html.length
    }
  }
  return result
}

function cleanAttributes(
  tag: string,
  attributes: readonly HtmlAttribute[],
  { style, resource }: Surroundings,
  tell: (what: string) => void,
): string {
  let result = ''
  for (const { name, value } of attributes) {
    const add = (checked: string): void => {
      result += ` ${name}="${escapeAttribute(checked)}"`
    }
    if (isSafeAttribute(tag, name)) add(readReferences(value, 'attribute'))
    else if (name === 'style') add(style(readReferences(value, 'attribute')))
    else if (name === 'href' && tag === 'a') {
      const address = readReferences(value, 'attribute')
      if (!isScript(address) && isHarmlessLink(address)) add(address)
      else tell(isScript(address) ? 'a link that runs a script' : `a link to ${short(address)}`)
    } else if (resources.get(tag)?.includes(name)) {
      const written = readReferences(value, 'attribute')
      const addresses = name === 'srcset' ? candidates(written) : written
      const found = addresses === undefined ? undefined : resource(tag, name, addresses)
      const checked = found === undefined ? undefined : name === 'srcset' ? candidates(found) : inPage(found)
      if (checked !== undefined) add(checked)
      else tell(`a reference to ${short(value)}`)
    } else if (/^on/.test(name)) tell(`an event handler (${short(name)})`)
    else if (
      /^(?:src|href|xlink:href|background|action|formaction|ping|data|srcdoc|cite|longdesc|lowsrc|dynsrc|codebase|classid)$/.test(name)
    )
      tell(`a reference to ${short(value)}`)
  }
  return result
}

/** An address in the page or beside it; undefined for any other. */
function inPage(address: string): string | undefined {
  const { kind, scheme } = readAddress(address)
  return kind === 'page' || kind === 'relative' || scheme === 'data' ? address : undefined
}

/** `srcset` in its plainest form; undefined where it is written in no form that is sure to be understood. */
function candidates(value: string): string | undefined {
  const entries = value.split(/,\s+/).map((entry) => entry.trim())
  return entries.every((entry) => /^[^\s,]\S*(?<!,)(?:\s+[\d.]+[wxh])?$/.test(entry)) &&
    entries.every((entry) => isRelative(entry) || isMedium(entry.replace(/\s[\s\S]*/, '')))
    ? entries.join(', ')
    : undefined
}
