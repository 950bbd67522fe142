/** An address as a browser takes it (URL standard §4.4, basic URL parser), from a page. */
export interface Address {
  /** Without the blanks and control characters around it, and tabs and line ends in it. */
  readonly text: string
  /**
   * - `page`: nothing, or a place in the page (`#a`)
   * - `url`: with a scheme (`https:`, `data:`)
   * - `host`: of the page's own scheme (`//host`)
   * - `path`: from the root of the file system or server (`/a`), or of a drive (`C:\a`)
   * - `relative`: of a file beside the page
   */
  readonly kind: 'page' | 'url' | 'host' | 'path' | 'relative'
  /** In lower case, without its colon; '' where there is none. */
  readonly scheme: string
}

export function readAddress(written: string): Address {
  let start = 0
  let end = written.length
  while (written.charCodeAt(start) <= 0x20) start++
  while (end > start && written.charCodeAt(end - 1) <= 0x20) end--
  const text = written.slice(start, end).replace(/[\t\n\r]+/g, '')
  // One letter is a drive: no scheme is so short.
  const scheme = /^[a-z][a-z0-9+.-]+(?=:)/i.exec(text)?.[0].toLowerCase() ?? ''
  return { text, kind: scheme === '' ? kindOf(text) : 'url', scheme }
}

/** A backslash is a slash in `file:` and `https:`. */
const kindOf = (text: string): Address['kind'] => {
  if (text === '' || text.startsWith('#')) return 'page'
  if (/^[/\\]{2}/.test(text)) return 'host'
  return /^(?:[/\\]|[a-z]:)/i.test(text) ? 'path' : 'relative'
}

/** It names a file by a relative path. */
export const isRelative = (address: string): boolean => readAddress(address).kind === 'relative'

/** It names its place by itself, on the network or with a scheme. */
export const isUrl = (address: string): boolean => /^(?:url|host)$/.test(readAddress(address).kind)

/** A place in the same page, or nothing. */
export const isInside = (address: string): boolean => readAddress(address).kind === 'page'

/**
 * A picture or font that is written out in its address. Where a picture stands a browser shows pictures alone, of whatever type they call
 * themselves, and of none (`data:;base64,…`): it looks at the bytes.
 */
export const isPicture = (address: string): boolean =>
  /^data:(?:[;,]|(?:image\/|font\/|application\/(?:x-)?font-|application\/vnd\.ms-fontobject)[\w+.-]*[;,])/i.test(readAddress(address).text)

/** A picture, font, film or sound that is written out in its address. */
export const isMedium = (address: string): boolean =>
  isPicture(address) || /^data:(?:audio|video|text\/vtt)[\w/+.-]*[;,]/i.test(readAddress(address).text)

/** It runs a script where a link leads to it. */
export function isScript(address: string): boolean {
  const { scheme, text } = readAddress(address)
  return (
    /^(?:javascript|vbscript)$/.test(scheme) || (scheme === 'data' && !/^data:(?:image\/|font\/|application\/(?:x-)?font-)/i.test(text))
  )
}

/** A link may lead there: it opens another page, or a program for mail or calls, when it is clicked. The list for all languages and fields. */
export const isHarmlessLink = (address: string): boolean => /^(?:|https?|mailto|tel)$/.test(readAddress(address).scheme)

/**
 * A stranger's link as it goes into the page; undefined for one that may lead nowhere. What names a host without a scheme means the web: in
 * a page on disk it would lead to a file server.
 */
export function harmlessLink(address: string): string | undefined {
  if (!isHarmlessLink(address)) return undefined
  const { kind, text } = readAddress(address)
  return kind === 'host' ? `https://${text.slice(2)}` : address
}

/**
 * `rel` of a stranger's link: without `opener`, and with `noopener` for a window with a name, for the page that opens there could lead this
 * one elsewhere (reverse tabnabbing; HTML §4.6.7).
 */
export function relOf(rel: string, target: string): string {
  const words = rel.split(/\s+/).filter((word) => word !== '' && word.toLowerCase() !== 'opener')
  const isNamed = target !== '' && !/^_(?:blank|self|parent|top)$/i.test(target)
  return [...words, ...(isNamed && !words.some((word) => /^no(?:opener|referrer)$/i.test(word)) ? ['noopener'] : [])].join(' ')
}

/** For a message. */
export const short = (address: string): string => (address.length > 60 ? `${address.slice(0, 57)}…` : address)
