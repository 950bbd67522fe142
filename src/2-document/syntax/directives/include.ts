import { type Line, linesOf, type Source } from '../../../1-source/source.ts'
import type { Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { LiteralBlock, Node, SystemMessage, Text } from '../../nodes.ts'
import { trimBlank } from '../sliced-lines.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { codeBlock } from './code.ts'
import { definitionFile, definitionFileNames } from './definition-files.ts'
import { linesOfPart, literalLinesOfPart, type Part, partOf, positionOfPart } from './file-part.ts'
import { codeText } from './line-numbers.ts'
import { encoding, flag, integer, joinPath, parseInteger, parserName, unchanged, unchangedRequired } from './options.ts'
import { canReadFiles, fileName, nodesIn, payFor, readNamedFile } from './read-named-file.ts'

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
    if (!known && /^<.*>$/.test(path)) return [tools.error('rst/no-standard-file', { path, known: definitionFileNames })]
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
  if (part.from >= part.to) tellOfNothing(source, invocation, tools)
  const isRead = !options['literal'] && options['code'] === undefined
  const brings = {
    bytes: part.to - part.from,
    nodes: () => (isRead ? nodesIn(source.text.slice(part.from, part.to)) : 0),
    chain: () => includersOf(included).reverse().map(fileName),
  }
  const unpaid = payFor(source, brings, tools)
  if (unpaid) return unpaid
  const lines = linesOfPart(included, part, tabWidth)
  if (options['literal']) return [literalBlock(included, part, tabWidth, invocation, tools)]
  if (options['code'] !== undefined)
    return [includedCode(included, tabWidth < 0 ? literalLinesOfPart(included, part, tabWidth) : lines, invocation, tools)]
  const limit = tools.settings.lineLengthLimit ?? defaultLineLengthLimit
  const long = lines.find((line) => line.text.length > limit)
  if (long) return [tools.error('rst/include-long-line', { path: source.path, line: long.number, limit })]
  const chain = loop(included)
  if (chain) return [tools.error('rst/include-loop', { chain })]
  if (options['parser'] !== 'null') tools.insertLines(lines)
  return []
}

/** Reported alone: to docutils a part without lines is no mistake, and so has no message in the tree. */
function tellOfNothing({ path, text }: Source, { options }: DirectiveInvocation, tools: DirectiveTools): void {
  const given = clipOptions.filter((name) => options[name] !== undefined).map((name) => `":${name}: ${options[name]}"`)
  const isShown = options['literal'] || options['code'] !== undefined
  if (given.length > 0) tools.message('rst/include-no-lines', { options: given, path, lines: linesOf({ path, text }).length })
  else if (isShown) tools.message('rst/include-empty', { path })
}

/**
 * A file's lines as code, without the blank ones at its start and end, which Pygments drops where it knows a language (`stripnl`). The numbers of
 * the others stay those of the file.
 */
function includedCode(
  source: Source,
  lines: readonly Line[],
  invocation: DirectiveInvocation,
  tools: DirectiveTools,
): LiteralBlock | SystemMessage {
  const { options } = invocation
  const language = options['code'] as string
  const { shown, skipped } = isPlain(language) ? { shown: lines, skipped: 0 } : withoutBlankEnds(lines)
  const first = parseInteger(String(options['number-lines'] || 1))
  const numbered = options['number-lines'] !== undefined && first !== undefined ? { 'number-lines': String(first + skipped) } : {}
  const node = codeBlock({ ...invocation, options: { ...options, ...numbered } }, language, shown, tools)
  return node.type === 'literal_block' ? { ...node, source: source.path } : node
}

/** Nothing colours it, so nothing drops its lines. */
const isPlain = (language: string): boolean => /^(?:text|none)?$/i.test(language)

/** The lines without the blank ones at both ends, and how many are gone at the start. Where all are blank they stay. */
function withoutBlankEnds(lines: readonly Line[]): { readonly shown: readonly Line[]; readonly skipped: number } {
  const shown = trimBlank(lines)
  return shown.length === 0 ? { shown: lines, skipped: 0 } : { shown, skipped: lines.indexOf(shown[0] as Line) }
}

// docutils: line_length_limit.
const defaultLineLengthLimit = 10_000

const clipOptions = ['start-line', 'end-line', 'end-before', 'start-after']
const clipOf = (options: Readonly<Record<string, unknown>>): string => JSON.stringify(clipOptions.map((name) => options[name]))
const wholeFile = clipOf({})

/** The paths from this source to the deck's own. */
function includersOf(included: IncludedSource): string[] {
  const chain: string[] = []
  for (let source: Source | IncludedSource | undefined = included; source; source = 'includedBy' in source ? source.includedBy : undefined)
    chain.push(source.path)
  return chain
}

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
