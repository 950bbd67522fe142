import type { Node } from '../../src/2-document/nodes.ts'
import { resolve } from '../../src/2-document/resolve/resolve.ts'
import { childrenOf, textOf } from '../../src/2-document/resolve/tree.ts'
import { parse } from '../../src/2-document/rst/parse.ts'
import type { Deck, Step } from '../../src/3-deck/deck.ts'
import { deckSettings } from '../../src/3-deck/deck-settings.ts'
import { toDeck } from '../../src/3-deck/to-deck.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

export interface ReadDeck {
  readonly deck: Deck
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a deck called deck.rst that may include `files`. */
export function deckFrom(text: string, files: Readonly<Record<string, string>> = {}): ReadDeck {
  const diagnostics: Diagnostic[] = []
  const readFile = (path: string) => (files[path] === undefined ? undefined : { path, text: files[path] })
  const settings = { ...deckSettings, source: 'deck.rst', readFile, report: (diagnostic: Diagnostic) => diagnostics.push(diagnostic) }
  return { deck: toDeck(resolve(parse(text, settings), settings), settings.report), diagnostics }
}

/** `line:column code` of each diagnostic. */
export const places = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, position }) => `${position?.start.line}:${position?.start.column} ${code}`)

/** Nodes on one line: text as it is, sections as `Title { … }`, other blocks as `type(…)`, classes with a dot, ids with a hash. */
export const outline = (nodes: readonly Node[]): string => nodes.map(outlineOf).join(' ')

function outlineOf(node: Node): string {
  const marks = [...(node.classes ?? []).map((name) => `.${name}`), ...(node.ids ?? []).map((id) => `#${id}`)].join('')
  if (node.type === 'paragraph' || node.type === 'title') return textOf(node) + marks
  if (node.type === 'section') {
    const [title, ...body] = node.children
    return `${title ? textOf(title) : ''}${marks} { ${outline(body)} }`.replace('{  }', '{}')
  }
  return `${node.type}${marks}(${node.type === 'raw' ? node.format : outline(childrenOf(node))})`
}

/** A step on one line: level, id, classes, fields, content, notes. */
export function brief({ level, id, classes, placing, attributes, content, notes }: Step): string {
  const fields = [
    ...Object.entries(placing).map(([name, { value }]) => `${name}=${value}`),
    ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`),
  ]
  const head = [`${level}`, `#${id}`, ...classes.map((name) => `.${name}`), ...fields.map((field) => `[${field}]`)].join(' ')
  return [`${head}: ${outline(content)}`.trimEnd(), ...notes.map((note) => `note: ${outline(note.content)}`)].join(' | ')
}
