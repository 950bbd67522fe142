import type { Container, Node } from '../../nodes.ts'

/**
 * Puts a slide's columns and pauses in order once all of it is read: what stands behind `holder[index]`. `incremental`: every list unfolds item
 * by item (pandoc).
 */
export function arrangeSlide(holder: Node[], index: number, incremental: boolean): void {
  const own = holder.slice(index + 1)
  const arranged = arrange(own)
  if (arranged !== own) holder.splice(index + 1, own.length, ...arranged)
  if (incremental) for (const node of holder.slice(index + 1)) unfoldLists(node)
}

const markOf = (node: Node): string | undefined => {
  const mark = node.data?.['mark']
  return typeof mark === 'string' ? mark : undefined
}

function arrange(nodes: Node[]): Node[] {
  for (const node of nodes) {
    if (node.type === 'section') node.children = arrange(node.children)
  }
  if (!nodes.some((node) => markOf(node) !== undefined)) return nodes
  return pauses(columns(nodes))
}

/** Slidev's `::right::`: what stands before it, the heading aside, is the left column. */
function columns(nodes: Node[]): Node[] {
  const first = nodes.findIndex((node) => markOf(node)?.startsWith('slot:'))
  if (first < 0) return nodes
  const body = nodes.findIndex((node) => node.type !== 'title' && node.type !== 'transition' && node.type !== 'field_list')
  const before = nodes.slice(body, first)
  const slots: Container[] = before.length > 0 ? [columnOf('left', before)] : []
  for (const node of nodes.slice(first)) {
    const mark = markOf(node)
    if (mark?.startsWith('slot:')) slots.push(columnOf(mark.slice('slot:'.length), []))
    else slots.at(-1)?.children.push(node)
  }
  return [...nodes.slice(0, body), { type: 'container', classes: ['columns'], children: slots }]
}

const columnOf = (name: string, children: Node[]): Container => ({ type: 'container', classes: ['column', `slot-${name}`], children })

/** pandoc's `. . .`: what follows it comes with the next press of the key. */
function pauses(nodes: Node[]): Node[] {
  const result: Node[] = []
  const made = new Set<Node>()
  let pending: Container | undefined
  for (const node of nodes) {
    if (markOf(node) === 'pause') {
      pending = { type: 'container', classes: ['substep'], children: [], ...(node.position ? { position: node.position } : {}) }
      made.add(pending)
      result.push(pending)
    } else if (pending && node.type !== 'section' && node.type !== 'transition' && node.type !== 'note') pending.children.push(node)
    else result.push(node)
  }
  return result.filter((node) => !made.has(node) || (node.type === 'container' && node.children.length > 0))
}

/** Lists in `nonincremental` boxes stay as they are. */
export function unfoldLists(node: Node): void {
  if (node.type === 'text' || node.type === 'note' || node.classes?.includes('nonincremental')) return
  if (node.type === 'bullet_list' || node.type === 'enumerated_list') {
    node.classes = [...new Set([...(node.classes ?? []), 'substep'])]
    return
  }
  for (const child of (node as { children: Node[] }).children) unfoldLists(child)
}
