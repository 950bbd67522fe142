import { cssOf, declarationOf, readPieces } from '../../formats/css/pieces.ts'
import { readTokens } from '../../formats/css/tokens.ts'
import { type Box, type Matrix, multiply, parseTransform, transformBox, union } from '../../formats/geometry.ts'
import { boundsOfPath } from '../../formats/path-data/bounds.ts'
import { type TextStyle, textWidth } from './text-width.ts'
import { childElements, elementsOf, type SvgElement, textOf } from './xml/tree.ts'

/** What measuring looks up elsewhere in the drawing; read once for a drawing. */
export interface Lookup {
  /** What `<use>` and `textPath` can name. */
  readonly byId: ReadonlyMap<string, SvgElement>
  /** Class → declarations. */
  readonly classes: Rules
}

export function lookupOf(root: SvgElement): Lookup {
  const byId = new Map<string, SvgElement>()
  const classes = new Map<string, string>()
  for (const node of elementsOf(root)) {
    const id = node.attributes.get('id')
    if (id !== undefined && !byId.has(id)) byId.set(id, node)
    if (node.name === 'style') readClassRules(textOf(node), classes)
  }
  return { byId, classes }
}

type Rules = ReadonlyMap<string, string>

/** The rules `.name { … }`, on any screen: where text gets its size and anchor in many files. */
function readClassRules(css: string, classes: Map<string, string>): void {
  let names: string[] = []
  for (const piece of readPieces(readTokens(css))) {
    const text = cssOf(piece.tokens.filter(({ type }) => type !== 'comment')).trim()
    if (piece.type === 'prelude') names = piece.inside === undefined ? text.split(',').flatMap(classIn) : []
    else for (const name of names) classes.set(name, `${classes.get(name) ?? ''};${text}`)
  }
}

const classIn = (selector: string): readonly string[] => /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector)?.slice(1) ?? []

/** Their content is painted only where something refers to it. */
const unpainted = new Set(
  'defs symbol clipPath mask marker pattern linearGradient radialGradient filter style script title desc metadata'.split(' '),
)

/** A `<use>` chain longer than this is a cycle. */
const useLimit = 16

/** Numbers and pixel lengths; percentages and other units need a viewport and count as `otherwise`. */
export const length = (value: string | undefined, otherwise = 0): number => {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|mm|cm|in|pc|q)?\s*$/i.exec(value ?? '')
  return match ? Number(match[1]) * (pixels.get(match[2]?.toLowerCase() ?? 'px') ?? 1) : otherwise
}
/** CSS Values 4 §6.2: 96 px an inch. */
const pixels: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ px: 1, pt: 4 / 3, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pc: 16, q: 96 / 101.6 }),
)

/**
 * The smallest box around an element in its drawing's user units, from the geometry alone: strokes, markers and filters are left out, text
 * is estimated (text-width.ts). Undefined where nothing is painted.
 */
export function boundsOf(element: SvgElement, matrix: Matrix, lookup: Lookup): Box | undefined {
  return measure(element, matrix, { ...lookup, uses: 0, fontSize: 16, anchor: undefined, family: '', weight: '' })
}

interface Surroundings extends Lookup, TextStyle {
  readonly uses: number
  readonly fontSize: number
  readonly anchor: string | undefined
}

function measure(node: SvgElement, outer: Matrix, around: Surroundings): Box | undefined {
  if (unpainted.has(node.name)) return undefined
  const matrix = multiply(
    outer,
    parseTransform(node.attributes.get('transform') ?? declared(node.attributes.get('style'), 'transform') ?? ''),
  )
  const number = (name: string, otherwise = 0): number => length(node.attributes.get(name), otherwise)
  const inside: Surroundings = {
    ...around,
    fontSize: length(property(node, 'font-size', around.classes), around.fontSize),
    anchor: property(node, 'text-anchor', around.classes) ?? around.anchor,
    family: property(node, 'font-family', around.classes) ?? around.family,
    weight: property(node, 'font-weight', around.classes) ?? around.weight,
  }
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
      return textBox(node, matrix, inside)
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

function textBox(node: SvgElement, matrix: Matrix, around: Surroundings): Box | undefined {
  const along = childElements(node).find((child) => child.name === 'textPath')
  const path = around.byId.get((along?.attributes.get('href') ?? along?.attributes.get('xlink:href') ?? '').slice(1))
  if (path) return boundsOfPath(path.attributes.get('d') ?? '', matrix)
  const lines = childElements(node).filter((child) => child.name === 'tspan' && child.attributes.has('y'))
  const boxes = (lines.length > 0 ? lines : [node]).map((line) => lineBox(line, node, matrix, around))
  return boxes.reduce<Box | undefined>(union, undefined)
}

function lineBox(line: SvgElement, text: SvgElement, matrix: Matrix, around: Surroundings): Box | undefined {
  const fontSize = length(property(line, 'font-size', around.classes), around.fontSize)
  const style = {
    family: property(line, 'font-family', around.classes) ?? around.family,
    weight: property(line, 'font-weight', around.classes) ?? around.weight,
  }
  const width = length(text.attributes.get('textLength')) || textWidth(textOf(line).trim().replace(/\s+/g, ' '), style) * fontSize
  if (width === 0) return undefined
  const start = (name: string): number => length((line.attributes.get(name) ?? text.attributes.get(name) ?? '').trim().split(/[\s,]/)[0])
  const [x, y] = [start('x'), start('y')]
  const { anchor } = around
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
  return transformBox(matrix, { x: left, y: y - fontSize * 0.8, width, height: fontSize })
}

/** A property as the cascade has it: `style`, then the class's rule, then the attribute. */
function property(node: SvgElement, name: string, classes: Rules): string | undefined {
  const own = declared(node.attributes.get('style'), name)
  if (own !== undefined) return own
  for (const word of (node.attributes.get('class') ?? '').split(/\s+/)) {
    const value = declared(classes.get(word), name)
    if (value !== undefined) return value
  }
  return node.attributes.get(name)
}

function declared(declarations: string | undefined, name: string): string | undefined {
  if (!declarations?.includes(name)) return undefined
  const found = readPieces(readTokens(declarations)).map(declarationOf)
  const last = found.findLast((declaration) => declaration?.name === name)
  return (
    last &&
    cssOf(last.value)
      .replace(/!\s*important\s*$/i, '')
      .trim()
  )
}
