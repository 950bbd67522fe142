import type { Definition, Root } from 'mdast'
import { type Line, pointAt, positionOfLines, type Source } from '../../1-source/source.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import type { Directive } from '../directive.ts'
import type { Document, Node } from '../nodes.ts'
import { ownDirective } from '../own.ts'
import { literalNode } from '../rst/blocks/literal-block.ts'
import { createContext } from '../rst/create-context.ts'
import { directives } from '../rst/directives/registry.ts'
import type { Settings } from '../settings.ts'
import { systemMessage } from '../system-message.ts'
import { blocksOf, readBlocks } from './blocks/read-blocks.ts'
import type { MarkdownContext } from './context.ts'
import { readFront } from './deck/front.ts'
import { createSlideReader, type SlideReader } from './deck/slides.ts'
import { inlineOf } from './inline/registry.ts'
import { createMdastParser } from './mdast.ts'
import { markdownLines } from './prepare/lines.ts'
import { prepare } from './prepare/prepare.ts'
import type { Prepared } from './prepare/prepared.ts'
import { tameLines } from './prepare/tame-lines.ts'

/**
 * Markdown → document tree, before any whole-tree step: the same tree that reStructuredText gives, for `resolve` to go on with. Pure,
 * synchronous, total: a mistake becomes a diagnostic to `settings.report`. CommonMark 0.31 with GFM, directives, formulas, and the deck syntax
 * of docs/markdown.md.
 */
export function parseMarkdown(text: string, settings: Settings = {}): Document {
  const source: Source = { path: settings.source ?? '<string>', text }
  const lines = tameLines(markdownLines(source), (code, args, position) => settings.report?.(diagnose(code, args, position)))
  const start = { line: 1, column: 1, offset: 0 }
  const last = lines.at(-1)
  const end = last ? pointAt(last, Number.POSITIVE_INFINITY) : start
  const document: Document = { type: 'document', source: source.path, children: [], position: { start, end, source: source.path } }
  const parse = createMdastParser()
  const findDirective = directiveFinder(settings)
  const report = (diagnostic: ReturnType<typeof diagnose>): void => settings.report?.(diagnostic)
  const front = readFront(lines)
  front.problems.forEach(report)
  const prepared = prepare(front.rest, { slides: true, rulesUnderText: front.flavour === 'slidev', findDirective, report })
  const mdast = parse(prepared.text)
  const slides = createSlideReader(document, front, prepared, mdast, settings)
  const context = createMarkdownContext(document, settings, prepared, slides, parse, findDirective)
  collectDefinitions(mdast, context)
  slides.begin(context)
  readBlocks(mdast.children, context, { slides, root: document.children })
  slides.end(context)
  const { lastNumbers } = context.rst.names
  if (lastNumbers.size) document.data = { lastNumbers: Object.fromEntries(lastNumbers) }
  return document
}

/** A directive of the settings wins over a built-in; letter case does not count. */
const directiveFinder =
  (settings: Settings) =>
  (name: string): Directive | undefined =>
    ownDirective(settings, name) ?? directives.get(name.toLowerCase())

function createMarkdownContext(
  document: Document,
  settings: Settings,
  prepared: Prepared,
  slides: SlideReader,
  parse: (text: string) => Root,
  findDirective: (name: string) => Directive | undefined,
): MarkdownContext {
  const rst = createContext(document, settings)
  const context: MarkdownContext = {
    settings,
    prepared,
    definitions: new Map(),
    footnotes: new Set(),
    rst,
    slides,
    findDirective,
    behind: [],
    depth: { value: 0 },
    blocksOf: (nodes) => blocksOf(nodes, context),
    inlineOf: (nodes) => inlineOf(nodes, context),
    readLines: (lines) => readNested(lines, context, parse),
    message: (code, args, position, children) => systemMessage(settings, code, args, position, children ?? []),
  }
  return context
}

const nestingLimit = 100

/** Link definitions of the whole document hold in a nested text too. */
function readNested(lines: readonly Line[], context: MarkdownContext, parse: (text: string) => Root): Node[] {
  const { settings, findDirective, depth } = context
  const [first] = lines
  if (first && depth.value >= nestingLimit) {
    const message = context.message('markdown/too-deep', { limit: nestingLimit }, positionOfLines(first, first))
    return [literalNode('literal_block', lines), message]
  }
  const report = (diagnostic: ReturnType<typeof diagnose>): void => settings.report?.(diagnostic)
  const prepared = prepare(lines, { slides: false, findDirective, report })
  const mdast = parse(prepared.text + definitionLines(prepared.text, context))
  const nested: MarkdownContext = {
    ...context,
    prepared,
    behind: [],
    blocksOf: (nodes) => blocksOf(nodes, nested),
    inlineOf: (nodes) => inlineOf(nodes, nested),
  }
  collectDefinitions(mdast, nested)
  const root: Node[] = []
  // Each level is parsed by itself, which a block within a block is not.
  depth.value += 10
  const own = mdast.children.filter(({ position }) => (position?.start.line ?? 0) <= prepared.rows.length)
  readBlocks(own, nested, { root })
  depth.value -= 10
  return root
}

/** Definitions of what stands in brackets in a text, to be parsed behind it; of footnotes only that there are such. */
function definitionLines(text: string, { definitions, footnotes }: MarkdownContext): string {
  const labels = new Set([...text.matchAll(brackets)].map(([, label = '']) => label))
  return [...labels]
    .map((written) => {
      if (written.startsWith('^')) return footnotes.has(identifierOf(written.slice(1))) ? `\n\n[${written}]: .` : ''
      const { label, identifier, url, title } = definitions.get(identifierOf(written)) ?? {}
      return url === undefined ? '' : `\n\n[${label ?? identifier}]: <${url}>${title ? ` "${title.replaceAll('"', '\\"')}"` : ''}`
    })
    .join('')
}

const brackets = /\[((?:[^[\]\\]|\\.)*)\]/g

/** As the parser compares labels (CommonMark, section 4.7); both changes of case, since ẞ and ss are one. */
const identifierOf = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()

/** The first definition of a label counts (CommonMark, section 4.7). */
function collectDefinitions(root: Root, { definitions, footnotes }: MarkdownContext): void {
  const open: unknown[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    const { type, children, identifier } = node as { type: string; children?: unknown[]; identifier?: string }
    if (type === 'definition' && identifier !== undefined && !definitions.has(identifier)) definitions.set(identifier, node as Definition)
    if (type === 'footnoteDefinition' && identifier !== undefined) footnotes.add(identifier)
    for (let index = (children?.length ?? 0) - 1; index >= 0; index--) open.push(children?.[index])
  }
}
