import type { Container, Node } from '../../nodes.ts'

/** What a node stands for that has nothing in it: what follows comes with the next press, or goes into a part of the layout. */
export type SlideMark = 'pause' | { readonly slot: string }

export type SlideMarks = Map<Node, SlideMark>

interface Arrangement {
  readonly marks: ReadonlyMap<Node, SlideMark>
  /** Every list unfolds item by item (pandoc). */
  readonly incremental: boolean
}

/** Puts a slide's columns and pauses in order once all of it is read: what stands behind `holder[index]`. */
export function arrangeSlide(holder: Node[], index: number, { marks, incremental }: Arrangement): void {
  const own = holder.slice(index + 1)
  const arranged = marks.size > 0 ? arrange(own, marks) : own
  if (arranged !== own) holder.splice(index + 1, own.length, ...arranged)
  if (incremental) for (const node of holder.slice(index + 1)) unfoldLists(node)
}

type Marks = Arrangement['marks']

function arrange(nodes: Node[], marks: Marks): Node[] {
  for (const node of nodes) {
    if (node.type === 'section') node.children = arrange(node.children, marks)
  }
  return nodes.some((node) => marks.has(node)) ? pauses(columns(nodes, marks), marks) : nodes
}

function slotOf(node: Node, marks: Marks): string | undefined {
  const mark = marks.get(node)
  return mark === undefined || mark === 'pause' ? undefined : mark.slot
}

/** Slidev's `::right::`: what stands before it, the heading aside, is the left column. */
function columns(nodes: Node[], marks: Marks): Node[] {
  const first = nodes.findIndex((node) => slotOf(node, marks) !== undefined)
  if (first < 0) return nodes
  const body = nodes.findIndex((node) => node.type !== 'title' && node.type !== 'transition' && node.type !== 'field_list')
  const before = nodes.slice(body, first)
  const slots: Container[] = before.length > 0 ? [columnOf('left', before)] : []
  for (const node of nodes.slice(first)) {
    const slot = slotOf(node, marks)
    if (slot !== undefined) slots.push(columnOf(slot, []))
    else slots.at(-1)?.children.push(node)
  }
  return [...nodes.slice(0, body), { type: 'container', classes: ['columns'], children: slots }]
}

const columnOf = (name: string, children: Node[]): Container => ({ type: 'container', classes: ['column', `slot-${name}`], children })

/** pandoc's `. . .`: what follows it comes with the next press of the key. */
function pauses(nodes: Node[], marks: Marks): Node[] {
  const result: Node[] = []
  const made = new Set<Node>()
  let pending: Container | undefined
  for (const node of nodes) {
    if (marks.get(node) === 'pause') {
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
