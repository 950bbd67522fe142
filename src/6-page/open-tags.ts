import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'
import { short } from '../formats/addresses.ts'
import { rawTextElements, voidElements } from '../formats/html-tags.ts'
import { endOfRawText, type HtmlToken, readToken } from '../formats/html-tokens.ts'
import { words } from '../formats/words.ts'
import { type AuthorHtml, type Html, isAuthorHtml, raw } from './hast.ts'

/**
 * HTML of a slide stays in it (DESIGN.md §6): what the author's raw HTML opens within an element of ours and does not close ends with that element,
 * and what it closes without having opened it is left out, so that it closes nothing of ours. Both are reported. One piece may open what a later one
 * closes; if that one is deeper (`<div>`, then a paragraph that ends in `</div>`), the end comes behind the element of ours that it is in.
 */
export const keepWithin = (content: readonly Html[], report: Report): readonly Html[] => keepChildren(content, report)

/** Few slides hold any; all others go through as they are. */
const holdsAuthorHtml = (node: Html): boolean => isAuthorHtml(node) || (node.type === 'element' && node.children.some(holdsAuthorHtml))

function keepChildren(content: readonly Html[], report: Report, around?: OpenTags): readonly Html[] {
  if (!content.some(holdsAuthorHtml)) return content
  const tags = createOpenTags(content, report, around)
  const kept = content.flatMap((node, index): Html[] => {
    if (isAuthorHtml(node)) return [raw(tags.pass(node, index))]
    if (node.type !== 'element') return [node]
    return [{ ...node, children: [...keepChildren(node.children, report, tags)] }, ...htmlOf(tags.endsBehind())]
  })
  return [...kept, ...htmlOf(tags.close())]
}

const htmlOf = (tags: string): Html[] => (tags === '' ? [] : [raw(tags)])

interface Opened {
  /** As the message names it. */
  readonly written: string
  readonly position: Position | undefined
}

interface OpenTag extends Opened {
  readonly name: string
}

/** What takes everything for text up to its end: a script, a comment. */
interface Swallowing extends Opened {
  readonly end: string
}

/** A token, or all that a script or a comment takes, as it goes out, and where that ends. */
interface Passed {
  readonly out: string
  readonly end: number
}

type Token<Type> = HtmlToken & { readonly type: Type }

interface OpenTags {
  /** A piece without what would close something of ours, and without what nothing would end; `index` is its place among its siblings. */
  pass(piece: AuthorHtml, index: number): string
  /** Takes what a piece within a child closes off the list; its end tag comes behind that child. False if the name is not open. */
  closeBehind(name: string): boolean
  /** The end tags that came too deep, once. */
  endsBehind(): string
  /** The end tags of what is still open. */
  close(): string
}

/** They end where another begins or what they stand in ends (HTML §13.1.2.4). */
const endByThemselves = words('p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rb rp rt rtc')
/** The end of another element does not end them: browsers open them again (HTML §13.2.4.3). */
const formatting = words('a b big code em font i nobr s small strike strong tt u')
/** Their tags change nothing within a body. */
const ofTheDocument = words('html head body')
/** Where a drawing or a formula holds HTML again (HTML §13.2.4.2). */
const htmlInForeign = words('foreignobject desc title annotation-xml mi mo mn ms mtext')

function createOpenTags(siblings: readonly Html[], report: Report, around: OpenTags | undefined): OpenTags {
  const open: OpenTag[] = []
  let behind = ''
  let swallowing: Swallowing | undefined
  const isEndedLater = laterEnds(siblings)
  const tell = ({ written, position }: Opened): void => report(diagnose('page/raw-left-open', { tag: short(written) }, position))

  /** What a script or a comment takes from here on, with its end, should no later piece have one. */
  const swallow = (html: string, from: number, what: Swallowing, index: number): Passed => {
    const end = endOf(what.end, html, from)
    swallowing = end === undefined && isEndedLater(what.end, index) ? what : undefined
    if (end !== undefined || swallowing) return { out: html.slice(from, end), end: end ?? html.length }
    tell(what)
    return { out: html.slice(from) + what.end, end: html.length }
  }

  /** Takes off the list what an end tag closes; false if nothing of that name is open here. */
  const close = (name: string): boolean => {
    const at = open.findLastIndex((tag) => tag.name === name)
    const stays = (tag: OpenTag): boolean => formatting.has(name) || formatting.has(tag.name)
    if (at >= 0) open.push(...open.splice(at).slice(1).filter(stays))
    return at >= 0
  }

  const isForeign = (): boolean => {
    const nearest = open.findLast(({ name }) => isForeignRoot(name) || htmlInForeign.has(name))?.name
    return nearest !== undefined && isForeignRoot(nearest)
  }

  const staysOpen = ({ name, isClosed }: Token<'start'>): boolean => {
    if (isClosed && (isForeignRoot(name) || isForeign())) return false
    return !ofTheDocument.has(name) && (!voidElements.has(name) || isForeign())
  }

  const passStart = (tag: Token<'start'>, html: string, position: Position | undefined, index: number): Passed => {
    const { name, end } = tag
    const opened = { written: html.slice(tag.start, end), position }
    if (name === 'plaintext') {
      // Nothing ends it, not even its end tag.
      tell(opened)
      return { out: '', end }
    }
    if (!staysOpen(tag)) return { out: opened.written, end }
    if (!rawTextElements.has(name) || isForeign()) {
      open.push({ name, ...opened })
      return { out: opened.written, end }
    }
    const content = swallow(html, end, { ...opened, end: `</${name}>` }, index)
    return { out: opened.written + content.out, end: content.end }
  }

  /** Comments and their like, and tags that do not end. */
  const passOther = ({ start, end }: HtmlToken, html: string, position: Position | undefined, index: number): Passed => {
    const written = html.slice(start, end)
    if (/^<\/?[a-z]/i.test(written)) {
      // It would take what follows with it: it is shown as text.
      tell({ written, position })
      return { out: `&lt;${written.slice(1)}`, end }
    }
    const mark = written.startsWith('<!--') ? '-->' : isForeign() && written.startsWith('<![CDATA[') ? ']]>' : '>'
    return swallow(html, start, { written, position, end: mark }, index)
  }

  const passToken = (token: HtmlToken, html: string, position: Position | undefined, index: number): Passed => {
    if (token.type === 'start') return passStart(token, html, position, index)
    if (token.type === 'nothing' || token.type === 'cdata') return passOther(token, html, position, index)
    const { end } = token
    const written = html.slice(token.start, end)
    if (token.type !== 'end' || ofTheDocument.has(token.name) || voidElements.has(token.name) || close(token.name))
      return { out: written, end }
    if (!around?.closeBehind(token.name)) report(diagnose('page/raw-closed-too-often', { tag: short(written) }, position))
    return { out: '', end }
  }

  return {
    pass({ value: html, written: position }, index) {
      const begun = swallowing ? swallow(html, 0, swallowing, index) : { out: '', end: 0 }
      let out = begun.out
      for (let at = begun.end; at < html.length; ) {
        const passed = passToken(readToken(html, at), html, position, index)
        out += passed.out
        at = passed.end
      }
      return out
    },
    closeBehind(name) {
      if (!close(name)) return around?.closeBehind(name) ?? false
      behind += `</${name}>`
      return true
    },
    endsBehind() {
      const ends = behind
      behind = ''
      return ends
    },
    close() {
      const rest = open.filter(({ name }) => !endByThemselves.has(name))
      rest.forEach(tell)
      return rest
        .map(({ name }) => `</${name}>`)
        .reverse()
        .join('')
    },
  }
}

const isForeignRoot = (name: string): boolean => name === 'svg' || name === 'math'

// `<!-->` is a whole comment, `<!--!>` is none (HTML §13.2.5.43).
const commentEnd = /-->|(?<!<!)--!>/g

/** Where that which `mark` ends is over, the mark included; undefined where nothing ends it. */
function endOf(mark: string, html: string, from: number): number | undefined {
  const name = /^<\/(.*)>$/.exec(mark)?.[1]
  if (name !== undefined) {
    const tag = endOfRawText(html, name, from)
    return tag === undefined ? undefined : readToken(html, tag).end
  }
  if (mark === '-->') {
    commentEnd.lastIndex = from
    return commentEnd.test(html) ? commentEnd.lastIndex : undefined
  }
  const at = html.indexOf(mark, from)
  return at < 0 ? undefined : at + mark.length
}

/** Whether a piece behind the one at `index` has an end of what is left open. */
function laterEnds(siblings: readonly Html[]): (mark: string, index: number) => boolean {
  const last = new Map<string, number>()
  return (mark, index) => {
    const known = last.get(mark) ?? siblings.findLastIndex((node) => isAuthorHtml(node) && endOf(mark, node.value, 0) !== undefined)
    last.set(mark, known)
    return known > index
  }
}
