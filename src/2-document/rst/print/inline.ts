import { makeId, normalizeName } from '../../identifiers.ts'
import type { Image, Literal, Node, NodeOf, NodeType, Reference } from '../../nodes.ts'
import { htmlRolesPath } from '../../syntax/directives/definition-files.ts'
import { type CannotSay, childrenOf, optionsOf, textIn } from '../../syntax/print/print-report.ts'
import { escaped, escapedStart, escapedWithin, separator } from './escape.ts'
import type { KnownNames } from './known-names.ts'
import { classesOf, inUri } from './printer.ts'

export interface InlinePrinter {
  /** `isLiteral`: blanks at the ends of lines mean something. */
  readonly print: (nodes: readonly Node[], isLiteral?: boolean) => string
  /** The roles, substitutions and targets that the text printed since the last call needs before it. */
  readonly takeDefinitions: () => string[]
}

interface Context {
  readonly cannotSay: CannotSay
  readonly names: KnownNames
  readonly print: InlinePrinter['print']
  /** Keeps a definition and returns its name: `prefix` itself or with a number. */
  define(prefix: string, definition: (name: string) => string): string
}

type Marks = { readonly [Type in NodeType]?: (node: NodeOf<Type>, context: Context) => string }

/** Inline content as reStructuredText, whose marks do not nest and stand between blanks or punctuation. */
export function createInlinePrinter(cannotSay: CannotSay, names: KnownNames): InlinePrinter {
  const nameByText = new Map<string, string>()
  const taken = new Set<string>()
  const lastNumbers = new Map<string, number>()
  let waiting: string[] = []
  const context: Context = {
    cannotSay,
    names,
    print: (nodes, isLiteral) => printAll(nodes, context, isLiteral),
    define: (prefix, definition) => {
      const text = definition('')
      const known = nameByText.get(text)
      if (known !== undefined) return known
      let number = lastNumbers.get(prefix) ?? 0
      let name: string
      do name = ++number === 1 ? prefix : `${prefix}-${number}`
      while (taken.has(name))
      lastNumbers.set(prefix, number)
      taken.add(name)
      nameByText.set(text, name)
      waiting.push(definition(name))
      return name
    },
  }
  const takeDefinitions = (): string[] => {
    const definitions = waiting
    waiting = []
    return definitions
  }
  return { print: context.print, takeDefinitions }
}

function printAll(nodes: readonly Node[], context: Context, isLiteral = false): string {
  const parts: string[] = []
  /** Of the text so far. */
  let end = ''
  let wasMark = false
  let wasUrl = false
  const all = flat(nodes, context)
  const lastUrl = all.findLastIndex((node) => node.type === 'reference' && isBare(node))
  for (const [index, node] of all.entries()) {
    const isMark = node.type !== 'text'
    const piece = node.type === 'text' ? escaped(node.value, index < lastUrl) : printMark(node, context)
    if (piece === '') continue
    // More characters may be part of a URL or address than of what stands beside another mark.
    const isUrl = node.type === 'reference' && isBare(node)
    const isPart = (wasUrl && !/^[.,:;!?)]*(?:\s|$)/.test(piece)) || (isUrl && /[^\s([{<"',;]$/.test(end))
    const next = (isPart ? '\\ ' : separator(end, piece, { starts: isMark, ends: wasMark })) + piece
    parts.push(next)
    end = (end + next).slice(-4)
    wasMark = isMark
    wasUrl = isUrl
  }
  const text = parts.join('')
  if (isLiteral) return text
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

function printMark(node: Node, context: Context): string {
  const mark = marks[node.type] as ((node: Node, context: Context) => string) | undefined
  return mark ? mark(node, context) : escaped(textIn(node))
}

const plainMarks = new Set(['emphasis', 'strong', 'title_reference', 'subscript', 'superscript', 'abbreviation', 'acronym', 'inline'])

/** Marks within marks in a row: `*a `b` c*` becomes `*a* `b` *c*`. Blanks at a mark's ends stand outside of it. */
function flat(nodes: readonly Node[], context: Context, around?: Node): Node[] {
  const result: Node[] = []
  const wrap = (child: Node): Node => (around && child.type === 'text' ? ({ ...around, children: [child] } as Node) : child)
  for (const node of joined(nodes)) {
    if (plainMarks.has(node.type) && childrenOf(node).length === 0) continue
    if (node.type === 'text') {
      if (!around) {
        result.push(node)
        continue
      }
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.value) ?? []
      if (before) result.push({ type: 'text', value: before })
      if (inner) result.push(wrap({ ...node, value: inner }))
      if (after) result.push({ type: 'text', value: after })
    } else if (plainMarks.has(node.type)) {
      const isNested = around !== undefined || childrenOf(node).some(({ type }) => type !== 'text' && type !== 'line')
      if (isNested && !(node.type === 'inline' && !node.classes?.length) && !(around === undefined && isOnlyWrapped(node)))
        context.cannotSay(`markup within "${(around ?? node).type}"`, node)
      const isBare = node.type === 'inline' && !node.classes?.length
      for (const piece of flat(childrenOf(node), context, isBare ? around : node)) result.push(piece)
    } else if (node.type === 'reference' && notesIn(node).length > 0) {
      context.cannotSay('a footnote within a link', node)
      const link = withoutNotes(node)
      result.push(link, ...(/\s$/.test(textIn(link)) ? [{ type: 'text' as const, value: ' ' }] : []), ...notesIn(node))
    } else result.push(node)
  }
  return result
}

/** The nodes that say something, texts in a row as one. */
function joined(nodes: readonly Node[]): Node[] {
  const result: Node[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') result[result.length - 1] = { ...last, value: last.value + node.value }
    else if (node.type !== 'system_message' && node.type !== 'pending') result.push(node)
  }
  return result
}

const isNote = ({ type }: Node): boolean => type === 'footnote_reference' || type === 'citation_reference'
const notesIn = (node: Node): Node[] => childrenOf(node).flatMap((child) => (isNote(child) ? [child] : notesIn(child)))
const withoutNotes = (node: Node): Node =>
  node.type === 'text'
    ? node
    : ({
        ...node,
        children: childrenOf(node)
          .filter((child) => !isNote(child))
          .map(withoutNotes),
      } as Node)

/** Whether a mark holds text, and between it pieces that say the same without the mark. */
const isOnlyWrapped = (node: Node): boolean =>
  childrenOf(node).every(({ type }) => type === 'text' || type === 'line' || type === 'raw') &&
  childrenOf(node).some((child) => child.type === 'text' && child.value.trim() !== '')

/** `:role:`text``, by a role of the text's own where the node has classes. */
function byRole(base: string, node: Node, context: Context): string {
  const text = escapedWithin(textIn(node), '`')
  return `:${roleOf(base, node, context)}:\`${text}\``
}

function roleOf(base: string, node: Node, context: Context): string {
  const classes = classesOf(node, context)
  if (!classes) return base
  const name = makeId(classes) || 'styled'
  const parent = base === 'inline' ? '' : `(${base})`
  return context.define(base === 'inline' ? name : `${base}-${name}`, (role) => `.. role:: ${role}${parent}\n   :class: ${classes}`)
}

const marked = (mark: string, base: string) => (node: Node, context: Context) =>
  node.classes?.length ? byRole(base, node, context) : `${mark}${escapedWithin(textIn(node), '*')}${mark}`

const marks: Marks = {
  emphasis: marked('*', 'emphasis'),
  strong: marked('**', 'strong'),
  title_reference: (node, context) =>
    node.classes?.length ? byRole('title-reference', node, context) : `\`${escapedWithin(textIn(node), '`')}\``,
  subscript: (node, context) => byRole('sub', node, context),
  superscript: (node, context) => byRole('sup', node, context),
  abbreviation: (node, context) => byRole('abbreviation', node, context),
  acronym: (node, context) => byRole('acronym', node, context),
  inline: (node, context) =>
    byHtmlRole(node, context) ?? (node.classes?.length ? byRole('inline', node, context) : context.print(node.children)),
  generated: (node) => escaped(textIn(node)),
  literal,
  math: (node, context) => {
    const source = textIn(node).trim()
    if (source.includes('`') || /(?<!\\)(?:\\\\)*\\$/.test(source))
      context.cannotSay('a formula with a backquote, or a backslash at its end', node)
    const text = source
      .replaceAll('`', "'")
      .replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')
      .trim()
    return `:${roleOf('math', node, context)}:\`${text}\``
  },
  reference,
  footnote_reference: (node, { names }) => `[${(node.refid === undefined ? undefined : names.labelOf(node.refid)) ?? textIn(node)}]_`,
  citation_reference: (node) => `[${textIn(node)}]_`,
  image: (node, context) => pictureMark(node, undefined, context),
  raw: (node, context) => {
    const source = textIn(node)
    if (source.trim() === '') return ''
    if (/[`\\]|^\s|\s$/.test(source))
      return `|${context.define('raw', (name) => `.. |${name}| raw:: ${node.format}\n\n${source.replace(/^/gm, '      ')}`)}|`
    return `:${context.define(`raw-${node.format}`, (name) => `.. role:: ${name}(raw)\n   :format: ${node.format}`)}:\`${source}\``
  },
  target: (node) => (node.ids?.[0] !== undefined && textIn(node) ? `_\`${escapedWithin(textIn(node), '`')}\`` : escaped(textIn(node))),
  line: () => ' ',
}

/** By a role of docutils' own file for them. */
function byHtmlRole(node: NodeOf<'inline' | 'literal'>, { define }: Context): string | undefined {
  if (node.htmlElement === undefined || node.classes?.length !== 1) return undefined
  define('html-roles', () => `.. include:: ${htmlRolesPath}`)
  return `:${node.htmlElement}:\`${escapedWithin(textIn(node), '`')}\``
}

function literal(node: Literal, context: Context): string {
  const tagged = byHtmlRole(node, context)
  if (tagged !== undefined) return tagged
  const source = textIn(node).replace(/[ \t]*\n[ \t]*/g, ' ')
  const [, ...classes] = node.classes ?? []
  if (/^\s|\s$/.test(source)) context.cannotSay('blanks at the ends of code in a text', node)
  if (node.classes?.[0] === 'code' && !/[`\\]/.test(source)) {
    const [language] = classes
    if (language === undefined) return `:code:\`${source.trim()}\``
    const role = context.define(
      `code-${makeId(language)}`,
      (name) => `.. role:: ${name}(code)\n   :language: ${language}\n   :class: ${classes.join(' ')}`,
    )
    return `:${role}:\`${source.trim()}\``
  }
  const text = source.trim()
  if (text === '') return ''
  if (!node.classes?.length && !/``|^`|`$/.test(text)) return `\`\`${text}\`\``
  return byRole('literal', { ...node, children: [{ type: 'text', value: text }] }, context)
}

/** A URL as it may stand in `<…>`: white space would go, a low line at the end would make it a name. */
const inBrackets = (url: string): string =>
  url
    .replace(/[\\<>`]/g, '\\$&')
    .replace(/\s/g, '\\$&')
    .replace(/_$/, '\\_')

function reference(node: Reference, context: Context): string {
  const [image] = node.children
  const url = node.refuri ?? (node.refid === undefined ? '' : `#${node.refid}`)
  // A directive without its argument, a link to nowhere: nothing that builds.
  if (url === '') {
    context.cannotSay('a link without an address', node)
    return context.print(node.children)
  }
  if (image?.type === 'image' && node.children.length === 1) return pictureMark(image, node, context)
  if (node.tooltip !== undefined) context.cannotSay('the title of a link', node)
  const text = textIn(node)
    .replace(/[ \t\n]+/g, ' ')
    .replace(/^ | $/g, '')
  if (node.classes?.length) context.cannotSay('the class of a link', node)
  const name = node.refid === undefined ? undefined : context.names.nameOf(node.refid)
  if (node.children.some(({ type }) => type !== 'text')) {
    const content = escapedStart(context.print(node.children).replaceAll('\n', ' '))
    const link = context.define('link', (own) => `.. |${own}| replace:: ${content}\n.. _${own}: ${inBrackets(url)}`)
    return `|${link}|_`
  }
  if (text === '') {
    context.cannotSay('a link without a text', node)
    return ''
  }
  if (isBare(node)) return text
  const phrase = escapedWithin(text, '`').replace(/[<>]/g, '\\$&')
  if (name === undefined || /[<>`\\]|_$/.test(name)) return `\`${phrase} <${inBrackets(url)}>\`__`
  if (normalizeName(text) !== name) return `\`${phrase} <${name}_>\`__`
  return /^[\p{L}\p{N}]+$/u.test(text) ? `${text}_` : `\`${phrase}\`_`
}

/** Whether a URL or address is a link by itself. */
function isBare(node: Reference): boolean {
  const text = textIn(node)
  if (node.refuri === text) return /^(?:https?|ftp):\/\/[\w.~%/?=#&+-]*[A-Za-z0-9/]$/.test(text)
  return node.refuri === `mailto:${text}` && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*[A-Za-z0-9]$/.test(text)
}

function pictureMark(image: Image, target: Reference | undefined, context: Context): string {
  if (image.uri.trim() !== '') return `|${picture(image, target, context)}|`
  context.cannotSay('a picture without an address', image)
  return escaped(image.alt ?? '')
}

function picture(image: Image, target: Reference | undefined, context: Context): string {
  if (image.tooltip !== undefined) context.cannotSay('the title of a picture', image)
  if (image.imageStyle !== undefined) context.cannotSay(`the look of a picture: ${image.imageStyle}`, image)
  const url = target && (target.refuri ?? `#${target.refid ?? ''}`)
  const options = [...optionsOf(image), ...(url === undefined ? [] : [['target', url] as const])]
  const inLine = options.filter(([name, value]) => name !== 'align' || ['top', 'middle', 'bottom'].includes(value))
  if (inLine.length < options.length) context.cannotSay('a side for a picture within a text', image)
  const lines = inLine.map(([name, value]) => `\n   :${name}:${value ? ` ${value}` : ''}`)
  return context.define('image', (name) => `.. |${name}| image:: ${inUri(image.uri)}${lines.join('')}`)
}
