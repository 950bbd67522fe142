import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type Box, identity, type Matrix, multiply, parseTransform } from '../../formats/geometry.ts'
import { boundsOf, type Lookup, lookupOf } from './bounds.ts'
import { type DrawingObject, objectsOf } from './objects.ts'
import { readDrawing } from './store.ts'

/** A layer or group of a drawing, for an author who is to name it in `:show:`. */
export interface Layer {
  readonly kind: 'drawing' | 'layer' | 'group'
  readonly id: string | undefined
  readonly labels: readonly string[]
  /** The file has it hidden. */
  readonly hidden: boolean
  /** In the user units of the drawing's root, strokes left out; undefined where nothing is painted. */
  readonly box: Box | undefined
  readonly children: readonly Layer[]
}

/** The tree of a drawing's layers and groups. Groups without a name are left out, and what is in them moves up. */
export function layersOf(content: string | Uint8Array, path: string): Layer | Diagnostic {
  const read = readDrawing(content, path)
  if ('code' in read) return read
  const { document } = read
  return toLayer(objectsOf(document.root), identity, lookupOf(document.root))
}

function toLayer(object: DrawingObject, matrix: Matrix, lookup: Lookup): Layer {
  const inner = object.parent ? multiply(matrix, parseTransform(object.element.attributes.get('transform') ?? '')) : matrix
  return {
    kind: object.parent === undefined ? 'drawing' : object.isLayer ? 'layer' : 'group',
    id: object.id,
    labels: [...new Set(object.labels)],
    hidden: object.isHidden,
    box: boundsOf(object.element, matrix, lookup),
    children: object.children.filter(({ isGroup }) => isGroup).flatMap((child) => named(child, inner, lookup)),
  }
}

function named(object: DrawingObject, matrix: Matrix, lookup: Lookup): Layer[] {
  const layer = toLayer(object, matrix, lookup)
  return layer.id === undefined && layer.labels.length === 0 ? [...layer.children] : [layer]
}

/**
 * The tree as text, one part a line:
 *
 *     drawing  svg5 "Cluster"        120 × 90
 *     ├─ layer  layer1 "Nodes"        80 × 60 at 10, 20
 *     │  └─ group  node1 (hidden)     40 × 30 at 10, 20
 */
export function printLayers(root: Layer): string {
  const rows: { readonly name: string; readonly size: string }[] = []
  const add = (layer: Layer, lead: string, branch: string): void => {
    const labels = layer.labels.map((label) => ` "${label}"`).join('')
    const name = `${lead}${branch}${layer.kind}  ${layer.id ?? '(no id)'}${labels}${layer.hidden ? ' (hidden)' : ''}`
    rows.push({ name, size: sizeOf(layer) })
    const below = lead + (branch === '' ? '' : branch.startsWith('└') ? '   ' : '│  ')
    for (const [index, child] of layer.children.entries()) add(child, below, index === layer.children.length - 1 ? '└─ ' : '├─ ')
  }
  add(root, '', '')
  const width = Math.min(Math.max(...rows.map(({ name }) => name.length)), 72)
  return rows.map(({ name, size }) => `${name.padEnd(width)}  ${size}\n`).join('')
}

function sizeOf({ kind, box }: Layer): string {
  if (!box) return 'empty'
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((value) => String(Number(value.toFixed(1))))
  return kind === 'drawing' ? `${width} × ${height}` : `${width} × ${height} at ${x}, ${y}`
}
