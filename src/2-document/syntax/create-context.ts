import type { Line, TextBlock } from '../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../diagnostics/messages/index.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { InlineResult } from '../directive.ts'
import { createNameRegistry } from '../names.ts'
import type { Container, Document, Node } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { systemMessage } from '../system-message.ts'
import { closeSections } from './close-sections.ts'
import type { OpenSections, ParseContext, ReaderState } from './context.ts'
import { literalNode } from './literal-node.ts'
import { nestingLimit } from './nesting-limit.ts'
import { positionOf } from './sliced-lines.ts'

/** How a language reads text. Both functions read with the context, and none throws at any text. */
export interface Language {
  /** Reads lines block by block; what they become is appended to the context's parent. */
  readBlocks(lines: readonly Line[], context: ParseContext): void
  parseInline(text: TextBlock, context: ParseContext): InlineResult
}

/** The context of one parse, at the start of the document. */
export function createContext(document: Document, settings: Settings, language: Language): ParseContext {
  const styles: string[] = []
  const message = <Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position, children: Node[] = []) =>
    systemMessage(settings, code, args, position, children)
  const reader = atStart(document, styles)
  const context: ParseContext = {
    settings,
    document,
    names: createNameRegistry(settings, (code, args, node) => {
      const { nameLine, outerLine } = reader
      const found = message(code, args, node.position ?? nameLine ?? wholeOf(document))
      return nameLine ? { ...found, line: outerLine ?? nameLine.start.line } : found
    }),
    roles: { defined: new Map(), byDefault: undefined },
    substitutions: new Map(),
    reader,
    message,
    parseInline: (text) => language.parseInline(text, context),
    parseBlocks(lines, { titles = false, sidebar = false } = {}) {
      const holder: Container = { type: 'container', children: [] }
      reader.outerLine ??= reader.nameLine?.start.line ?? lines.at(-1)?.number
      const sections: OpenSections | undefined = titles ? { styles, root: holder, open: [] } : undefined
      readInside(lines, context, language, { parent: holder, sections, inSidebar: sidebar })
      // As in rst/inline/parse-inline.ts: without the room that the list kept to grow.
      return holder.children.slice()
    },
    insertBlocks(lines) {
      const { parent, sections, inSidebar, outerLine } = reader
      // Where titles may stand it is the outermost reader that reads them, after the run of explicit markup that they are inserted in.
      if (sections) reader.outerLine = undefined
      readInside(lines, context, language, { parent, sections, inSidebar })
      reader.outerLine = outerLine
      if (sections) reader.parent = sections.open.at(-1) ?? sections.root
    },
  }
  return context
}

const atStart = (document: Document, styles: string[]): ReaderState => ({
  depth: 0,
  parent: document,
  sections: { styles, root: document, open: [] },
  inSidebar: false,
  nameLine: undefined,
  outerLine: undefined,
})

type Inside = Pick<ReaderState, 'parent' | 'sections' | 'inSidebar'>

/** Reads blocks one level deeper; beyond the limit they stay literal, so that no text can use up the stack. */
function readInside(lines: readonly Line[], context: ParseContext, language: Language, inside: Inside): void {
  const { reader } = context
  const { parent, sections, inSidebar, nameLine } = reader
  Object.assign(reader, inside, { nameLine: undefined })
  reader.depth++
  if (reader.depth > nestingLimit) keepLiteral(lines, context)
  else language.readBlocks(lines, context)
  reader.depth--
  if (inside.sections !== sections) closeSections(inside.sections?.open ?? [], 0)
  Object.assign(reader, { parent, sections, inSidebar, nameLine })
}

function keepLiteral(lines: readonly Line[], context: ParseContext): void {
  if (lines.length === 0) return
  const message = context.message('rst/too-deep', { limit: nestingLimit }, positionOf(lines, 0, 1))
  context.reader.parent?.children.push(literalNode('literal_block', lines), message)
}

const wholeOf = (document: Document): Position => document.position as Position
