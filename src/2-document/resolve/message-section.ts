import type { Section } from '../nodes.ts'
import type { Step } from './resolution.ts'
import { text } from './tree.ts'

/** Messages without a place, gathered in a last section; on with `messageSection: true` (docutils: universal.Messages). */
export const messageSection: Step = ({ document, settings, unplaced }) => {
  if (!settings.messageSection || unplaced.size === 0) return
  const section: Section = {
    type: 'section',
    classes: ['system-messages'],
    children: [{ type: 'title', children: [text('Docutils System Messages')] }, ...unplaced],
  }
  document.children.push(section)
}
