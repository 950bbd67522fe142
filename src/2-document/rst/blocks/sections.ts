import { type Line, textBlock } from '../../../1-source/source.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Node, Section, SystemMessage } from '../../nodes.ts'
import { closeSections } from '../../syntax/close-sections.ts'
import type { OpenSections, ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { positionOf } from '../../syntax/sliced-lines.ts'

export interface ReadTitle {
  /** The title's line without its inset. */
  readonly title: Line
  /** Title, underline and overline as written. */
  readonly lines: readonly Line[]
  /** The underline's character; twice for a title with an overline. */
  readonly style: string
  /** About the title's form; they come first in the section. */
  readonly messages: readonly SystemMessage[]
  /** Where docutils' reader stands when it takes note of the name. */
  readonly nameLine: Line
}

/**
 * Opens a section at the level its title's style stands for: a style not seen before is the next level down. It becomes the context's
 * parent (docutils: RSTState.check_subsection, new_subsection). Returns the message for the current parent if it cannot stand here.
 */
export function openSection(read: ReadTitle, sections: OpenSections, context: ParseContext): Node[] {
  const { styles, open } = sections
  const current = open.length
  const known = styles.indexOf(read.style)
  const level = known < 0 ? styles.length + 1 : known + 1
  const place = positionOf([read.title])
  const written = () => [literalNode('literal_block', read.lines)]
  if (level > current + 1)
    return [withStyles(context.message('rst/title-level-skipped', { from: current, to: level }, place, written()), styles)]
  if (known < 0) styles.push(read.style)
  closeSections(open, level - 1)
  const parent = open.at(-1) ?? sections.root
  const section = sectionOf(read, context)
  parent.children.push(section)
  open.push(section)
  context.reader.parent = section
  context.reader.nameLine = positionOf([read.nameLine])
  context.names.noteImplicitTarget(section, section)
  return []
}

function sectionOf({ title, lines, messages }: ReadTitle, context: ParseContext): Section {
  // A message about a name in the title would stand after the new section, where only sections may.
  context.reader.parent = undefined
  const inline = context.parseInline(textBlock([title]))
  return {
    type: 'section',
    names: [normalizeName(inline.nodes.map(plainText).join(''))],
    children: [{ type: 'title', children: inline.nodes, position: positionOf([title]) }, ...messages, ...inline.messages],
    position: positionOf(lines),
  }
}

const withStyles = (message: SystemMessage, styles: readonly string[]): SystemMessage => ({
  ...message,
  addition: `Established title styles: ${styles.map((style) => [...style].join('/')).join(' ')}`,
})

const plainText = (node: Node): string =>
  node.type === 'text' ? node.value : node.type === 'system_message' ? '' : (node.children as Node[]).map(plainText).join('')
