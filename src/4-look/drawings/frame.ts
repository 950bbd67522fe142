import type { Resources } from '../../1-source/resources.ts'
import type { Drawing, Node } from '../../2-document/nodes.ts'
import type { Step } from '../../3-deck/deck.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Box } from '../../formats/geometry.ts'
import type { CanvasSize } from '../canvas.ts'
import { length } from './bounds.ts'
import { type DrawingObject, objectsOf } from './objects.ts'
import { asDrawing, type DrawingNode, isRawDrawing, textOf } from './requests.ts'
import { decodeXml, sizeLimit } from './store.ts'
import { groupBox, ratioOf, unknownPart, viewBoxAround, viewBoxOf } from './view.ts'
import { parseXml } from './xml/parse.ts'

/** A part of a step's drawing. */
export interface Frame {
  /** The box around it, in user units of the drawing's root. */
  readonly part: Box
  /** That box where the drawing stands as `assumedSize` says: px from the step's centre, y downwards, before the step's own scale and rotation. */
  readonly box: Box
}

/**
 * Finds the parts of this name (or glob) in the drawing of a step. What stands in the way is a diagnostic without a place; undefined where
 * the drawing itself cannot be read, which the page reports.
 */
export type FindFrame = (step: Step, name: string) => Frame | Diagnostic | undefined

/** Of the canvas, where neither width nor height is written: within the card of the themes that have one. */
const usualShare = 0.9

/**
 * Where a drawing stands on its slide is known when a browser has laid out the slide; the player places those who look at it then. Until then it is
 * taken to stand in the middle of its step, in a box of this size. In px.
 */
function assumedSize(node: DrawingNode, canvas: CanvasSize): CanvasSize {
  const { width, height } = asDrawing(node)
  const read = (written: string | undefined, whole: number): number => {
    const share = /^\s*([\d.]+)\s*%\s*$/.exec(written ?? '')
    return (share ? (whole * Number(share[1])) / 100 : length(written)) || whole * usualShare
  }
  return { width: read(width, canvas.width), height: read(height, canvas.height) }
}

/** The first `svg::`, else the first drawing that a `raw::` brings. */
const firstDrawing = (nodes: readonly Node[]): DrawingNode | undefined =>
  findNode(nodes, (node) => node.type === 'drawing') ?? findNode(nodes, (node) => node.type === 'raw' && isRawDrawing(node))

function findNode(nodes: readonly Node[], isWanted: (node: Node) => boolean): DrawingNode | undefined {
  for (const node of nodes) {
    const found = isWanted(node)
      ? (node as DrawingNode)
      : 'children' in node
        ? findNode(node.children as readonly Node[], isWanted)
        : undefined
    if (found) return found
  }
  return undefined
}

/** For the layout: where parts of the first drawing of a step stand on it. A drawing is read once for a deck. */
export function createFrameFinder(resources: Pick<Resources, 'find'>, canvas: CanvasSize): FindFrame {
  const known = new Map<string, { readonly path: string; readonly root: DrawingObject | undefined } | undefined>()
  const read = (node: DrawingNode) => {
    const { uri, position } = asDrawing(node)
    const key = `${node.type} ${position?.source}\0${uri}`
    if (!known.has(key)) known.set(key, node.type === 'raw' ? { path: uri, root: rootOf(textOf(node)) } : readFile(uri, position))
    return known.get(key)
  }
  const readFile = (uri: string, position: Position | undefined) => {
    const file = resources.find(uri, position?.source ?? '', 'graphic')
    return 'code' in file ? undefined : { path: file.path, root: rootOf(file.bytes) }
  }
  return (step, name) => {
    const drawing = firstDrawing(step.content)
    if (!drawing) return diagnose('layout/no-drawing', { id: step.id })
    const found = read(drawing)
    if (!found?.root) return undefined
    const { path, root } = found
    const part = groupBox(root, [name])
    if (part === 'unknown') return unknownPart(root, name, path)
    const box = part && frameIn(root, part, asDrawing(drawing), assumedSize(drawing, canvas))
    return part && box && (box.width > 0 || box.height > 0) ? { part, box } : diagnose('svg/empty-layer', { name, path })
  }
}

function rootOf(content: Uint8Array | string): DrawingObject | undefined {
  const text = content.length > sizeLimit ? undefined : typeof content === 'string' ? content : decodeXml(content)
  const document = text === undefined ? undefined : parseXml(text)
  return document && 'root' in document ? objectsOf(document.root) : undefined
}

/** A box in a drawing's own units → on its step (SVG 2 §8.2: the view box is put into the viewport as preserveAspectRatio says). */
function frameIn(root: DrawingObject, box: Box, { data }: Drawing, size: CanvasSize): Box {
  const zoom = data.view.zoom && groupBox(root, data.view.zoom)
  const { attributes } = root.element
  const view = typeof zoom === 'object' ? viewBoxAround(zoom) : viewBoxOf(attributes)
  const ratio = data.view.fit ? ratioOf[data.view.fit] : (attributes.get('preserveAspectRatio') ?? '')
  const [, x = 'Mid', y = 'Mid'] = /x(Min|Mid|Max)Y(Min|Mid|Max)/.exec(ratio) ?? []
  const [across, down] = view ? [size.width / view.width, size.height / view.height] : [1, 1]
  const both = /\bslice\b/.test(ratio) ? Math.max(across, down) : Math.min(across, down)
  const [scaleX, scaleY] = /\bnone\b/.test(ratio) ? [across, down] : [both, both]
  const seen = view ?? { x: 0, y: 0, ...size }
  return {
    x: (box.x - seen.x) * scaleX + (size.width - seen.width * scaleX) * (shares.get(x) ?? 0) - size.width / 2,
    y: (box.y - seen.y) * scaleY + (size.height - seen.height * scaleY) * (shares.get(y) ?? 0) - size.height / 2,
    width: box.width * scaleX,
    height: box.height * scaleY,
  }
}

/** Of the room left over, what stands before the drawing. */
const shares: ReadonlyMap<string, number> = new Map(Object.entries<number>({ Min: 0, Mid: 0.5, Max: 1 }))
