import type { PhrasingContent } from 'mdast'
import { type MarkdownContext, writtenText } from '../context.ts'

/**
 * An `<svg>` in a text is one piece of HTML from its first tag to its last: what stands between them is no Markdown, as in a block of HTML.
 * One that does not end in the same text stays as it was read.
 */
export function wholeDrawings(nodes: readonly PhrasingContent[], context: MarkdownContext): readonly PhrasingContent[] {
  if (!nodes.some(isStart)) return nodes
  const result: PhrasingContent[] = []
  const ends = endsOf(nodes)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as PhrasingContent
    const end = ends.get(index)
    const last = end === undefined ? undefined : nodes[end]
    if (end === undefined || !node.position || !last?.position) {
      result.push(node)
      continue
    }
    const position = { start: node.position.start, end: last.position.end }
    const drawing = { type: 'html', value: '', position } as const
    result.push({ ...drawing, value: writtenText(drawing, context) })
    index = end
  }
  return result
}

const isStart = (node: PhrasingContent): boolean => node.type === 'html' && /^<svg(?=[\s>])[\s\S]*[^/]>$/i.test(node.value)
const isEnd = (node: PhrasingContent): boolean => node.type === 'html' && /^<\/svg\s*>$/i.test(node.value)

/** Start → its end. */
function endsOf(nodes: readonly PhrasingContent[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const [index, node] of nodes.entries()) {
    if (isStart(node)) open.push(index)
    const start = isEnd(node) ? open.pop() : undefined
    if (start !== undefined) ends.set(start, index)
  }
  return ends
}
