import { type Box, type Matrix, multiply, parseTransform, transformBox, union } from './geometry.ts'
import { boundsOfPath } from './path-bounds.ts'
import { childElements, type SvgElement, textOf } from './xml/tree.ts'

/** Their content is painted only where something refers to it. */
const unpainted = new Set(
  'defs symbol clipPath mask marker pattern linearGradient radialGradient filter style script title desc metadata'.split(' '),
)

/** A `<use>` chain longer than this is a cycle. */
const useLimit = 16

/** Numbers and pixel lengths; percentages and other units need a viewport and count as `otherwise`. */
export const length = (value: string | undefined, otherwise = 0): number => {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|mm|cm|in|pc|q)?\s*$/i.exec(value ?? '')
  return match ? Number(match[1]) * (pixels[match[2]?.toLowerCase() ?? 'px'] ?? 1) : otherwise
}
/** CSS Values 4 §6.2: 96 px an inch. */
const pixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pc: 16, q: 96 / 101.6 }

/**
 * The smallest box around an element in its drawing's user units, from the geometry alone: strokes, markers and filters are left out, text
 * is estimated at 0.6 em a character. Undefined where nothing is painted. `byId` finds what `<use>` shows.
 */
export function boundsOf(element: SvgElement, matrix: Matrix, byId: ReadonlyMap<string, SvgElement>): Box | undefined {
  return measure(element, matrix, { byId, uses: 0, fontSize: 16 })
}

interface Surroundings {
  readonly byId: ReadonlyMap<string, SvgElement>
  readonly uses: number
  readonly fontSize: number
}

function measure(node: SvgElement, outer: Matrix, around: Surroundings): Box | undefined {
  if (unpainted.has(node.name)) return undefined
  const matrix = multiply(outer, parseTransform(node.attributes.get('transform') ?? styleValue(node, 'transform') ?? ''))
  const number = (name: string, otherwise = 0): number => length(node.attributes.get(name), otherwise)
  const size = styleValue(node, 'font-size') ?? node.attributes.get('font-size')
  const inside: Surroundings = size === undefined ? around : { ...around, fontSize: length(size, around.fontSize) }
  switch (node.name) {
    case 'rect':
    case 'image':
    case 'foreignObject':
      return box(matrix, number('x'), number('y'), number('width'), number('height'))
    case 'circle':
      return round(matrix, number('cx'), number('cy'), number('r'), number('r'))
    case 'ellipse':
      return round(matrix, number('cx'), number('cy'), number('rx'), number('ry'))
    case 'line':
      return boundsOfPath(`M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`, matrix)
    case 'polyline':
    case 'polygon':
      return boundsOfPath(`M${node.attributes.get('points') ?? ''}`, matrix)
    case 'path':
      return boundsOfPath(node.attributes.get('d') ?? '', matrix)
    case 'text':
      return textBox(node, matrix, inside.fontSize)
    case 'use':
      return measureUse(node, matrix, inside)
    default: {
      const moved = node.name === 'svg' ? multiply(matrix, [1, 0, 0, 1, number('x'), number('y')]) : matrix
      return childElements(node).reduce<Box | undefined>((sum, child) => union(sum, measure(child, moved, inside)), undefined)
    }
  }
}

function measureUse(node: SvgElement, matrix: Matrix, around: Surroundings): Box | undefined {
  const href = node.attributes.get('href') ?? node.attributes.get('xlink:href') ?? ''
  const target = around.byId.get(href.slice(1))
  if (!href.startsWith('#') || !target || around.uses >= useLimit) return undefined
  const moved = multiply(matrix, [1, 0, 0, 1, length(node.attributes.get('x')), length(node.attributes.get('y'))])
  const shown = target.name === 'symbol' ? { ...target, name: 'g' } : target
  return measure(shown, moved, { ...around, uses: around.uses + 1 })
}

const box = (matrix: Matrix, x: number, y: number, width: number, height: number): Box | undefined =>
  width > 0 || height > 0 ? transformBox(matrix, { x, y, width, height }) : undefined

function round(matrix: Matrix, cx: number, cy: number, rx: number, ry: number): Box | undefined {
  if (rx <= 0 || ry <= 0) return undefined
  const [a, b, c, d, e, f] = matrix
  // The extent of an ellipse under a linear map: the norm of each row.
  const width = Math.hypot(a * rx, c * ry)
  const height = Math.hypot(b * rx, d * ry)
  return { x: a * cx + c * cy + e - width, y: b * cx + d * cy + f - height, width: 2 * width, height: 2 * height }
}

function textBox(node: SvgElement, matrix: Matrix, fontSize: number): Box | undefined {
  const width = textOf(node).trim().length * fontSize * 0.6
  if (width === 0) return undefined
  const start = childElements(node).find((child) => child.name === 'tspan' && child.attributes.has('x'))
  const x = length((node.attributes.get('x') ?? start?.attributes.get('x') ?? '').split(/[\s,]/)[0])
  const y = length((node.attributes.get('y') ?? start?.attributes.get('y') ?? '').split(/[\s,]/)[0])
  const anchor = styleValue(node, 'text-anchor') ?? node.attributes.get('text-anchor')
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
  return transformBox(matrix, { x: left, y: y - fontSize * 0.8, width, height: fontSize })
}

const styleValue = (node: SvgElement, property: string): string | undefined =>
  node.attributes
    .get('style')
    ?.split(';')
    .map((declaration) => declaration.split(':'))
    .find(([name]) => name?.trim() === property)?.[1]
    ?.trim()
