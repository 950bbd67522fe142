import type { Code, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import { makeId, normalizeName } from '../../identifiers.ts'
import type { Container, Node } from '../../nodes.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import type { ParseContext } from '../../rst/context.ts'
import { runDirective } from '../../rst/directives/run-directive.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { unfoldLists } from '../deck/arrange-slide.ts'
import { readInline } from '../inline/read-inline.ts'
import { classesIn, valueIn } from '../prepare/attributes.ts'
import { isBlank } from '../prepare/lines.ts'
import type { DirectiveOpening } from '../prepare/prepared.ts'
import { trimmedBody } from './body.ts'

/** Words of other tools for what is a directive, a box or a note here. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ notes: 'note', 'speaker-notes': 'note', info: 'admonition', success: 'tip' }),
)

/** Boxes that need no declaration: pandoc's, Slidev's and our own. */
const boxes: ReadonlySet<string> = new Set(['columns', 'column', 'incremental', 'nonincremental', 'fragment', 'substep', 'center'])

/** `:::name[argument]{options}` … `:::` */
export function readContainerDirective(node: ContainerDirective, context: MarkdownContext): readonly Node[] {
  const opening = context.prepared.directives.get((node.position?.start.line ?? 1) - 1)
  if (!opening) return context.blocksOf(node.children as RootContent[])
  return readDirective(opening, node.children as RootContent[], context)
}

/** `::name[argument]{options}`; alone on a line, `::name::` and `. . .` are marks that the slide is arranged by. */
export function readLeafDirective(node: LeafDirective, context: MarkdownContext): readonly Node[] {
  const opening = context.prepared.directives.get((node.position?.start.line ?? 1) - 1)
  const position = placeOf(node, context)
  if (!opening) return []
  const mark = opening.name === 'pause' ? 'pause' : opening.name === 'slot' ? `slot:${opening.argument?.text ?? ''}` : undefined
  if (mark !== undefined) return [{ type: 'container', children: [], data: { mark }, position }]
  return readDirective(opening, [], context)
}

function readDirective(opening: DirectiveOpening, children: RootContent[], context: MarkdownContext): readonly Node[] {
  const name = aliases.get(opening.name) ?? opening.name
  if (name === 'rst' || name === 'eval-rst')
    return context.rst.parseBlocks(trimmedBody(opening.body), { titles: context.depth.value === 0 })
  // Templates of reveal.js and pandoc end each slide with `Notes:`, whether there is something to say or not.
  if (opening.name === 'notes' && trimmedBody(opening.body).length === 0) return []
  const directive = name && !boxes.has(name) ? context.findDirective(name) : undefined
  if (!directive) return boxOf(opening, children, context)
  const titled = titledAdmonition(directive, opening, context)
  return run(titled?.directive ?? directive, opening, titled?.extra ?? [], children, context)
}

const admonitions = new Set(['attention', 'caution', 'danger', 'error', 'hint', 'important', 'tip', 'warning'])

/** `:::tip[Title]` is an admonition with that title, as in other Markdown tools; in reStructuredText the words would be its text. */
function titledAdmonition(directive: Directive, opening: DirectiveOpening, context: MarkdownContext) {
  const admonition = admonitions.has(directive.name) && opening.titled ? context.findDirective('admonition') : undefined
  const line = opening.argument ?? opening.line
  return admonition && { directive: admonition, extra: [optionLine('class', directive.name, line, 0)] }
}

/** Runs a directive as reStructuredText's is run: its lines are put in the order of arguments, options, content. */
function run(
  directive: Directive,
  opening: DirectiveOpening,
  extra: readonly Line[],
  children: RootContent[],
  context: MarkdownContext,
): readonly Node[] {
  const { argument, line, options, close } = opening
  const content = trimmedBody(opening.body)
  const written = attributeLines(opening, directive)
  const given = [...extra, ...written, ...options]
  const takesOptions = Object.keys(directive.options ?? {}).length > 0
  const position = positionOfLines(line, line)
  const [stray] = takesOptions ? [] : given
  const fallback = stray && directive.name === 'container' ? [] : stray ? [stray] : []
  if (fallback.length > 0) {
    const option = /^:([^:]*):/.exec(stray?.text ?? '')?.[1] ?? ''
    return [context.message('rst/directive-option-unknown', { name: directive.name, option, known: [] }, position)]
  }
  const head = [...(argument ? [argument] : []), ...(takesOptions ? given : [])]
  const blank = sliceLine(line, line.text.length)
  // Without arguments and options a first blank line keeps the content from being read as one.
  const body = content.length > 0 ? [...(head.length > 0 ? head : [blank]), blank, ...content] : head.length > 0 ? head : [blank]
  const parse: ParseContext = directiveContext(context, content, children)
  const whole = [line, ...opening.body, ...(close ? [close] : [])]
  const { nodes } = runDirective(directive, { name: opening.name, body, written: whole, definition: undefined }, parse)
  const end = close ?? opening.body.at(-1) ?? line
  for (const node of nodes) if (node.position?.start.offset === position.start.offset) node.position = positionOfLines(line, end)
  return nodes
}

/** The rst context with Markdown in the place of reStructuredText: a body that the parser has read already is not read again. */
function directiveContext(context: MarkdownContext, content: readonly Line[], children: RootContent[]): ParseContext {
  const isOwn = (lines: readonly Line[]): boolean => lines.length > 0 && lines[0] === content[0] && lines.at(-1) === content.at(-1)
  const { rst } = context
  const parse: ParseContext = {
    ...rst,
    sections: context.depth.value === 0 ? rst.sections : undefined,
    parseBlocks: (lines, options) => {
      const before = { ...parse }
      if (options?.sidebar) parse.inSidebar = true
      const nodes = isOwn(lines) && children.length > 0 ? context.blocksOf(children) : context.readLines(lines)
      parse.inSidebar = before.inSidebar
      return nodes
    },
    insertBlocks: (lines) => void context.behind.push(...context.readLines(lines)),
    parseInline: (block) => {
      const before = context.behind.length
      const nodes = readInline(block, context)
      return { nodes, messages: context.behind.splice(before).filter((node) => node.type === 'system_message') }
    },
  }
  return parse
}

/** `{…}` as option lines, each with the place of its value. Classes are one option, an id the name. */
function attributeLines({ attributes, line }: DirectiveOpening, directive: Directive): Line[] {
  if (!attributes) return []
  const classes = classesIn(attributes)
  const lines: Line[] = []
  if (classes.length > 0)
    lines.push(optionLine('class', classes.join(' '), line, attributes.list.find(({ name }) => name === 'class')?.from ?? 0))
  for (const { name, value, from } of attributes.list) {
    if (name === 'class') continue
    const option = name === 'id' && !Object.hasOwn(directive.options ?? {}, 'id') ? 'name' : name
    lines.push(optionLine(option, value ?? '', line, from))
  }
  return lines
}

/** A line `:name: value` whose value stands at `line.text[from]`. */
function optionLine(name: string, value: string, line: Line, from: number): Line {
  const head = value === '' ? `:${name}:` : `:${name}: `
  return { ...line, text: `${head}${value}`, indent: line.indent + from - head.length }
}

/** A box with the name as its class. Known words of other tools aside, the author hears of it. */
function boxOf(opening: DirectiveOpening, children: RootContent[], context: MarkdownContext): readonly Node[] {
  const { name, attributes, line, close, body, argument } = opening
  const position = positionOfLines(line, close ?? body.at(-1) ?? line)
  const given = attributes ? classesIn(attributes) : []
  if (given.includes('notes')) return [{ type: 'note', children: context.blocksOf(children), position }]
  if (name && !boxes.has(name)) remark(context, 'markdown/unknown-directive', { name }, positionOfLines(line, line))
  const classes = [...(name ? [name] : []), ...given]
    .map((word) => (word === 'fragment' ? 'substep' : word))
    .filter((word) => word !== 'unnumbered')
  const unfolds = classes.includes('incremental')
  const title: Node[] = argument
    ? [
        {
          type: 'paragraph',
          classes: ['title'],
          children: readInline({ text: argument.text, lines: [argument] }, context),
          position: positionOfLines(argument, argument),
        },
      ]
    : []
  const box: Container = {
    type: 'container',
    ...(classes.length > 0 ? { classes } : {}),
    children: [...title, ...context.blocksOf(children)],
    position,
  }
  const id = attributes ? valueIn(attributes, 'id') : undefined
  if (id) {
    box.names = [normalizeName(id)]
    box.ids = [makeId(id) === id ? id : id]
    context.rst.names.noteExplicitTarget(box, box)
  }
  if (unfolds) unfoldLists(box)
  const width = attributes ? valueIn(attributes, 'width') : undefined
  if (width && /^[\d.]+(?:%|px|em)$/.test(width)) box.data = { ...box.data, width }
  return [box]
}

/** MyST's directive in a code fence: ```` ```{name} argument ````, `:option: value` lines, the body. */
export function runFencedDirective(
  name: string,
  argument: Line,
  lines: readonly Line[],
  node: Code,
  context: MarkdownContext,
): readonly Node[] {
  const optionEnd = lines.findIndex((line) => !/^:[A-Za-z][\w-]*:(?:\s|$)/.test(line.text))
  const options = lines.slice(0, optionEnd < 0 ? lines.length : optionEnd)
  const body = lines.slice(options.length).map((line) => (isBlank(line.text) ? sliceLine(line, 0, 0) : line))
  const row = context.prepared.rows[(node.position?.start.line ?? 1) - 1]
  const opening: DirectiveOpening = {
    name,
    argument: argument.text === '' ? undefined : argument,
    titled: false,
    attributes: undefined,
    options,
    line: row?.at ?? argument,
    body: [...body],
    close: undefined,
    height: 0,
  }
  const directive = context.findDirective(aliases.get(name) ?? name)
  if (directive || name === 'eval-rst') return readDirective(opening, [], context)
  remark(context, 'markdown/unknown-directive', { name }, placeOf(node, context))
  return [{ type: 'container', classes: [name], children: context.readLines(body), position: placeOf(node, context) }]
}
