import type { Reuse } from '../../../1-source/budget.ts'
import type { Source } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { Node, SystemMessage } from '../../nodes.ts'
import { positionOfPart } from './file-part.ts'

export interface ReadFile {
  /** The file as it is, for lines and positions. */
  readonly source: Source
  /** Its text as docutils reads it: every line ends with a line feed, the last one too. */
  readonly text: string
  /** From its first character to its last. */
  readonly position: Position
}

/** Whether the settings forbid reading files. Mistakes in the directive are worth less than that. */
export const areFilesForbidden = ({ settings }: DirectiveTools): boolean => settings.fileInsertionEnabled === false

/** Whether there is a way to read files; without one it is as if they were forbidden. */
export const canReadFiles = ({ settings }: DirectiveTools): boolean =>
  settings.fileInsertionEnabled !== false && settings.readFile !== undefined

/** Reads a file that a directive names, `:encoding:` considered, or makes the message that it cannot be read. */
export function readNamedFile(
  path: string,
  { name, blockLines, options, position }: DirectiveInvocation,
  tools: DirectiveTools,
): ReadFile | { readonly message: SystemMessage } {
  const from = blockLines[0]?.source.path ?? position.source
  const source = tools.settings.readFile?.(path, from, options['encoding'] as string | undefined)
  if (!source || 'problem' in source) return { message: tools.error('rst/file-not-read', { directive: name, path, ...source }) }
  return {
    source,
    // Not every file's text is used, and it may be long.
    get text() {
      return withLineFeeds(source.text)
    },
    get position() {
      return positionOfPart(source, { from: 0, to: source.text.length })
    },
  }
}

/**
 * Takes from the deck's budget what a file, or a part of it, brings in again; undefined where there is enough. Else what stands in its place:
 * the message, where it is not told yet.
 */
export function payFor({ path, text }: Source, brings: Omit<Reuse, 'name'>, tools: DirectiveTools): Node[] | undefined {
  const over = tools.settings.budget?.reuse(path, text.length, { ...brings, name: fileName(path) })
  if (!over) return undefined
  return over.isTold ? [] : [tools.error('document/too-much-generated', over)]
}

/** How many nodes a text will be read as, about: a line makes one at least, and so does each mark that may be markup. */
export const nodesIn = (text: string): number => 2 * (1 + (text.match(/\n|[^\w\s.!?-]/g)?.length ?? 0))

export const fileName = (path: string): string => path.replace(/^.*[\\/]/s, '')

/** What Python's `str.splitlines()` leaves, each line with a line feed. */
function withLineFeeds(text: string): string {
  const plain = /[\r\v\f\x1c-\x1e\x85\u2028\u2029]/.test(text) ? text.replace(/\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\n') : text
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`
}
