import { sourceIdAttribute } from '../../page-contract/attributes.ts'
import { uncounted } from '../../page-contract/unfolding.ts'
import { childElements, type SvgElement, textOf } from './xml/tree.ts'

/** A part of a drawing that `svg::` can show and hide. */
export interface DrawingObject {
  readonly element: SvgElement
  /** Place among the drawing's elements, as the page names it to the player (page-contract/unfolding.ts). */
  readonly index: number
  readonly id: string | undefined
  /** Its names besides the id: Inkscape's label, `<title>`, `data-name` (Illustrator, Figma), `serif:id` (Affinity). */
  readonly labels: readonly string[]
  /** A layer or group; shapes can be named too, but `*` and messages leave them out. */
  readonly isGroup: boolean
  readonly isLayer: boolean
  /** The file has it hidden. */
  readonly isHidden: boolean
  readonly parent: DrawingObject | undefined
  readonly children: DrawingObject[]
}

const groups = new Set(['g', 'svg', 'a', 'switch'])
const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'image', 'use', 'foreignObject'])
const closed: ReadonlySet<string> = new Set(uncounted)

/** The drawing's root with the tree of what it paints. Definitions (gradients, markers, clip paths) are not in it. */
export function objectsOf(root: SvgElement): DrawingObject {
  let count = 0
  const skip = (node: SvgElement): void => {
    count++
    if (!closed.has(node.name)) for (const child of childElements(node)) skip(child)
  }
  const read = (node: SvgElement, parent: DrawingObject | undefined): DrawingObject => {
    const object = describe(node, count++, parent)
    if (closed.has(node.name)) return object
    for (const child of childElements(node)) {
      if (groups.has(child.name) || shapes.has(child.name)) object.children.push(read(child, object))
      else skip(child)
    }
    return object
  }
  return read(root, undefined)
}

const describe = (element: SvgElement, index: number, parent: DrawingObject | undefined): DrawingObject => {
  const { attributes } = element
  const title = childElements(element).find((child) => child.name === 'title')
  const labels = [attributes.get('inkscape:label'), title && textOf(title).trim(), attributes.get('data-name'), attributes.get('serif:id')]
  return {
    element,
    index,
    id: attributes.get(sourceIdAttribute) ?? attributes.get('id'),
    labels: labels.filter((label): label is string => label !== undefined && label !== ''),
    isGroup: groups.has(element.name),
    isLayer: attributes.get('inkscape:groupmode') === 'layer',
    isHidden: attributes.get('display') === 'none' || /(?:^|;)\s*display\s*:\s*none\b/.test(attributes.get('style') ?? ''),
    parent,
    children: [],
  }
}

export function* allObjects(root: DrawingObject): Generator<DrawingObject> {
  for (const child of root.children) {
    yield child
    yield* allObjects(child)
  }
}

export const namesOf = ({ id, labels }: DrawingObject): readonly string[] => (id === undefined ? labels : [id, ...labels])
