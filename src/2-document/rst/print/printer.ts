import { makeId } from '../../identifiers.ts'
import type { Node, NodeOf, NodeType } from '../../nodes.ts'
import { type CannotSay, childrenOf, hanging, indented } from '../../syntax/print/print-report.ts'
import { targetsBefore } from '../../syntax/print/targets-before.ts'
import type { InlinePrinter } from './inline.ts'
import { type KnownNames, targetLine } from './known-names.ts'

/** What the printers of blocks share, and where the block stands. */
export interface RstPrinter {
  readonly cannotSay: CannotSay
  /** The path of a file as the document would name it. */
  readonly fileFrom: (path: string) => string
  /** The characters of the deck's transitions, each a level of steps. */
  readonly levels: readonly string[]
  readonly names: KnownNames
  readonly inline: InlinePrinter['print']
  /** Sections open around. */
  readonly depth: number
  /** Whether the block is directly in the deck or a section of it: transitions may stand there. */
  readonly outer: boolean
  /** Whether fields are the deck's or a step's. */
  readonly ofStep: boolean
  blocks(nodes: readonly Node[], printer: RstPrinter): string
}

export type BlockPrinter<Type extends NodeType> = (node: NodeOf<Type>, printer: RstPrinter) => string

export type BlockPrinters<Type extends NodeType> = { readonly [Name in Type]: BlockPrinter<Name> }

/** The blocks of a body. */
export const bodyOf = (nodes: readonly Node[], printer: RstPrinter): string =>
  printer.blocks(nodes, { ...printer, outer: false, ofStep: false })

export type Options = readonly (readonly [name: string, value: string])[]

export function directive(name: string, argument: string, options: Options, body = ''): string {
  // What looks like an option would be one.
  const words = /^:(?![\w.+-]+:`)/.test(argument) ? `\\${argument}` : argument
  const head = `.. ${name}::${words ? ` ${hanging(words, '   ').trimStart()}` : ''}`
  const lines = [head, ...options.map(([option, value]) => `   :${option}:${value ? ` ${value.replaceAll('\n', '\n      ')}` : ''}`)]
  return lines.join('\n') + (body ? `\n\n${indented(body, '   ')}` : '')
}

/** The classes, as far as they can be written: docutils makes each an id. */
export function classesOf(node: Node, { cannotSay }: Pick<RstPrinter, 'cannotSay'>, without: readonly string[] = []): string {
  const classes = (node.classes ?? []).filter((name) => !without.includes(name))
  const changed = classes.find((name) => makeId(name) !== name)
  if (changed !== undefined) cannotSay(`the class "${changed}"`, node)
  return classes.join(' ')
}

export const classOption = (node: Node, printer: RstPrinter, without?: readonly string[]): Options => {
  const classes = classesOf(node, printer, without)
  return classes ? [['class', classes]] : []
}

export const withClass = (node: Node, text: string, printer: RstPrinter): string => {
  const classes = text ? classesOf(node, printer) : ''
  return classes ? `.. class:: ${classes}\n\n${text}` : text
}

/** A picture's path: a blank in it would be dropped. */
export const inUri = (uri: string): string => uri.replace(/\s/g, encodeURIComponent)

/** An option for each pair that has a value. */
export const given = (...pairs: readonly (readonly [name: string, value: string | number | undefined])[]): Options =>
  pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))

/** The blocks of a cell; its names go to the first of them. */
export const contentOf = (node: Node, printer: RstPrinter): string =>
  [targetsBefore(node).map(targetLine).join('\n'), bodyOf(childrenOf(node), printer)].filter(Boolean).join('\n\n')
