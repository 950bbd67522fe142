import type { Source } from '../../../1-source/source.ts'
import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { LiteralBlock, Node, SystemMessage, Text } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { codeBlock } from './code.ts'
import { definitionFile } from './definition-files.ts'
import { linesOfPart, literalLinesOfPart, type Part, partOf, positionOfPart } from './file-part.ts'
import { codeText } from './line-numbers.ts'
import { encoding, flag, integer, joinPath, parserName, unchanged, unchangedRequired } from './options.ts'
import { canReadFiles, readNamedFile } from './read-named-file.ts'

/** A source that an include brought in: it remembers by whom, so that a loop is seen. */
interface IncludedSource extends Source {
  readonly includedBy: Source
  /** The options that choose a part of the file: another part of the same file is no loop. */
  readonly clip: string
}

/** Another file's text, or a part of it: read as if it stood here, or shown as it is. */
export const include: Directive = {
  name: 'include',
  arguments: { required: 1, finalWhitespace: true },
  options: {
    literal: flag,
    code: unchanged,
    encoding,
    parser: parserName,
    'tab-width': integer,
    'start-line': integer,
    'end-line': integer,
    'start-after': unchangedRequired,
    'end-before': unchangedRequired,
    'number-lines': unchanged,
    ...classAndName,
  },
  run(invocation, tools) {
    if (!canReadFiles(tools)) return [tools.error('rst/directive-disabled', { directive: 'include' })]
    const path = joinPath(invocation.arguments[0] ?? '')
    const known = definitionFile(path)
    const read = known ? { source: known } : readNamedFile(path, invocation, tools)
    if ('message' in read) return [read.message]
    const { source } = read
    const part = partOf(source, invocation.options)
    if ('missing' in part) {
      const { missing: option } = part
      return [tools.error('rst/include-text-not-found', { option, text: String(invocation.options[option]), path: source.path })]
    }
    return includePart(source, part, invocation, tools)
  },
}

function includePart(source: Source, part: Part, invocation: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { options, position } = invocation
  const tabWidth = (options['tab-width'] as number | undefined) ?? tools.settings.tabWidth ?? 8
  const includer: Source = invocation.blockLines[0]?.source ?? { path: position.source, text: '' }
  const included: IncludedSource = { ...source, includedBy: includer, clip: clipOf(options) }
  const lines = linesOfPart(included, part, tabWidth)
  const limit = tools.settings.lineLengthLimit ?? defaultLineLengthLimit
  const long = lines.find((line) => line.text.length > limit)
  if (long) return [tools.error('rst/include-long-line', { path: source.path, line: long.number })]
  if (options['literal']) return [literalBlock(included, part, tabWidth, invocation, tools)]
  if (options['code'] !== undefined) {
    if (!lines.length) return [tools.error('rst/directive-empty', { directive: 'include' })]
    const codeLines = tabWidth < 0 ? literalLinesOfPart(included, part, tabWidth) : lines
    const node = codeBlock(invocation, options['code'] as string, codeLines, tools)
    return [node.type === 'literal_block' ? { ...node, source: source.path } : node]
  }
  const chain = loop(included)
  if (chain) return [tools.error('rst/include-loop', { chain })]
  if (options['parser'] !== 'null') tools.insertLines(lines)
  return []
}

// docutils: line_length_limit.
const defaultLineLengthLimit = 10_000

const clipOptions = ['start-line', 'end-line', 'end-before', 'start-after']
const clipOf = (options: Readonly<Record<string, unknown>>): string => JSON.stringify(clipOptions.map((name) => options[name]))
const wholeFile = clipOf({})

/** The paths from this include up to the same one, if it is among those that led here. */
function loop({ path, clip, includedBy }: IncludedSource): string[] | undefined {
  const chain = [path]
  let source: Source | IncludedSource | undefined = includedBy
  while (source) {
    chain.push(source.path)
    const { clip: otherClip, includedBy: next }: Partial<IncludedSource> = source
    if (source.path === path && (otherClip ?? wholeFile) === clip) return chain
    source = next
  }
  return undefined
}

/** The text as it is; unlike other literal blocks it keeps its line feed at the end. */
function literalBlock(
  source: Source,
  part: Part,
  tabWidth: number,
  invocation: DirectiveInvocation,
  tools: DirectiveTools,
): LiteralBlock | SystemMessage {
  const { options, position } = invocation
  const lines = literalLinesOfPart(source, part, tabWidth)
  const whole = (): Text => ({
    type: 'text',
    value: lines.map((line) => `${line.text}\n`).join(''),
    position: positionOfPart(source, part),
  })
  const children = codeText(options['number-lines'], lines, () => [whole()], tools)
  if (!Array.isArray(children)) return children
  const node: LiteralBlock = {
    type: 'literal_block',
    source: source.path,
    'xml:space': 'preserve',
    ...classesOf(invocation),
    children,
    position,
  }
  addName(node, options['name'], tools)
  return node
}
