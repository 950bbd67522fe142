import type { Definition, Root } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { createBudget } from '../../1-source/budget.ts'
import { type Line, pointAt, positionOfLines, type Source } from '../../1-source/source.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { Directive } from '../directive.ts'
import type { Document, Node } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import type { ParseContext } from '../syntax/context.ts'
import { createContext, type Language } from '../syntax/create-context.ts'
import { findDirective as directiveOf } from '../syntax/directives/registry.ts'
import { literalNode } from '../syntax/literal-node.ts'
import { nestingLimit } from '../syntax/nesting-limit.ts'
import { systemMessage } from '../system-message.ts'
import { blocksOf, readBlocks } from './blocks/read-blocks.ts'
import { rulesEndText } from './constructs/slide-rule.ts'
import { type Body, type MarkdownContext, within } from './context.ts'
import { type Front, readFront } from './deck/front.ts'
import { withIncludedSlides } from './deck/included-slides.ts'
import { looseLine } from './deck/loose-yaml.ts'
import { type OwnSeparators, ownSeparators } from './deck/own-separators.ts'
import { withoutSections } from './deck/reveal-sections.ts'
import { rulesApart } from './deck/rules-apart.ts'
import { separatorMarks } from './deck/separator-marks.ts'
import { createSlideReader } from './deck/slides.ts'
import { tagsApart } from './deck/tags-apart.ts'
import { pandocDialects } from './dialects/pandoc-dialects.ts'
import { type ChosenDialect, chooseDialect } from './dialects/registry.ts'
import { tellDialect } from './dialects/tell.ts'
import { inlineOf } from './inline/registry.ts'
import { markdownLines } from './lines.ts'
import { parseMdast } from './mdast.ts'
import type { KnownReferences } from './micromark/types.ts'
import { textOfLines } from './text.ts'

/** Reads a whole deck; what stands in `:::rst` is read as `embedded` does. */
export function readMarkdown(text: string, given: Settings, embedded: Language): Document {
  const budget = given.budget ?? createBudget()
  const settings: Settings = { ...given, budget }
  const source: Source = { path: settings.source ?? '<string>', text }
  const lines = markdownLines(source)
  const start = { line: 1, column: 1, offset: 0 }
  const last = lines.at(-1)
  const end = last ? pointAt(last, Number.POSITIVE_INFINITY) : start
  const document: Document = { type: 'document', source: source.path, children: [], position: { start, end, source: source.path } }
  budget.allow(lines.length)
  const { front, chosen } = frontOf(lines, settings, source.path)
  const separators = ownSeparators(front.fields, front.rest, chosen.dialect.name)
  const report: Report = (diagnostic) => settings.report?.(diagnostic)
  front.problems.forEach(report)
  separators?.problems.forEach(report)
  tellDialect(chosen, report)
  const deck = textOfLines(deckLines(lines, { front, chosen, separators }, settings))
  const findDirective = (name: string): Directive | undefined => directiveOf(name, settings)
  const mdast = parseMdast(deck, {
    slides: true,
    dialect: chosen.dialect.name,
    separators,
    known: { definitions: [], footnotes: [] },
    findDirective,
  })
  const slides = createSlideReader(document, { front, chosen, mdast, separators }, settings)
  const context = createMarkdownContext(createContext(document, settings, embedded), { text: deck, slides, findDirective, report })
  collectDefinitions(mdast, context)
  slides.begin(context)
  readBlocks(mdast.children, context, { slides, root: document.children })
  slides.end(context)
  const { lastNumbers } = context.rst.names
  if (lastNumbers.size) document.lastNumbers = Object.fromEntries(lastNumbers)
  return document
}

/** The lines that slides are read from: a tool that divides a deck before it reads Markdown sees what CommonMark does not. */
function deckLines(lines: readonly Line[], { front: { rest }, chosen, separators }: DeckLinesOf, settings: Settings): readonly Line[] {
  const { name } = chosen.dialect
  if (separators?.divides) return separatorMarks(separators.inSections ? withoutSections(rest) : rest, separators)
  if (pandocDialects.includes(name)) return tagsApart(rest)
  if (!rulesEndText(name)) return rest
  const front = lines.slice(0, lines.length - rest.length)
  return rulesApart(name === 'slidev' ? withIncludedSlides({ front, rest }, settings) : rest, name)
}

interface FrontOf {
  readonly front: Front
  readonly chosen: ChosenDialect
}

interface DeckLinesOf extends FrontOf {
  readonly separators: OwnSeparators | undefined
}

/** Front matter, and the dialect that it or the text shows: Marp's is read in Marp's way, which YAML may call a mistake. */
function frontOf(lines: readonly Line[], { dialect }: Settings, path: string): FrontOf {
  const front = readFront(lines)
  const chosen = chooseDialect(front, dialect, path)
  if (chosen.dialect.name !== 'marp' && front.problems.length === 0) return { front, chosen }
  const loose = readFront(lines, looseLine)
  const again = chooseDialect(loose, dialect, path)
  return again.dialect.name === 'marp' ? { front: loose, chosen: again } : { front, chosen }
}

type Own = Pick<MarkdownContext, 'text' | 'slides' | 'findDirective' | 'report'>

function createMarkdownContext(rst: ParseContext, own: Own): MarkdownContext {
  const { settings } = rst
  const context: MarkdownContext = {
    ...own,
    settings,
    definitions: new Map(),
    footnotes: new Set(),
    rst,
    behind: [],
    reader: { depth: 0, inSidebar: false },
    blocksOf: (nodes, body) => blocksOf(nodes, context, body),
    inlineOf: (nodes) => inlineOf(nodes, context),
    readLines: (lines, body) => readNested(lines, context, body),
    message: (code, args, position, children) => systemMessage(settings, code, args, position, children ?? []),
  }
  return context
}

/** Link definitions of the whole document hold in a nested text too. */
function readNested(lines: readonly Line[], context: MarkdownContext, body: Body = {}): Node[] {
  const { reader, findDirective, slides } = context
  const [first] = lines
  if (first && reader.depth >= nestingLimit) {
    const message = context.message('markdown/too-deep', { limit: nestingLimit }, positionOfLines(first, first))
    return [literalNode('literal_block', lines), message]
  }
  const text = textOfLines(lines)
  const known = referencesIn(text.text, context)
  const mdast = parseMdast(text, { slides: false, dialect: slides.dialect, known, findDirective })
  const nested: MarkdownContext = {
    ...context,
    text,
    behind: [],
    blocksOf: (nodes, body) => blocksOf(nodes, nested, body),
    inlineOf: (nodes) => inlineOf(nodes, nested),
  }
  collectDefinitions(mdast, nested)
  const root: Node[] = []
  // Each level is parsed by itself, which a block within a block is not.
  within(reader, 10, body, () => readBlocks(mdast.children, nested, { root }))
  return root
}

/** What of the document's definitions stands in brackets in a text. */
function referencesIn(text: string, { definitions, footnotes }: MarkdownContext): KnownReferences {
  const labels = [...new Set([...text.matchAll(brackets)].map(([, label = '']) => label))]
  const isFootnote = (label: string): boolean => label.startsWith('^')
  return {
    definitions: labels.filter((label) => !isFootnote(label) && definitions.has(identifierOf(label))).map(normalizeIdentifier),
    footnotes: labels
      .filter(isFootnote)
      .map((label) => label.slice(1))
      .filter((label) => footnotes.has(identifierOf(label)))
      .map(normalizeIdentifier),
  }
}

const brackets = /\[((?:[^[\]\\]|\\.)*)\]/g

/** A label as mdast has it (mdast-util-from-markdown). */
const identifierOf = (label: string): string => normalizeIdentifier(label).toLowerCase()

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
