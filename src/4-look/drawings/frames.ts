import type { Drawing, Node } from '../../2-document/nodes.ts'
import type { DrawingView } from '../../2-document/our-fields.ts'
import type { Deck } from '../../3-deck/deck.ts'
import { looksOf, onField, onTarget } from '../../3-deck/on-drawing.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Box } from '../../formats/geometry.ts'
import type { CanvasSize } from '../canvas.ts'
import { length } from './bounds.ts'
import type { ShownDrawing } from './drawing.ts'
import { type DrawingObject, objectsOf } from './objects.ts'
import type { DeckDrawings, DrawingNode } from './read-drawings.ts'
import { groupBox, ratioOf, unknownPart, viewBoxAround, viewBoxOf } from './view.ts'
import type { SvgElement } from './xml/tree.ts'

/** A part of a step's drawing. */
export interface Frame {
  /** The box around it, in user units of the drawing's root. */
  readonly part: Box
  /** That box where the drawing stands as `assumedSize` says: px from the step's centre, y downwards, before the step's own scale and rotation. */
  readonly box: Box
}

/** Of the canvas, where neither width nor height is written: within the card of the themes that have one. */
const usualShare = 0.9

/**
 * Where a drawing stands on its slide is known when a browser has laid out the slide; the player places those who look at it then. Until then it is
 * taken to stand in the middle of its step, in a box of this size. In px.
 */
function assumedSize({ width, height }: Pick<Drawing, 'width' | 'height'>, canvas: CanvasSize): CanvasSize {
  const read = (written: string | undefined, whole: number): number => {
    const share = /^\s*([\d.]+)\s*%\s*$/.exec(written ?? '')
    return (share ? (whole * Number(share[1])) / 100 : length(written)) || whole * usualShare
  }
  return { width: read(width, canvas.width), height: read(height, canvas.height) }
}

/** What a step's `data-on` names: the part's frame, or why there is none, without a place. */
export type FoundFrame = Frame | Diagnostic

/**
 * For each step that looks at a part of another one's drawing, that part's frame, by the looking step's index. There is none for a step that
 * names no step or no part, which the layout reports, nor where the drawing cannot be read, which has been reported.
 */
export function framesOf({ steps }: Pick<Deck, 'steps'>, drawings: DeckDrawings, canvas: CanvasSize): ReadonlyMap<number, FoundFrame> {
  const objects = new Map<SvgElement, DrawingObject>()
  const objectsIn = (root: SvgElement): DrawingObject => {
    const known = objects.get(root) ?? objectsOf(root)
    objects.set(root, known)
    return known
  }
  const frames = new Map<number, FoundFrame>()
  for (const [index, holder] of looksOf(steps)) {
    const name = onTarget(steps[index]?.placing[onField]?.value ?? '')?.name
    const step = steps[holder]
    if (name === undefined || !step) continue
    const node = firstDrawing(step.content, drawings)
    if (!node) frames.set(index, diagnose('layout/no-drawing', { id: step.id }))
    else {
      const shown = drawings.get(node)
      if (shown?.drawing.root) frames.set(index, frameOf(name, shown, objectsIn(shown.drawing.root), canvas))
    }
  }
  return frames
}

/** The first `svg::`, whether its file is there or not; else the first drawing that a `raw::` brings. */
const firstDrawing = (nodes: readonly Node[], drawings: DeckDrawings): DrawingNode | undefined =>
  findNode(nodes, (node) => node.type === 'drawing') ?? findNode(nodes, (node) => node.type === 'raw' && drawings.has(node))

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

function frameOf(name: string, { drawing: { path }, view }: ShownDrawing, root: DrawingObject, canvas: CanvasSize): FoundFrame {
  const part = groupBox(root, [name])
  if (part === 'unknown') return unknownPart(root, name, path)
  const box = part && frameIn(root, part, view?.view ?? {}, assumedSize(view ?? {}, canvas))
  return part && box && (box.width > 0 || box.height > 0) ? { part, box } : diagnose('svg/empty-layer', { name, path })
}

/** A box in a drawing's own units → on its step (SVG 2 §8.2: the view box is put into the viewport as preserveAspectRatio says). */
function frameIn(root: DrawingObject, box: Box, { zoom: zoomed, fit }: DrawingView, size: CanvasSize): Box {
  const zoom = zoomed && groupBox(root, zoomed)
  const { attributes } = root.element
  const view = typeof zoom === 'object' ? viewBoxAround(zoom) : viewBoxOf(attributes)
  const ratio = fit ? ratioOf[fit] : (attributes.get('preserveAspectRatio') ?? '')
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
