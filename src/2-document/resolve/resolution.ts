import type { Budget, Spending } from '../../1-source/budget.ts'
import type { MessageArguments, MessageCode } from '../../diagnostics/messages/index.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Document, Node, Problematic, SystemMessage } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { systemMessage } from '../system-message.ts'
import { type Book, setId } from './book.ts'
import { at, inherit, text, textOf } from './tree.ts'

/** What the steps of one `resolve` share. `document` is a copy of the caller's, and each step changes it. */
export interface Resolution {
  readonly document: Document
  readonly settings: Settings
  readonly book: Book
  /** Messages made here that no step gave a place in the tree, in the order they were made. */
  readonly unplaced: Set<SystemMessage>
  /**
   * What the steps may add to the tree: a few lines can ask for endless copies, by substitutions in substitutions or a table of contents in
   * each of a thousand sections. So the steps' time is linear in what the author wrote.
   */
  readonly budget: Budget
  /** Told when it is used up here. */
  overdraft?: SystemMessage
}

/** Takes so many nodes from the budget; false, and told once, when too little is left. */
export function spend(resolution: Resolution, spending: Spending, position: Position | undefined): boolean {
  const over = resolution.budget.spend({ ...spending, isTaken: true })
  if (over && !over.isTold) resolution.overdraft = unplacedMessage(resolution, 'document/too-much-generated', over, position)
  return over === undefined
}

/** One whole-tree step. It never throws on any tree, and takes time linear in it. */
export type Step = (resolution: Resolution) => void

/** Reports a mistake and makes its system message, to be placed by the caller. */
export const message = <Code extends MessageCode>(
  { settings }: Resolution,
  code: Code,
  args: MessageArguments<Code>,
  position: Position | undefined,
  children: readonly Node[] = [],
): SystemMessage => systemMessage(settings, code, args, position, children)

/** A message without a place of its own: `problematic` nodes link to it by its id. */
export function unplacedMessage<Code extends MessageCode>(
  resolution: Resolution,
  code: Code,
  args: MessageArguments<Code>,
  position: Position | undefined,
): SystemMessage {
  const result = message(resolution, code, args, position)
  setId(resolution.book, result)
  resolution.unplaced.add(result)
  return result
}

/**
 * What stands for a reference that leads nowhere: its markup as written, linked with the message that says why. It gets an id of its own
 * beside those of the node, or goes by the node's alone where `keepId` is set and there is one.
 */
export function problematic({ book }: Resolution, node: Node, cause: SystemMessage, keepId = false): Problematic {
  const raw = rawText(node)
  const result: Problematic = { type: 'problematic', children: raw ? [text(raw, node.position)] : [], ...at(node.position) }
  const id = keepId && node.ids?.[0] ? node.ids[0] : setId(book, result)
  if (cause.ids?.[0]) result.refid = cause.ids[0]
  cause.backrefs ??= []
  cause.backrefs.push(id)
  inherit(result, node)
  book.detached.add(node)
  return result
}

/** The markup as the author wrote it; a tree made by hand may not have it, then it is written anew. */
export function rawText(node: Node): string {
  const raw = node.type !== 'meta' && 'rawsource' in node ? node.rawsource : undefined
  if (raw !== undefined) return raw
  const words = textOf(node)
  switch (node.type) {
    case 'reference':
      // A linked image has no markup of its own.
      if (!words) return ''
      return `\`${words}\`${node.anonymous ? '__' : '_'}`
    case 'substitution_reference':
      return `|${words || node.refname}|`
    case 'footnote_reference':
      return `[${words || (node.auto === 1 ? `#${node.refname ?? ''}` : (node.auto ?? node.refname ?? ''))}]_`
    case 'citation_reference':
      return `[${words || (node.refname ?? '')}]_`
    case 'target':
      return `.. _${node.names?.[0] ?? ''}: ${node.refname ?? node.refuri ?? ''}`
    case 'substitution_definition':
      return `.. |${node.names?.[0] ?? ''}| replace:: ${words}`
    default:
      return words
  }
}
