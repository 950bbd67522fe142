import { type Line, textBlock } from '../../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../../diagnostics/messages/index.ts'
import type { Directive, DirectiveInvocation } from '../../directive.ts'
import type { Node, SubstitutionDefinition, SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import { fieldMarker } from '../field-marker.ts'
import { literalNode } from '../literal-node.ts'
import { indentOf, positionOf, sliceLine, trimBlank, trimBlankEnd } from '../sliced-lines.ts'
import { directiveTools } from './directive-tools.ts'
import { type ReadOptions, readOptions } from './read-options.ts'

/** A directive as it stands in the text. */
export interface DirectiveCall {
  /** As the author wrote it. */
  readonly name: string
  /** What follows the colons: arguments, options and content, without their indentation. */
  readonly body: readonly Line[]
  /** The whole lines, from the markup start on, blank ones at the end included. */
  readonly written: readonly Line[]
  /** The substitution definition that it gives its content to. */
  readonly definition: SubstitutionDefinition | undefined
}

export interface DirectiveResult {
  readonly nodes: Node[]
  /** Whether it had lines read in its place. */
  readonly isInsertion: boolean
}

/** Checks a call against the directive's declaration and runs it (docutils: Body.run_directive). */
export function runDirective(directive: Directive, call: DirectiveCall, context: ParseContext): DirectiveResult {
  const written = trimBlankEnd(call.written)
  const fail: Fail = (code, args) => context.message(code, args, positionOf(written, 0, 1), [literalNode('literal_block', call.written)])
  const checked = checkCall(directive, call, fail)
  if ('problem' in checked) return { nodes: [checked.problem], isInsertion: false }
  // docutils' reader stands on the last line that it took for the directive, blank or not.
  const last = call.written.at(-1) as Line
  const invocation: DirectiveInvocation = {
    ...checked,
    name: directive.name.toLowerCase(),
    blockLines: call.written,
    position: positionOf(written),
    readerLine: context.reader.outerLine ?? last.number,
    ...(call.definition ? { substitution: substitutionName(call.definition) } : {}),
  }
  context.reader.nameLine = positionOf([last])
  let isInsertion = false
  const insertLines = (lines: readonly Line[]) => {
    isInsertion = true
    context.insertBlocks(lines)
  }
  const nodes = directive.run(invocation, { ...directiveTools(invocation, call.written, context, call.definition), insertLines })
  return { nodes, isInsertion }
}

const substitutionName = ({ names = [] }: SubstitutionDefinition): string => names[0] ?? ''

export type Fail = <Code extends MessageCode>(code: Code, args: MessageArguments<Code>) => SystemMessage

type CheckedCall = Pick<DirectiveInvocation, 'arguments' | 'argumentBlock' | 'options' | 'optionBlocks' | 'content'>
type Problem = { readonly problem: SystemMessage }

function checkCall(directive: Directive, { name, body, definition }: DirectiveCall, fail: Fail): CheckedCall | Problem {
  const { required = 0, optional = 0 } = directive.arguments ?? {}
  const takesArguments = required + optional > 0
  const parts = partsOf(directive, body, takesArguments)
  const preset = definition && directive.options?.['alt'] ? { alt: substitutionName(definition) } : {}
  let options: ReadOptions = { values: preset, blocks: {} }
  if (parts.options.length > 0) {
    const read = readOptions(name, parts.options, directive.options ?? {}, fail)
    if ('problem' in read) return read
    options = { ...read, values: { ...preset, ...read.values } }
  }
  const [first, ...further] = parts.arguments
  const argumentBlock = textBlock(first ? [sliceLine(first, indentOf(first.text)), ...further] : [])
  const words = takesArguments ? splitArguments(argumentBlock.text, required + optional, directive.arguments?.finalWhitespace) : []
  if (words.length < required) return { problem: fail('rst/directive-arguments-missing', { name, required, given: words.length }) }
  if (words.length > required + optional)
    return { problem: fail('rst/directive-arguments-surplus', { name, allowed: required + optional, given: words.length }) }
  if (parts.content.length > 0 && !directive.content) return { problem: fail('rst/directive-content-forbidden', { name }) }
  return { arguments: words, argumentBlock, options: options.values, optionBlocks: options.blocks, content: parts.content }
}

interface CallParts {
  readonly arguments: readonly Line[]
  readonly options: readonly Line[]
  readonly content: readonly Line[]
}

/**
 * Arguments and options end at the first blank line; options begin at the first field marker. Without arguments, the lines before the
 * options belong to the content; without arguments and options all lines do (docutils: parse_directive_block).
 */
function partsOf(directive: Directive, body: readonly Line[], takesArguments: boolean): CallParts {
  const takesOptions = directive.options !== undefined && Object.keys(directive.options).length > 0
  const all = trimBlankEnd(body[0]?.text === '' ? body.slice(1) : body)
  if (!takesArguments && !takesOptions) return { arguments: [], options: [], content: trimBlank(all) }
  const blank = all.findIndex((line) => line.text === '')
  const head = blank < 0 ? all : all.slice(0, blank)
  const first = takesOptions ? head.findIndex((line) => fieldMarker(line.text)) : -1
  const before = first < 0 ? head : head.slice(0, first)
  const options = first < 0 ? [] : head.slice(first)
  const rest = blank < 0 ? [] : all.slice(blank)
  if (takesArguments) return { arguments: before, options, content: trimBlank(rest) }
  return { arguments: [], options, content: trimBlank([...before, ...(before.length > 0 ? rest : rest.slice(1))]) }
}

const space = /[\s\x1c-\x1f\x85]+/

/** Words; when there are too many, the last allowed one keeps what follows it, white space and all, if the directive takes that. */
function splitArguments(text: string, allowed: number, finalWhitespace = false): string[] {
  const words = text.split(space).filter((word) => word !== '')
  if (words.length <= allowed || !finalWhitespace) return words
  let rest = text.trimStart()
  const kept = words.slice(0, allowed - 1)
  for (const word of kept) rest = rest.slice(word.length).trimStart()
  return [...kept, rest.trimEnd()]
}
