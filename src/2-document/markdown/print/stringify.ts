import type { Html, HtmlData, List, ListData, Root, RootContent } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { Node } from '../../nodes.ts'

type Handlers = NonNullable<Options['handlers']>
type Handler = NonNullable<Handlers['paragraph']>
type ConstructName = Parameters<Parameters<Handler>[2]['enter']>[0]
type Unsafe = NonNullable<Options['unsafe']>[number]

/** Text that goes out as it is, in a text or between blocks. */
export const verbatim = (value: string): Html => ({ type: 'html', value })

interface ForRst extends Html {
  readonly data: HtmlData & { readonly rst: Node[] }
}

/** Blocks for reStructuredText. They are printed when all Markdown is, in the order of the text: the first defines roles for the others. */
export const forRst = (rst: readonly Node[]): ForRst => ({ ...verbatim(''), data: { rst: [...rst] } as ForRst['data'] })

/** The blocks that wait for reStructuredText; more may be added. */
export const rstOf = (block: RootContent | undefined): Node[] | undefined =>
  block?.type === 'html' ? (block as Partial<ForRst>).data?.rst : undefined

/** Three colons, or as many as no line of the body has alone. */
const fenceFor = (body: string): string => ':'.repeat(longest(body, /(?<=^[ \t>]*):{3,}/gm, 2) + 1)

/** The length of the longest match, `least` at least. */
export const longest = (text: string, pattern: RegExp, least: number): number =>
  text.match(pattern)?.reduce((length, match) => Math.max(length, match.length), least) ?? least

const optionLines = (options: Readonly<Record<string, string | null | undefined>>): string[] =>
  Object.entries(options).map(([name, value]) => `:${name}:${value ? ` ${value.replaceAll('\n', ' ')}` : ''}`)

/** A directive whose body is no Markdown. */
export function literalDirective(name: string, argument: string, options: Readonly<Record<string, string>>, body = ''): Html {
  const fence = fenceFor(body)
  const head = `${fence}${name}${argument ? `[${argument}]` : ''}`
  return verbatim([head, ...optionLines(options), ...(body ? [body] : []), fence].join('\n'))
}

export const classAttributes = (classes: readonly string[], options: Readonly<Record<string, string | null | undefined>> = {}): string => {
  const names = classes.map((name) => (/^[^\s{}=,"'#.][^\s{}=,"']*$/.test(name) ? `.${name}` : `class="${name}"`))
  const others = Object.entries(options).map(([name, value]) => `${name}=${/^[\w.%-]+$/.test(value ?? '') ? value : `"${value ?? ''}"`}`)
  return `{${[...names, ...others].join(' ')}}`
}

/** What stands in a directive's brackets; in a link's, URLs would be text. */
const brackets = 'directiveLabel' as ConstructName

/** `:::name[argument]`, options on lines of their own; a box without a name is pandoc's `::: {.class}`. */
const containerDirective: Handler = (node: ContainerDirective, _, state, info) => {
  const [first, ...others] = node.children
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
  const body = state.containerFlow({ ...node, children: label ? others : node.children }, info)
  const fence = fenceFor(body)
  const { class: classes, ...options } = node.attributes ?? {}
  let head = node.name ? `${fence}${node.name}` : `${fence} ${classAttributes(classes?.split(' ') ?? [], options)}`
  if (label) {
    const exits = [state.enter(brackets), state.enter('phrasing')]
    head += `[${state.containerPhrasing(label, { ...info, before: '\n', after: ']' }).replaceAll('\n', ' ')}]`
    for (const exit of exits.reverse()) exit()
  }
  const lines = [head, ...(node.name ? optionLines({ ...options, ...(classes ? { class: classes } : {}) }) : [])]
  return [...lines, ...(body ? [body] : []), fence].join('\n')
}

/** `:span[…]{.class}` holds markup; in another role's brackets a backslash and brackets alone mean something, in a formula's nothing. */
const textDirective: Handler = (node: TextDirective, _, state, info) => {
  const classes = node.attributes?.['class'] ?? ''
  const [first] = node.children
  const raw = first?.type === 'text' ? first.value : ''
  const exit = state.enter(brackets)
  const text =
    node.name === 'span'
      ? state.containerPhrasing(node, { ...info, before: '[', after: ']' })
      : node.name === 'math'
        ? raw
        : raw.replace(state.stack.includes('tableCell') ? /[\\[\]|]/g : /[\\[\]]/g, '\\$&')
  exit()
  return `:${node.name}[${text}]${classes ? classAttributes(classes.split(' ')) : ''}`
}

/** The list's own mark, which its items take from the state. */
const list: Handler = (node: List, _, state, info) => {
  const exit = state.enter('list')
  const { bulletCurrent } = state
  state.bulletCurrent = (node as Partial<MarkedList>).data?.mark ?? (node.ordered ? '.' : '-')
  const text = state.containerFlow(node, info)
  state.bulletCurrent = bulletCurrent
  exit()
  return text
}

interface MarkedList extends List {
  /** `-`, `*`, `+`; `.` or `)` behind a number. */
  readonly data: ListData & { readonly mark: string }
}

export const markedList = (node: List, mark: string): MarkedList => ({ ...node, data: { mark } })

/** What is markup here beyond CommonMark and GFM (docs/markdown.md). */
const unsafe: Unsafe[] = [
  // A role's name may have letters of any language.
  { character: ':', after: '[^\\s:[\\]{}()]+[[{]', inConstruct: 'phrasing' },
  { character: ':', after: '(?=:)', inConstruct: 'phrasing' },
  { atBreak: true, character: ':', after: '[:A-Za-z]' },
  { atBreak: true, before: '[Nn][Oo][Tt][Ee][Ss]?', character: ':' },
  { atBreak: true, character: '.', after: ' \\. \\.' },
  { atBreak: true, character: '<', after: '<< ' },
  { atBreak: true, character: '%' },
  { atBreak: true, character: '\u2014', inConstruct: 'blockquote' },
  { before: '[`)\\]>]', character: '{', inConstruct: 'phrasing' },
  { character: '{', inConstruct: 'headingAtx' },
  { character: ']', inConstruct: brackets },
]

const options: Options = {
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  unsafe,
  join: [(left, right) => (left.type === 'list' && right.type === 'list' && left.ordered === right.ordered ? false : undefined)],
}

/** Blocks as Markdown, escapes and blank lines as CommonMark and our own syntax need them. `printRst` prints what is for reStructuredText. */
export function stringify(children: readonly RootContent[], printRst: (nodes: readonly Node[]) => string): string {
  const html: Handler = (node: Html) => {
    const nodes = rstOf(node)
    return nodes ? literalDirective('rst', '', {}, printRst(nodes)).value : node.value
  }
  const handlers: Handlers = { html, containerDirective, textDirective, list }
  const processor = unified()
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkStringify, { ...options, handlers })
  const root: Root = { type: 'root', children: [...children] }
  return processor.stringify(root).trimEnd()
}
