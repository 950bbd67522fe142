import type { FieldList, Node } from '../nodes.ts'

/**
 * The nodes with each step's fields in one list behind its transition, where Markdown has them; in reStructuredText they may stand anywhere
 * in the step. A list in a section belongs to the section, and one before the first step to the deck: those stay.
 */
export function gatherFields(nodes: readonly Node[]): Node[] {
  let current: FieldList | undefined
  const gather = (from: readonly Node[]): Node[] => {
    const result: Node[] = []
    /** The list of the step that these nodes are directly in. */
    let list: FieldList | undefined
    for (const node of from) {
      if (node.type === 'transition') {
        current = { type: 'field_list', children: [] }
        list = current
        result.push(node, list)
      } else if (node.type === 'field_list' && list) list.children.push(...node.children)
      else if (node.type === 'section') {
        const before = current
        result.push({ ...node, children: gather(node.children) })
        // What follows a section that holds a transition is the new step's.
        if (current !== before) list = current
      } else result.push(node)
    }
    return result.filter((node) => node.type !== 'field_list' || node.children.length > 0)
  }
  return gather(nodes)
}
