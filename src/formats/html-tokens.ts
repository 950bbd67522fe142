export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string
  /** As written, without its quotes; character references are not read. */
  readonly value: string
  /** Of the value with its quotes; where there is none, both are the end of the name. */
  readonly start: number
  readonly end: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A piece of HTML as a browser's tokenizer sees it (HTML §13.2.5) outside scripts, style sheets and their like. */
export type HtmlToken = Span &
  (
    | { readonly type: 'text' | 'cdata' }
    | { readonly type: 'start'; readonly name: string; readonly attributes: readonly HtmlAttribute[]; readonly isClosed: boolean }
    | { readonly type: 'end'; readonly name: string }
    /** A comment, a document type, a tag that does not end. */
    | { readonly type: 'nothing' }
  )

const tagName = /<\/?([a-z][^\t\n\f\r />]*)/iy
const space = /[\t\n\f\r /]*/y
const attributeName = /=?[^\t\n\f\r />=]*/y
const equals = /[\t\n\f\r ]*=[\t\n\f\r ]*/y
const attributeValue = /"([^"]*)"|'([^']*)'|((?!["'])[^\t\n\f\r >]*)/y

/** The token that starts at `start`, which is inside the text. In linear time for all tokens of a text. */
export function readToken(html: string, start: number): HtmlToken {
  if (html[start] !== '<') {
    const next = html.indexOf('<', start)
    return { type: 'text', start, end: next < 0 ? html.length : next }
  }
  const name = match(tagName, html, start)?.[1]?.toLowerCase()
  if (name !== undefined) return readTag(html, start, name)
  if (html.startsWith('<![CDATA[', start)) return { type: 'cdata', start, end: endOf(html, ']]>', start + 9) }
  if (html.startsWith('<!--', start)) return { type: 'nothing', start, end: endOfComment(html, start) }
  // A bogus comment (§13.2.5.41).
  if (/[!?/]/.test(html[start + 1] ?? '')) return { type: 'nothing', start, end: endOf(html, '>', start + 2) }
  return { type: 'text', start, end: start + 1 }
}

function readTag(html: string, start: number, name: string): HtmlToken {
  const isEnd = html[start + 1] === '/'
  const attributes = new Map<string, HtmlAttribute>()
  for (let at = start + name.length + (isEnd ? 2 : 1); ; ) {
    at += match(space, html, at)?.[0].length ?? 0
    if (at >= html.length) return { type: 'nothing', start, end: html.length }
    if (html[at] === '>') {
      const end = at + 1
      if (isEnd) return { type: 'end', name, start, end }
      return { type: 'start', name, attributes: [...attributes.values()], isClosed: html[at - 1] === '/', start, end }
    }
    const attribute = match(attributeName, html, at)?.[0] ?? ''
    at += attribute.length
    const sign = match(equals, html, at)
    const value = sign ? match(attributeValue, html, at + sign[0].length) : undefined
    // A quote that does not end takes the rest of the text with it.
    if (value === null) return { type: 'nothing', start, end: html.length }
    const valueStart = at + (sign?.[0].length ?? 0)
    at = valueStart + (value?.[0].length ?? 0)
    const key = attribute.toLowerCase()
    const written = value?.[1] ?? value?.[2] ?? value?.[3] ?? ''
    if (!attributes.has(key)) attributes.set(key, { name: key, value: written, start: valueStart, end: at })
  }
}

/** Where the content of an element that holds no markup ends: before its end tag, or at the end of the text (undefined). */
export function endOfRawText(html: string, name: string, from: number): number | undefined {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index
}

function endOfComment(html: string, start: number): number {
  const abrupt = /<!---?>/y
  abrupt.lastIndex = start
  if (abrupt.test(html)) return abrupt.lastIndex
  const end = /--!?>/g
  end.lastIndex = start + 4
  return end.test(html) ? end.lastIndex : html.length
}

const endOf = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
