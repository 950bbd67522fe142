import { type Line, positionOfLines } from '../../../../1-source/source.ts'
import type { Directive } from '../../../directive.ts'
import type { Node } from '../../../nodes.ts'
import type { ParseContext } from '../../../syntax/context.ts'
import { runDirective } from '../../../syntax/directives/run-directive.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { classesIn } from '../../attributes.ts'
import type { MarkdownContext } from '../../context.ts'
import { readInline } from '../../inline/read-inline.ts'
import { trimmedBody } from './body.ts'
import type { DirectiveHead } from './head.ts'
import type { DirectiveText } from './read-directive.ts'

const admonitions = new Set(['attention', 'caution', 'danger', 'error', 'hint', 'important', 'tip', 'warning'])

/** `:::tip[Title]` is an admonition with that title, as in other Markdown tools; in reStructuredText the words would be its text. */
export function titledAdmonition(directive: Directive, head: DirectiveHead, context: MarkdownContext) {
  const admonition = admonitions.has(directive.name) && head.titled ? context.findDirective('admonition') : undefined
  const line = head.argument ?? head.line
  return admonition && { directive: admonition, extra: [optionLine('class', directive.name, line, 0)] }
}

/** Runs a directive as reStructuredText's is run: its lines are put in the order of arguments, options, content. */
export function runWithMarkdown(
  directive: Directive,
  extra: readonly Line[],
  text: DirectiveText,
  context: MarkdownContext,
): readonly Node[] {
  const { head, options, close } = text
  const { argument, line } = head
  const content = trimmedBody(text.body)
  const given = [...extra, ...attributeLines(head, directive), ...options]
  const takesOptions = Object.keys(directive.options ?? {}).length > 0
  const [stray] = takesOptions || directive.name === 'container' ? [] : given
  if (stray) {
    const option = /^:([^:]*):/.exec(stray.text)?.[1] ?? ''
    return [context.message('rst/directive-option-unknown', { name: directive.name, option, known: [] }, positionOfLines(line, line))]
  }
  const first = [...(argument ? [argument] : []), ...(takesOptions ? given : [])]
  const blank = sliceLine(line, line.text.length)
  // Without arguments and options a first blank line keeps the content from being read as one.
  const lead = first.length > 0 ? first : [blank]
  const body = content.length > 0 ? [...lead, blank, ...content] : lead
  const written = [line, ...text.body, ...(close ? [close] : [])]
  const parse = directiveContext(content, text, context)
  const { nodes } = runDirective(directive, { name: head.name, body, written, definition: undefined }, parse)
  const start = text.position.start.offset
  for (const node of nodes) if (node.position?.start.offset === start) node.position = text.position
  return nodes
}

/** The rst context with Markdown in the place of reStructuredText: a body that the parser has read already is not read again. */
function directiveContext(content: readonly Line[], { children }: DirectiveText, context: MarkdownContext): ParseContext {
  const isOwn = (lines: readonly Line[]): boolean => lines.length > 0 && lines[0] === content[0] && lines.at(-1) === content.at(-1)
  const { rst, reader } = context
  return {
    ...rst,
    reader: { ...rst.reader, sections: reader.depth === 0 ? rst.reader.sections : undefined, inSidebar: reader.inSidebar },
    parseBlocks: (lines, options) =>
      isOwn(lines) && children.length > 0 ? context.blocksOf(children, options) : context.readLines(lines, options),
    insertBlocks: (lines) => void context.behind.push(...context.readLines(lines, { sidebar: reader.inSidebar })),
    parseInline: (block) => {
      const before = context.behind.length
      const nodes = readInline(block, context)
      return { nodes, messages: context.behind.splice(before).filter((node) => node.type === 'system_message') }
    },
  }
}

/** `{…}` as option lines, each with the place of its value. Classes are one option, an id the name. */
function attributeLines({ attributes, line }: DirectiveHead, directive: Directive): Line[] {
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
