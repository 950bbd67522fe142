import { expandEntities, readDoctype, unescapeXml } from './doctype.ts'
import type { SvgElement, XmlDocument, XmlProblem } from './tree.ts'

const spaces: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1999/xhtml', 'html'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.inkscape.org/namespaces/inkscape', 'inkscape'],
  ['http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd', 'sodipodi'],
])

/** Chromium's HTML parser stops nesting at 512 open elements, and the page around a drawing needs some of them. */
const depthLimit = 400

/** Prefix → known space, or undefined where the prefix keeps its name. '' is the default namespace. */
type Scope = ReadonlyMap<string, string | undefined>

interface Reader {
  readonly text: string
  index: number
  readonly namespaces: Map<string, string>
  readonly stylesheets: string[]
}

class Stop extends Error {
  readonly offset: number
  constructor(offset: number, reason: string) {
    super(reason)
    this.offset = offset
  }
}

/**
 * Reads a drawing as namespaced XML (XML 1.0, not validating) in linear time. Entities of the internal subset are expanded within a
 * limit, external ones never. A mistake of the file is a problem with its offset, as an XML parser must stop there.
 */
export function parseXml(input: string): XmlDocument | XmlProblem {
  try {
    return readDocument(input)
  } catch (error) {
    if (error instanceof Stop) return { offset: error.offset, reason: error.message }
    throw error
  }
}

function readDocument(input: string): XmlDocument {
  let text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input
  const forbidden = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/.exec(text)
  if (forbidden) throw new Stop(forbidden.index, `the character U+${hex(forbidden[0])} is not allowed in XML.`)
  const start: Reader = { text, index: 0, namespaces: new Map(), stylesheets: [] }
  skipMisc(start)
  let externalEntities: readonly string[] = []
  let expanded = 0
  if (text.startsWith('<!DOCTYPE', start.index)) {
    const doctype = readDoctype(text, start.index)
    if (!doctype) throw new Stop(start.index, 'the DOCTYPE does not end.')
    externalEntities = doctype.external
    if (doctype.entities.size > 0) {
      const body = expandEntities(text.slice(doctype.end), doctype.entities)
      if (body === undefined) throw new Stop(start.index, 'its entities expand to more than a million characters.')
      expanded = text.length
      text = text.slice(0, doctype.end) + body
      expanded = text.length - expanded
    }
    start.index = doctype.end
  }
  const reader: Reader = { ...start, text }
  skipMisc(reader)
  if (text[reader.index] !== '<')
    throw new Stop(reader.index, reader.index < text.length ? 'text stands before the first element.' : 'it holds no element.')
  const root = readElements(reader)
  skipMisc(reader)
  if (reader.index < text.length) throw new Stop(reader.index, 'something stands after the end of the root element.')
  return { root, namespaces: reader.namespaces, stylesheets: reader.stylesheets, externalEntities, expanded }
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** White space, comments and processing instructions around the root. */
function skipMisc(reader: Reader): void {
  const { text } = reader
  for (;;) {
    while (isSpace(text.charCodeAt(reader.index))) reader.index++
    if (text.startsWith('<!--', reader.index)) skipTo(reader, '-->', 'a comment')
    else if (text.startsWith('<?', reader.index)) readInstruction(reader)
    else return
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d

function skipTo(reader: Reader, end: string, what: string): string {
  const at = reader.text.indexOf(end, reader.index)
  if (at < 0) throw new Stop(reader.index, `${what} does not end.`)
  const inside = reader.text.slice(reader.index, at)
  reader.index = at + end.length
  return inside
}

function readInstruction(reader: Reader): void {
  const inside = skipTo(reader, '?>', 'a processing instruction')
  if (!inside.startsWith('<?xml-stylesheet')) return
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside)
  const target = href?.[1] ?? href?.[2]
  if (target) reader.stylesheets.push(target)
}

interface Open {
  readonly element: SvgElement
  readonly written: string
  readonly scope: Scope
  readonly at: number
}

function readElements(reader: Reader): SvgElement {
  const { text } = reader
  const open: Open[] = []
  let scope: Scope = new Map([['xml', 'xml']])
  for (;;) {
    const parent = open.at(-1)
    if (text.startsWith('</', reader.index)) {
      const at = reader.index
      const written = skipTo(reader, '>', 'a closing tag').slice(2).trimEnd()
      if (!parent || written !== parent.written)
        throw new Stop(at, `</${written}> closes nothing${parent ? `; <${parent.written}> is open` : ''}.`)
      open.pop()
      if (open.length === 0) return parent.element
      scope = open.at(-1)?.scope ?? scope
    } else if (text.startsWith('<!--', reader.index)) skipTo(reader, '-->', 'a comment')
    else if (text.startsWith('<![CDATA[', reader.index)) {
      reader.index += 9
      addText(parent, skipTo(reader, ']]>', 'a CDATA section'))
    } else if (text.startsWith('<?', reader.index)) readInstruction(reader)
    else if (text[reader.index] === '<') {
      const at = reader.index
      const tag = readTag(reader, scope)
      parent?.element.children.push(tag.element)
      if (!tag.closed) {
        if (open.length >= depthLimit) throw new Stop(at, `more than ${depthLimit} elements are nested in each other.`)
        open.push({ element: tag.element, written: tag.written, scope: tag.scope, at })
        scope = tag.scope
      } else if (!parent) return tag.element
    } else readText(reader, open)
  }
}

function readText(reader: Reader, open: readonly Open[]): void {
  const { text } = reader
  const parent = open.at(-1)
  const end = text.indexOf('<', reader.index)
  if (end < 0) throw new Stop(parent?.at ?? reader.index, `<${parent?.written ?? ''}> is never closed.`)
  addText(parent, unescaped(text.slice(reader.index, end), reader.index))
  reader.index = end
}

function addText(parent: Open | undefined, value: string): void {
  if (!parent || value === '') return
  const children = parent.element.children
  const last = children.at(-1)
  const normal = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
  if (last?.type === 'text') last.value += normal
  else children.push({ type: 'text', value: normal })
}

function unescaped(raw: string, offset: number): string {
  const result = unescapeXml(raw)
  if ('problem' in result)
    throw new Stop(
      offset + result.at,
      result.problem === '&' ? '“&” must be written as &amp;.' : `the entity ${result.problem} is not declared.`,
    )
  return result.value
}

const namePattern = /[^\s/>="'<&!?.\-0-9][^\s/>="'<&]*/y
const attributePattern = /\s+([^\s/>="'<&!?.\-0-9][^\s/>="'<&]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

interface Tag {
  readonly element: SvgElement
  readonly written: string
  readonly scope: Scope
  readonly closed: boolean
}

function readTag(reader: Reader, outer: Scope): Tag {
  const { text } = reader
  const at = reader.index
  namePattern.lastIndex = at + 1
  const written = namePattern.exec(text)?.[0]
  if (written === undefined) throw new Stop(at, '“<” starts no tag here; in text it is written as &lt;.')
  reader.index = at + 1 + written.length
  const raw = readAttributes(reader, written)
  const end = /\s*(\/?)>/y
  end.lastIndex = reader.index
  const ending = end.exec(text)
  if (!ending) throw new Stop(reader.index, `the tag <${written}> is not written well here.`)
  reader.index = end.lastIndex
  const scope = scopeOf(raw, outer, reader.namespaces)
  const { name, space } = elementName(written, scope)
  const attributes = new Map<string, string>()
  for (const [attribute, value] of raw) {
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue
    const name = attributeName(attribute, scope)
    if (name !== undefined) attributes.set(name, value)
  }
  return { element: { type: 'element', name, space, attributes, children: [] }, written, scope, closed: ending[1] === '/' }
}

function readAttributes(reader: Reader, tag: string): Map<string, string> {
  const raw = new Map<string, string>()
  for (;;) {
    attributePattern.lastIndex = reader.index
    const match = attributePattern.exec(reader.text)
    if (!match) return raw
    const [whole, name = '', double, single] = match
    if (raw.has(name)) throw new Stop(reader.index, `<${tag}> has the attribute ${name} twice.`)
    const value = double ?? single ?? ''
    const valueAt = reader.index + whole.length - value.length - 1
    // XML 1.0 §3.3.3: white space as written in an attribute value is a blank.
    raw.set(name, unescaped(/[\t\n\r]/.test(value) ? value.replace(/\r\n|[\t\n\r]/g, ' ') : value, valueAt))
    reader.index += whole.length
  }
}

function scopeOf(raw: ReadonlyMap<string, string>, outer: Scope, namespaces: Map<string, string>): Scope {
  let scope: Map<string, string | undefined> | undefined
  for (const [name, value] of raw) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = name.slice(6)
    scope ??= new Map(outer)
    const known = spaces.get(value)
    scope.set(prefix, known ?? (prefix === '' && value !== '' ? 'other' : undefined))
    if (!known && prefix !== '' && !namespaces.has(prefix)) namespaces.set(prefix, value)
  }
  return scope ?? outer
}

function elementName(written: string, scope: Scope): { name: string; space: SvgElement['space'] } {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  const local = written.slice(colon + 1)
  const space = scope.get(prefix)
  if (space === 'svg' || space === 'html') return { name: local, space }
  // Drawings without any namespace declaration are common where they were only ever pasted into HTML.
  if (prefix === '' && space === undefined) return { name: local, space: 'svg' }
  return { name: space === undefined || space === 'other' ? written : `${space}:${local}`, space: 'other' }
}

/** SVG's own attributes are in no namespace (Namespaces in XML §6.2): one with SVG's prefix means nothing to a browser, and has no name here. */
function attributeName(written: string, scope: Scope): string | undefined {
  const colon = written.indexOf(':')
  if (colon < 0) return written
  const space = scope.get(written.slice(0, colon))
  if (space === undefined || space === 'other') return written
  return space === 'svg' ? undefined : `${space}:${written.slice(colon + 1)}`
}
