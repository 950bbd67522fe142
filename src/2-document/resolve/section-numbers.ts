import type { Node, Pending } from '../nodes.ts'
import { type Resolution, type Step, spend } from './resolution.ts'
import { at, childrenOf, replaceNodes, text } from './tree.ts'

/**
 * `.. sectnum::` numbers the sections' titles down to its `depth`, between its `prefix` and `suffix`, the outermost from `start`; with
 * `sectnumXform: false` it leaves that to others (docutils: parts.SectNum).
 */
export const sectionNumbers: Step = (resolution) => {
  const { document, book, settings } = resolution
  const numberings = book.pending.filter(({ transform }) => transform.endsWith('.SectNum'))
  if (settings.sectnumXform ?? true) for (const pending of numberings) number(resolution, pending)
  replaceNodes(document, new Map(numberings.map((pending) => [pending, []])))
}

function number(resolution: Resolution, { details, position }: Pending): void {
  const depth = typeof details['depth'] === 'number' ? details['depth'] : Number.POSITIVE_INFINITY
  const start = typeof details['start'] === 'number' ? details['start'] : 1
  const [prefix, suffix] = [String(details['prefix'] ?? ''), String(details['suffix'] ?? '')]
  const open: { node: Node; number: string; level: number }[] = [{ node: resolution.document, number: '', level: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    let count = next.number ? 1 : start
    for (const section of childrenOf(next.node)) {
      if (section.type !== 'section') continue
      if (!spend(resolution, { nodes: 1, name: 'sectnum' }, position)) return
      const own = next.number ? `${next.number}.${count++}` : String(count++)
      const [title] = section.children
      if (title?.type === 'title') {
        // Three no-break spaces keep the number off the title.
        const words = text(`${prefix}${own}${suffix}\u00a0\u00a0\u00a0`, position)
        title.children.unshift({ type: 'generated', classes: ['sectnum'], children: [words], ...at(position) })
        title.auto = 1
      }
      if (next.level < depth) open.push({ node: section, number: own, level: next.level + 1 })
    }
  }
}
