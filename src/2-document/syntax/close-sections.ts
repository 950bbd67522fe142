import { type Position, spanning } from '../../diagnostics/position.ts'
import type { Section } from '../nodes.ts'

/** Closes the innermost sections until `depth` are left; a section ends where its last child does. */
export function closeSections(open: Section[], depth: number): void {
  while (open.length > depth) {
    const section = open.pop()
    const own = section?.position as Position
    const last = section?.children.findLast((child) => child.position?.source === own.source && child.type !== 'system_message')
    if (section && last?.position && last.position.end.offset > own.end.offset) section.position = spanning(own, last.position)
  }
}
