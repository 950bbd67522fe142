import { elementsOf, type SvgElement } from './xml/tree.ts'

type Optimize = typeof import('svgo/browser')['optimize']

/**
 * One plugin of svgo's, and it alone. What else is safe where any selector may tell (numbers, colours, transforms, white space in attributes, style
 * sheets, lists of values) would save 0.8 % of 25 published drawings (0.5 % gzipped) and 3.2 % (1.8 %) of the 11 in graphics/ and the tests.
 *
 * Of its parameters only what changes neither a point nor the number of commands: an author's markers, dashes and animations depend on both.
 */
const parameters = {
  applyTransforms: false,
  applyTransformsStroked: false,
  makeArcs: false,
  straightCurves: false,
  convertToQ: false,
  lineShorthands: false,
  convertToZ: false,
  curveSmoothShorthands: false,
  smartArcRounding: false,
  removeUseless: false,
  collapseRepeated: false,
  utilizeAbsolute: true,
} as const

export function pathDataLength(root: SvgElement): number {
  let length = 0
  for (const node of elementsOf(root)) if (node.name === 'path') length += node.attributes.get('d')?.length ?? 0
  return length
}

/**
 * Writes the paths of a drawing shorter, with svgo. svgo is shown the path data alone, so that nothing else of the drawing can be
 * lost in it; a point moves by less than 1/1000 of a screen pixel where the drawing fills a slide.
 */
export function shortenPaths(root: SvgElement, optimize: Optimize): void {
  const byDigits = new Map<number, SvgElement[]>()
  for (const [path, digits] of digitsOfPaths(root)) byDigits.get(digits)?.push(path) ?? byDigits.set(digits, [path])
  for (const [digits, paths] of byDigits) shorten(paths, digits, optimize)
}

function shorten(paths: readonly SvgElement[], digits: number, optimize: Optimize): void {
  const data = paths.map((path) => path.attributes.get('d') ?? '')
  const input = `<svg xmlns="http://www.w3.org/2000/svg">${data.map((d) => `<path d="${d}"/>`).join('')}</svg>`
  const { data: output } = optimize(input, {
    plugins: [{ name: 'convertPathData', params: { ...parameters, floatPrecision: digits } as object }],
    js2svg: { pretty: false },
  })
  const shortened = [...output.matchAll(/<path(?: d="([^"]*)")?\/>/g)].map((match) => match[1] ?? '')
  if (shortened.length !== paths.length) return
  for (const [index, path] of paths.entries()) {
    const short = shortened[index] ?? ''
    if (short !== '' && short.length < (data[index] ?? '').length) path.attributes.set('d', short)
  }
}

const isPlain = (path: SvgElement): boolean =>
  /^[\s\d,.+\-eEmMzZlLhHvVcCsSqQtTaA]+$/.test(path.attributes.get('d') ?? '') &&
  // An animation from one path to another needs the same commands in both.
  !path.children.some((child) => child.type === 'element' && child.name === 'animate')

/** What is in these may be shown anywhere, under any other scale. */
const reused = new Set(['defs', 'symbol', 'marker', 'pattern', 'clipPath', 'mask'])

/** Each path and the decimals its coordinates need: enough for 1/1000 px when the view box fills 1024 px, under the scale of its groups. */
function digitsOfPaths(root: SvgElement): [path: SvgElement, digits: number][] {
  const box = (root.attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const size = Math.max(box[2] ?? 0, box[3] ?? 0)
  const largest = largestScale(root)
  const hasUse = elementsOf(root).some(({ name }) => name === 'use')
  const found: [SvgElement, number][] = []
  const visit = (node: SvgElement, outer: number): void => {
    const scale = outer * Math.max(ownScale(node.attributes.get('transform') ?? ''), 1) * (reused.has(node.name) ? largest : 1)
    if (node.name === 'path' && isPlain(node)) found.push([node, digitsFor(scale)])
    for (const child of node.children) if (child.type === 'element') visit(child, scale)
  }
  visit(root, (size > 0 ? Math.max(1024 / size, 1) : 1) * (hasUse ? largest : 1))
  return found
}

const digitsFor = (scale: number): number => Math.min(Math.max(Math.ceil(Math.log10(scale * 1000)), 3), 12)

function largestScale(node: SvgElement): number {
  let inner = 1
  for (const child of node.children) if (child.type === 'element') inner = Math.max(inner, largestScale(child))
  return inner * Math.max(ownScale(node.attributes.get('transform') ?? ''), ownScale(node.attributes.get('patternTransform') ?? ''), 1)
}

function ownScale(transform: string): number {
  let scale = 1
  for (const [, name, list = ''] of transform.matchAll(/(scale|matrix)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map((text) => Math.abs(Number(text)) || 0)
    scale *=
      name === 'scale' ? Math.max(...numbers) : Math.hypot(numbers[0] ?? 0, numbers[1] ?? 0) + Math.hypot(numbers[2] ?? 0, numbers[3] ?? 0)
  }
  return scale
}
