import { expect, it } from 'vitest'
import { layersOf } from '../../../src/4-look/drawings/layers.ts'

// What Chromium measures with the fonts that it has for these families (Liberation), in ems.
const measured: readonly [text: string, attributes: string, width: number][] = [
  ['Control plane', 'font-family="Arial"', 5.95],
  ['Control plane', 'style="font-family:Foo, &apos;Helvetica Neue&apos;,serif;font-weight:bold"', 6.44],
  ['Control plane', 'class="a"', 5.47],
  ['Control plane', 'font-family="Courier New, serif"', 7.8],
  ['Control plane', '', 5.47],
  ['Illinois', 'font-family="sans-serif"', 2.78],
  ['WWW &amp; MMM', 'font-family="sans-serif"', 6.55],
  ['10.244.0.0/16', 'font-family="serif"', 5.53],
  ['Überraschung', 'font-family="Arial"', 6.28],
  ['Привет мир', 'font-family="Arial"', 5.41],
  ['东京', 'font-family="monospace"', 2],
  ['\n  a\n  b\n', 'font-family="monospace"', 1.8],
  ['a', 'textLength="500"', 5],
]

it.each(measured)('%s with %s', (text, attributes, width) => {
  const style = '/* . */text.a { font-family : "Times New Roman" }'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><style>${style}</style><text font-size="100" ${attributes}>${text}</text></svg>`
  const layer = layersOf(drawing, 'a.svg')
  const found = 'box' in layer ? (layer.box?.width ?? 0) / 100 : 0
  expect(Math.abs(found / width - 1)).toBeLessThan(0.03)
})
