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
  if (marks.size > 0) {
    const arranged = inPauses(inSlots(own, marks), marks)
    holder.splice(index + 1, own.length, ...arranged)
  }
  if (incremental) for (const node of holder.slice(index + 1)) unfoldLists(node)
}

type Marks = Arrangement['marks']

/** In place: the next slide may begin in a list that is arranged. */
const refill = (list: Node[], nodes: readonly Node[]): void => void list.splice(0, list.length, ...nodes)

interface Slot {
  readonly name: string
  readonly children: Node[]
}

/** Slidev's `::right::`: from there to the next slot or the slide's end all is in that part of the layout, headings too. */
function inSlots(nodes: Node[], marks: Marks): Node[] {
  const { before, slots } = splitAtSlots(nodes, marks)
  if (slots.length === 0) return nodes
  const beside = slots.filter(({ name }) => name !== 'top' && name !== 'bottom')
  const rows = (name: string): Container[] =>
    slots.flatMap((slot): Container[] =>
      slot.name === name ? [{ type: 'container', classes: [`slot-${name}`], children: slot.children }] : [],
    )
  const isLeftNamed = beside.some(({ name }) => name === 'left' || name === 'default')
  // A heading over all columns, unless another column has one of its own.
  const place = isLeftNamed || beside.some(({ children }) => children.some(isSection)) ? before : placeBelowHeadings(before)
  const lead = isLeftNamed ? place.length : place.findIndex((node) => !leads.has(node.type))
  const left = lead < 0 ? [] : place.splice(lead)
  const columns = [...(left.length > 0 ? [{ name: 'left', children: left }] : []), ...beside].map(columnOf)
  const arranged: Node[] = [...rows('top'), { type: 'container', classes: ['columns'], children: columns }, ...rows('bottom')]
  const last = place.at(-1)
  const target = isLeftNamed && last?.type === 'section' ? last.children : place
  target.push(...arranged)
  return before
}

/** What stays where it is when the rest becomes a column. */
const leads: ReadonlySet<Node['type']> = new Set<Node['type']>(['title', 'transition', 'field_list'])

const isSection = (node: Node): boolean => node.type === 'section'

/** Where a slide's text begins if all of it is in one section, or in one within that. */
function placeBelowHeadings(nodes: Node[]): Node[] {
  const content = nodes.filter(({ type }) => !leads.has(type))
  const [only] = content
  return content.length === 1 && only?.type === 'section' ? placeBelowHeadings(only.children) : nodes
}

/** Takes the marks out; what follows one is its slot's, also out of the section that the mark is in. */
function splitAtSlots(nodes: readonly Node[], marks: Marks): { before: Node[]; slots: Slot[] } {
  const before: Node[] = []
  const slots: Slot[] = []
  for (const node of nodes) {
    const mark = marks.get(node)
    if (mark !== undefined && mark !== 'pause') {
      slots.push({ name: mark.slot, children: [] })
      continue
    }
    const target = slots.at(-1)?.children ?? before
    target.push(node)
    if (node.type !== 'section') continue
    const inner = splitAtSlots(node.children, marks)
    refill(node.children, inner.before)
    slots.push(...inner.slots)
  }
  return { before, slots }
}

const columnOf = ({ name, children }: Slot): Container => ({ type: 'container', classes: ['column', `slot-${name}`], children })

/** The pauses of a slide, those in its sections, columns and items too. */
function inPauses(nodes: Node[], marks: Marks): Node[] {
  for (const node of nodes) {
    if (node.type === 'text' || !('children' in node)) continue
    const arranged = inPauses(node.children, marks)
    if (arranged !== node.children) refill(node.children, arranged)
  }
  return nodes.some((node) => marks.get(node) === 'pause') ? pauses(nodes, marks) : nodes
}

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

/** Slidev's `<v-clicks>`: the rows of a table come one by one, its head is there. */
export function unfoldRows(box: Container): void {
  for (const table of box.children) {
    if (table.type !== 'table') continue
    for (const group of table.children) {
      if (group.type !== 'tgroup') continue
      for (const body of group.children) {
        if (body.type !== 'tbody') continue
        for (const row of body.children) row.classes = [...(row.classes ?? []), 'substep']
      }
    }
  }
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
