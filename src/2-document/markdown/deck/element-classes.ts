import type { PhrasingContent } from 'mdast'
import { classesIn, readAttributes } from '../prepare/attributes.ts'

/** reveal.js' `<!-- .element: class="fragment" -->` in a text: classes for the block that it stands in. A fragment is our substep. */
export function takeElementClasses(nodes: readonly PhrasingContent[]): { classes: string[]; children: readonly PhrasingContent[] } {
  const classes: string[] = []
  const children = nodes.filter((node) => {
    const match = node.type === 'html' ? /^<!--\s*\.element:\s*([\s\S]*?)\s*-->$/.exec(node.value) : null
    if (!match) return true
    const text = `{${(match[1] ?? '').replaceAll('\n', ' ')}}`
    const attributes = readAttributes({ text, source: { path: '', text }, number: 1, start: 0, indent: 0 }, 0)
    if (attributes) classes.push(...classesIn(attributes).map((name) => (name === 'fragment' ? 'substep' : name)))
    return false
  })
  return classes.length > 0 || children.length < nodes.length ? { classes, children } : { classes, children: nodes }
}
