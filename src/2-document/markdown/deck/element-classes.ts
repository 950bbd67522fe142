import type { PhrasingContent } from 'mdast'
import { classesIn, readAttributes } from '../attributes.ts'

export const isElementComment = (html: string): boolean => /^\s*<!--\s*\.element:/.test(html)

/** reveal.js' `<!-- .element: class="fragment" -->` in a text: classes for the block that it stands in. A fragment is our substep. */
export function takeElementClasses(nodes: readonly PhrasingContent[]): { classes: string[]; children: readonly PhrasingContent[] } {
  const classes: string[] = []
  const children = nodes.filter((node) => {
    const match = node.type === 'html' ? /^\s*<!--\s*\.element:\s*([\s\S]*?)\s*-->\s*$/.exec(node.value) : null
    if (!match) return true
    const text = `{${(match[1] ?? '').replaceAll('\n', ' ')}}`
    const attributes = readAttributes({ text, source: { path: '', text }, number: 1, start: 0, indent: 0 }, 0)
    if (attributes) classes.push(...classesIn(attributes).map((name) => (name === 'fragment' ? 'substep' : name)))
    return false
  })
  if (children.length === nodes.length) return { classes, children: nodes }
  const last = children.at(-1)
  return { classes, children: last?.type === 'text' ? [...children.slice(0, -1), { ...last, value: last.value.trimEnd() }] : children }
}
