import { spanning } from '../../../diagnostics/position.ts'
import type { Node, Section } from '../../nodes.ts'
import type { SlideReader } from '../deck/slides.ts'

/** Where blocks go: headings open sections as deep as they are nested. */
export interface Outline {
  readonly root: Node[]
  readonly open: { readonly depth: number; readonly section: Section }[]
  /** Of the document's own blocks. */
  readonly slides: SlideReader | undefined
}

export const targetOf = ({ root, open }: Outline): Node[] => open.at(-1)?.section.children ?? root

/** Closes the sections that a heading of this depth does not belong to; a section ends where its last child does. */
export function closeDeeper(outline: Outline, depth: number): void {
  for (let last = outline.open.at(-1); last && last.depth >= depth; last = outline.open.at(-1)) {
    outline.open.pop()
    endWithContent(last.section)
  }
}

function endWithContent(section: Section): void {
  const own = section.position
  const last = section.children.findLast((child) => child.position?.source === own?.source)?.position
  if (own && last && last.end.offset > own.end.offset) section.position = spanning(own, last)
}
