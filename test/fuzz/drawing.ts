import { css, declarations } from './css.ts'
import type { Random } from './random.ts'
import { address, number, word } from './words.ts'

const elements = [
  'g',
  'g',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'textPath',
  'use',
  'image',
  'a',
  'switch',
  'symbol',
  'defs',
  'marker',
  'clipPath',
  'mask',
  'pattern',
  'linearGradient',
  'stop',
  'filter',
  'feImage',
  'animate',
  'set',
  'animateMotion',
  'mpath',
  'title',
  'desc',
  'style',
  'script',
  'foreignObject',
  'metadata',
  'svg',
  'p',
  'math',
  'constructor',
  '__proto__',
  'x:y',
]
const attributes = [
  'id',
  'class',
  'style',
  'transform',
  'x',
  'y',
  'x1',
  'y2',
  'cx',
  'r',
  'rx',
  'width',
  'height',
  'd',
  'points',
  'viewBox',
  'preserveAspectRatio',
  'href',
  'xlink:href',
  'fill',
  'clip-path',
  'marker-end',
  'begin',
  'end',
  'to',
  'values',
  'attributeName',
  'display',
  'font-size',
  'font-family',
  'text-anchor',
  'textLength',
  'aria-labelledby',
  'inkscape:label',
  'inkscape:groupmode',
  'data-name',
  'serif:id',
  'requiredExtensions',
  'onload',
  'xmlns',
  'xmlns:x',
  'xml:base',
  'xml:space',
  'data-layer',
  'data-drawing',
  'data-source-id',
  'constructor',
  '__proto__',
]

const path = (random: Random): string =>
  random
    .some(
      6,
      () => `${random.pick([...'MmLlHhVvCcSsQqTtAaZz', '', 'x'])}${random.some(7, () => number(random)).join(random.pick([' ', ',', '']))}`,
    )
    .join('')

const value = (name: string, random: Random): string => {
  if (random.once(5)) return word(random)
  switch (name) {
    case 'id':
      return random.pick(['a', 'b', 'node1', 'a b', 'a~2', word(random)])
    case 'style':
      return declarations(random)
    case 'd':
    case 'points':
      return path(random)
    case 'transform':
      return random
        .some(
          3,
          () =>
            `${random.pick(['translate', 'scale', 'rotate', 'skewX', 'matrix', 'x'])}(${random.some(6, () => number(random)).join(',')})`,
        )
        .join(' ')
    case 'viewBox':
      return random.some(5, () => number(random)).join(' ')
    case 'href':
    case 'xlink:href':
      return address(random)
    case 'fill':
    case 'clip-path':
    case 'marker-end':
      return `url(${random.pick(['#a', "'#b'", '&quot;#a&quot;', address(random)])})`
    case 'begin':
    case 'end':
      return random.pick(['a.click', 'a\\-b.end+1s;3s', 'a.', '.', word(random)])
    default:
      return random.once(2) ? number(random) : word(random)
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;')).replaceAll('"', '&quot;')

function element(random: Random, depth: number): string {
  const name = random.pick(elements)
  const written = new Map(random.some(4, () => random.pick(attributes)).map((attribute) => [attribute, value(attribute, random)]))
  const start = `<${name}${[...written].map(([attribute, text]) => ` ${attribute}="${escaped(text)}"`).join('')}`
  if (name === 'style') return `${start}>${random.once(2) ? `<![CDATA[${css(random)}]]>` : escaped(css(random))}</style>`
  if (depth === 0) return `${start}/>`
  return `${start}>${content(random, depth - 1)}</${name}>`
}

const content = (random: Random, depth: number): string =>
  random
    .some(4, () =>
      random.once(4) ? random.pick([escaped(word(random)), '&e;', '&#65;', '&#x110000;', '<!-- x -->', '<?x y?>']) : element(random, depth),
    )
    .join('')

/** An SVG file, with what makes up its head now and then. */
export function drawing(random: Random): string {
  const head = random.pick([
    '',
    '',
    '',
    '<?xml version="1.0" encoding="UTF-8"?>',
    '\ufeff',
    '<?xml-stylesheet href="a.css"?>',
    '<!DOCTYPE svg [<!ENTITY e "x"><!ENTITY constructor SYSTEM "y"><!ENTITY __proto__ "&e;&e;">]>',
  ])
  const size = random.pick(['', ' viewBox="0 0 100 50"', ' width="10" height="5cm"', ` viewBox="${value('viewBox', random)}"`])
  const root = random.once(10) ? random.pick(elements) : 'svg'
  return `${head}<${root} xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="x"${size}>${content(random, 4)}</${root}>`
}
