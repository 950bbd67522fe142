import { posix } from 'node:path'
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts'
import { type Node, parse, type Settings, toPseudoXml } from '../../../../src/rst.ts'
import { files } from './files.ts'

export interface Read {
  readonly document: Node
  /** The tree as docutils prints it, with the wording of messages left out. */
  readonly tree: string
  /** A line each: code, line and column, and the file unless it is the text itself. */
  readonly diagnostics: string
}

const name = 'test data'

/** Parses a text that may read the files of `files.ts`. */
export function read(text: string, settings: Settings = {}): Read {
  const diagnostics: Diagnostic[] = []
  const document = parse(text, {
    source: name,
    readFile,
    now: new Date(2024, 1, 29, 15, 4, 5),
    report: (found) => diagnostics.push(found),
    ...settings,
  })
  return { document, tree: toPseudoXml(withoutWording(document)), diagnostics: diagnostics.map(shown).join('\n') }
}

const readFile: NonNullable<Settings['readFile']> = (path, from) => {
  const found = posix.join(posix.dirname(from), path)
  const text = files[found]
  return text === undefined ? undefined : { path: found, text }
}

const shown = ({ code, position }: Diagnostic): string =>
  `${code} ${position?.source === name ? '' : `${position?.source}:`}${position?.start.line}:${position?.start.column}`

function withoutWording<Given extends Node>(node: Given): Given {
  if (node.type === 'text') return node
  const hidden = node.type === 'system_message' ? { message: '…' } : {}
  return { ...node, ...hidden, children: (node.children as Node[]).map(withoutWording) } as Given
}
