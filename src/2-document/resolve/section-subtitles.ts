import type { Step } from './resolution.ts'
import { promoteSubtitle } from './title-promotion.ts'
import { walk } from './tree.ts'

/** A lone section in a section becomes its subtitle; on with `sectsubtitleXform: true` (docutils: frontmatter.SectionSubTitle). */
export const sectionSubtitles: Step = ({ document, settings }) => {
  if (!settings.sectsubtitleXform) return
  walk(document, (node) => {
    if (node.type === 'section') promoteSubtitle(node)
  })
}
