import { notesClass } from '../page-contract/names.ts'
import { headingOf } from './slide-names.ts'

/** What nobody sees on a slide: notes, scripts, the LaTeX beside a formula, the descriptions of a drawing. */
const unseen = `.${notesClass}, script, style, template, annotation, title, desc, defs, [hidden]`

/** What text is read in, from its beginning to its end. */
const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, pre, caption, figcaption, summary, text, .line, .step'

/** A run of text on a slide, and its places. */
export interface Block {
  readonly text: string
  /** The text's nodes, each with where it begins in `text`. */
  readonly nodes: readonly (readonly [node: Text, start: number])[]
}

/** All text of a slide that the audience sees at some press, in the order of the page. */
export function blocksOf(step: Element): Block[] {
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element ? (node.matches(unseen) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT,
  )
  const found: Block[] = []
  let last: Element | null | undefined
  let nodes: [Text, number][] = []
  let text = ''
  const end = (): void => {
    if (text.trim() !== '') found.push({ text, nodes })
    nodes = []
    text = ''
  }
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const block = node.parentElement?.closest(blocks)
    if (block !== last) end()
    last = block
    nodes.push([node, text.length])
    text += node.data
  }
  end()
  return found
}

const joined = (element: Element): string =>
  blocksOf(element)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The most letters of a text that stands in for a title. */
const longest = 80

/** A slide's first heading, else the beginning of its text, else its id. */
export function titleOf(step: Element): string {
  const heading = headingOf(step)
  const title = (heading && joined(heading)) || joined(step)
  return title.length > longest && !heading ? `${title.slice(0, longest)}…` : title || step.id
}
