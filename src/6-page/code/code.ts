import type { DoctestBlock, Literal, LiteralBlock, Node } from '../../2-document/nodes.ts'
import type { Listing } from '../../2-document/our-fields.ts'
import { diagnose, type Report } from '../../diagnostics/diagnostic.ts'
import { element, type Html, text } from '../hast.ts'
import type { RenderContext } from '../nodes/context.ts'
import { type Colours, coloursOf, type Keeping } from './colours.ts'
import { grammars } from './grammars.ts'
import type { Token } from './highlight.ts'

type CodeNode = LiteralBlock | DoctestBlock | Literal

/** The colours of one page's code. */
export interface Code {
  block(node: LiteralBlock | DoctestBlock, context: RenderContext): Html[]
  inline(node: Literal, context: RenderContext): Html[]
  /** Whether anything has been coloured or numbered. */
  readonly used: boolean
}

/** Colours a deck's code. */
export async function loadCode(nodes: Iterable<Node>, report: Report, options: Keeping): Promise<Code> {
  const grammarNames = new Map<string, string | undefined>()
  const texts = new Map<string, Set<string>>()
  let used = false
  for (const node of nodes) {
    if (node.type !== 'literal_block' && node.type !== 'doctest_block' && node.type !== 'literal') continue
    const language = languageOf(node)
    if (node.type !== 'literal') used = true
    if (language === undefined || plain.has(language)) continue
    if (!grammarNames.has(language)) grammarNames.set(language, grammarNamed(language))
    // In a text it may be a class that has nothing to do with a language.
    const name = grammarNames.get(language)
    if (name === undefined) {
      if (node.type !== 'literal') report(diagnose('page/unknown-language', { language }, node.position))
      continue
    }
    const source = plainText(node)
    texts.set(name, (texts.get(name) ?? new Set()).add(source ?? ''))
  }
  const colours = new Map<string, Colours>()
  for (const [name, sources] of texts) colours.set(name, await coloursOf(name, [...sources], options))
  const tokensOf = (node: CodeNode): readonly Token[] | undefined =>
    colours.get(grammarNames.get(languageOf(node) ?? '') ?? '')?.get(plainText(node) ?? '')
  return {
    used: used || colours.size > 0,
    block: (node, context) => codeLines(node, context, tokensOf(node)),
    inline: (node, context) =>
      (plainText(node) === undefined ? undefined : tokensOf(node))?.map(htmlOf) ?? context.render(node.children, context),
  }
}

// Names for text without colours.
const plain = new Set(['text', 'none', 'plain', 'plaintext', 'txt', 'output'])

/**
 * The class after `code` names a block's language and the last one a text's, as docutils' directive and role have it; a doctest is
 * Python's prompt.
 */
function languageOf(node: CodeNode): string | undefined {
  if (node.type === 'doctest_block') return 'pycon'
  const [first, ...classes] = node.classes ?? []
  if (first !== 'code') return undefined
  return (node.type === 'literal' ? classes.at(-1) : classes[0])?.toLowerCase()
}

function grammarNamed(language: string): string | undefined {
  if (grammars.has(language)) return language
  return [...grammars].find(([, { aliases }]) => aliases.split(' ').includes(language))?.[0]
}

/** The code of a node without its line numbers; undefined where it has markup of its own (a parsed literal). */
function plainText(node: CodeNode): string | undefined {
  let code = ''
  for (const child of node.children) {
    if (child.type === 'text') code += child.value
    else if (!isLineNumber(child)) return undefined
  }
  return code
}

const isLineNumber = (node: Node): boolean => node.type === 'line_number'

function codeLines(node: LiteralBlock | DoctestBlock, context: RenderContext, coloured: readonly Token[] | undefined): Html[] {
  const listing = listingOf(node)
  const emphasized = new Set(emphasizedLines(listing))
  const source = plainText(node)
  if (source === undefined || (!coloured && emphasized.size === 0 && !countsLines(listing))) return context.render(node.children, context)
  const tokens = coloured ?? [{ text: source, className: '' }]
  const numbers = lineNumbers(node, source, context)
  if (numbers.length === 0 && emphasized.size === 0) return tokens.map(htmlOf)
  return splitLines(tokens).flatMap((line, index) => {
    const number = numbers[index]
    const content = [...(number ? [number] : []), ...line.map(htmlOf)]
    return emphasized.has(index + 1) ? [element('span', { className: ['hll'] }, content)] : content
  })
}

const listingOf = (node: CodeNode): Listing => (node.type === 'literal_block' ? (node.listing ?? {}) : {})

const countsLines = (listing: Listing): boolean => listing.linenos !== undefined || listing['lineno-start'] !== undefined

/** The numbers that `:number-lines:` has put into the tree, or those that `:linenos:` and `:lineno-start:` ask for. */
function lineNumbers(node: CodeNode, source: string, context: RenderContext): Html[] {
  const listing = listingOf(node)
  if (!countsLines(listing)) return node.children.filter(isLineNumber).flatMap((number) => context.render([number], context))
  const first = listing['lineno-start'] ?? 1
  const count = source.split('\n').length
  const width = String(first + count - 1).length
  return Array.from({ length: count }, (_, index) => element('span', { className: ['ln'] }, `${String(first + index).padStart(width)} `))
}

/** `1,3-5`, counted from the first line shown: Sphinx's `:emphasize-lines:` and `:hl_lines:`, where blanks may part the pieces. */
function emphasizedLines({ 'emphasize-lines': lines, hl_lines: highlighted }: Listing): number[] {
  const written = lines ?? highlighted ?? ''
  return [...written.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first)
    const length = Math.min(Number(last ?? first), longest) - from + 1
    return Array.from({ length: Math.max(0, length) }, (_, index) => from + index)
  })
}

// No listing on a slide is longer; keeps `1-999999999` from taking memory.
const longest = 10_000

/** Tokens by line; each line keeps its end. */
function splitLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const { text, className } of tokens) {
    const pieces = text.split(/(?<=\n)/)
    for (const piece of pieces) {
      lines.at(-1)?.push({ text: piece, className })
      if (piece.endsWith('\n')) lines.push([])
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop()
  return lines
}

const htmlOf = ({ text: value, className }: Token): Html =>
  className === '' ? text(value) : element('span', { className: [className] }, value)
