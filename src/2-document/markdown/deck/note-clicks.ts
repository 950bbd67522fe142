import type { ListItem, Node, Note } from '../../nodes.ts'
import { childrenOf } from '../../resolve/tree.ts'

/** `[click]` at the start of a line: what follows is said a press later; `[click:3]` three presses later (Slidev, “Click Markers”). */
const mark = /^\[click(?::(\d{1,3}))?\]\s*/

/** A note of Slidev's as one for each press that it has marks for. */
export function notesOfClicks(note: Note): Note[] {
  const notes: Note[] = [{ ...note, children: [] }]
  let at = 0
  const add = (node: Node): void => {
    const presses = takeMark(node)
    if (presses > 0) {
      at += presses
      notes.push({ type: 'note', at, children: [], ...(node.position ? { position: node.position } : {}) })
    }
    notes.at(-1)?.children.push(node)
  }
  for (const child of note.children) {
    if (child.type === 'bullet_list' || child.type === 'enumerated_list') for (const part of listParts(child)) add(part)
    else add(child)
  }
  // Where there are marks, what stands before them is said at the start.
  const [first, ...others] = notes
  if (!first || others.length === 0) return notes
  return first.children.length > 0 ? [{ ...first, at: 0 }, ...others] : others
}

type List = Extract<Node, { type: 'bullet_list' | 'enumerated_list' }>

/** A list, cut before each item that begins with a mark; the numbers go on. */
function listParts(list: List): List[] {
  const parts: ListItem[][] = []
  for (const child of list.children) {
    const item = child as ListItem
    const [text] = childrenOf(childrenOf(item)[0] ?? item)
    const isMarked = text?.type === 'text' && mark.test(text.value)
    if (isMarked || parts.length === 0) parts.push([])
    parts.at(-1)?.push(item)
  }
  let number = list.type === 'enumerated_list' ? (list.start ?? 1) : 1
  return parts.map((children): List => {
    const start = number
    number += children.length
    return list.type === 'enumerated_list' ? { ...list, start, children } : { ...list, children }
  })
}

/** Takes the mark away that the node's text begins with: how many presses it stands for, 0 without one. */
function takeMark(node: Node): number {
  if (node.type === 'text') {
    const [all = '', count = '1'] = mark.exec(node.value) ?? []
    if (all === '') return 0
    node.value = node.value.slice(all.length)
    return Math.max(1, Number(count))
  }
  const [first] = childrenOf(node)
  return first ? takeMark(first) : 0
}
