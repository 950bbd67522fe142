import { toHtml } from '../../4-look/drawings/xml/serialize.ts'
import type { SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { relOf, short } from '../../formats/addresses.ts'
import { escapeAttribute } from '../../formats/html-escapes.ts'
import { readReferences } from '../../formats/html-references.ts'
import { endOfRawText, type HtmlAttribute, readToken } from '../../formats/html-tokens.ts'
import { words } from '../../formats/words.ts'
import { closeSafe } from '../embed/style-sheet.ts'
import { type AttributeGate, checkAttribute } from './attributes.ts'
import { readInlineSvg } from './inline-svg.ts'

/** What cleaning asks of the page. */
export interface Surroundings extends AttributeGate {
  /** A style sheet as it goes into the page, with nothing in it that runs or reaches out. */
  readonly sheet: (css: string) => string
  /** Takes out of a drawing what runs or reaches out, and says what. */
  readonly drawing: (root: SvgElement) => readonly string[]
  /** Told once of each thing that was taken out, in words, with where it stands in the text. */
  readonly report: (what: string, start: number, end: number) => void
}

/** Elements that neither run nor load anything, nor change how what follows is read (as a script or `<textarea>` does). */
const safeElements = words(
  'a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark meter nav ol p picture pre progress q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr',
)
const voidElements = words('br col hr img source track wbr')
/** What stands in them is no text of the slide. */
const unseen = words('script iframe noembed noframes noscript xmp textarea title template object applet select math')
/** A whole document may be raw: nothing is lost with its frame. */
const frame = words('html head body title')
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

function cleanAttributes(tag: string, attributes: readonly HtmlAttribute[], gate: AttributeGate, tell: (what: string) => void): string {
  let result = ''
  const add = (name: string, value: string): void => {
    result += ` ${name}="${escapeAttribute(value)}"`
  }
  const written = new Map(attributes.map(({ name, value }) => [name, readReferences(value, 'attribute')]))
  for (const [name, value] of written) {
    const checked = checkAttribute(tag, name, value, gate)
    if (checked.value !== undefined) add(name, checked.value)
    if (checked.what !== undefined) tell(checked.what)
  }
  if (tag === 'a') {
    const rel = relOf(written.get('rel') ?? '', written.get('target') ?? '')
    if (rel !== '') add('rel', rel)
  }
  return result
}
