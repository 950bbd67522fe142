import type { TextDirective } from 'mdast-util-directive'
import type { Point, Position } from '../../../diagnostics/position.ts'
import type { Inline } from '../../nodes.ts'
import type { Role, RoleTools } from '../../role.ts'
import { converterOf } from '../../syntax/directives/read-options.ts'
import { findRole } from '../../syntax/roles/registry.ts'
import { type Attributes, classesIn, readAttributes } from '../attributes.ts'
import { closingBracket } from '../constructs/directive/fences/generic.ts'
import { type MarkdownContext, placeOf, withoutMargins, writtenText } from '../context.ts'
import { pointOf } from '../text.ts'

// Names of HTML and Sphinx beside docutils'.
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ abbr: 'abbreviation', em: 'emphasis', b: 'strong', tt: 'literal' }),
)

/** `:role[text]{options}`. Anything else with a colon (`12:30`, `:data-x`, a role that nobody knows) is the text that it is. */
export function textDirective(node: TextDirective, context: MarkdownContext): readonly Inline[] {
  const written = writtenText(node, context)
  const open = node.name.length + 1
  const close = written[open] === '[' ? closingBracket(written, open) : undefined
  const attributes = close === undefined ? undefined : attributesOf(written, close + 1)
  if (close !== undefined && node.name === 'span') {
    const children = context.inlineOf(node.children)
    const classes = attributes ? classesIn(attributes) : []
    return classes.length > 0 ? [{ type: 'inline', classes, children, position: placeOf(node, context) }] : children
  }
  const role = findRole(aliases.get(node.name) ?? node.name, context.rst).role
  if (close === undefined || !role || written.slice(open + 1, close).trim() === '') return asText(node, written, close, context)
  return runRole(role, node, { written, open, close, attributes }, context)
}

interface Written {
  readonly written: string
  readonly open: number
  readonly close: number
  readonly attributes: Attributes | undefined
}

function runRole(
  role: Role,
  node: TextDirective,
  { written, open, close, attributes }: Written,
  context: MarkdownContext,
): readonly Inline[] {
  const position = placeOf(node, context)
  const within = written.slice(open + 1, close)
  const rawText = withoutMargins(within, node, context).trim()
  const textPosition: Position = {
    start: pointWithin(node, written, close - within.trimStart().length, context),
    end: pointWithin(node, written, open + 1 + within.trimEnd().length, context),
    source: position.source,
  }
  const tools: RoleTools = {
    settings: context.settings,
    problem: (code, args) => {
      const message = context.message(code, args, position)
      return { nodes: [{ type: 'problematic', children: [{ type: 'text', value: written, position }], position }], messages: [message] }
    },
    message: (code, args) => context.message(code, args, position),
  }
  const text = rawText.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const options = optionsOf(role, attributes)
  const { nodes, messages } = role.run({ name: node.name, text, rawText, position, textPosition, options }, tools)
  context.behind.push(...messages)
  return nodes
}

function optionsOf(role: Role, attributes: Attributes | undefined): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = Object.create(null)
  if (!attributes) return options
  const classes = classesIn(attributes)
  if (classes.length > 0) options['class'] = classes
  for (const { name, value } of attributes.list) {
    const convert = converterOf(role.options, name)
    const converted = convert?.(value)
    if (converted && 'value' in converted) options[name] = converted.value
  }
  return options
}

const attributesOf = (written: string, start: number): Attributes | undefined =>
  readAttributes({ text: written, source: { path: '', text: written }, number: 1, start: 0, indent: 0 }, start)

/** The colon and name as text, what stood in the brackets as read. */
function asText(node: TextDirective, written: string, close: number | undefined, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  const text = (value: string): Inline => ({ type: 'text', value, position })
  if (close === undefined) return [text(written)]
  const open = written.indexOf('[')
  return [text(written.slice(0, open + 1)), ...context.inlineOf(node.children), text(written.slice(close))]
}

function pointWithin(node: TextDirective, written: string, index: number, { text }: MarkdownContext): Point {
  const start = node.position?.start ?? { line: 1, column: 1 }
  const before = written.slice(0, index)
  const lastBreak = before.lastIndexOf('\n')
  const line = start.line + (before.match(/\n/g)?.length ?? 0)
  return pointOf(text, { line, column: lastBreak < 0 ? start.column + index : index - lastBreak })
}
