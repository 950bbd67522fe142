import { describe, expect, it } from 'vitest'
import { withoutOwnBox } from '../../../src/4-look/drawings/own-box.ts'
import { parseXml } from '../../../src/4-look/drawings/xml/parse.ts'
import { toXml } from '../../../src/4-look/drawings/xml/serialize.ts'

const read = (attributes: string, css = '') => {
  const sheet = css === '' ? '' : `<style>${css}</style>`
  const document = parseXml(`<svg xmlns="http://www.w3.org/2000/svg"${attributes && ` ${attributes}`}>${sheet}<g/></svg>`)
  if ('reason' in document) throw new Error(document.reason)
  return document.root
}

const attributesOf = (written: string): string =>
  [...withoutOwnBox(read(written)).attributes].map(([name, value]) => `${name}="${value}"`).join(' ')

/** What a root says of itself, and what is left of it. */
const roots: readonly (readonly [what: string, root: string, left: string])[] = [
  [
    'PlantUML',
    'width="214px" height="90px" style="width:214px;height:90px;background:#FFFFFF;" preserveAspectRatio="none" viewBox="0 0 214 90"',
    'width="214px" height="90px" style="background:#FFFFFF" preserveAspectRatio="none" viewBox="0 0 214 90"',
  ],
  ['Mermaid', 'width="100%" style="max-width: 412.5px;" viewBox="0 0 412.5 300"', 'width="412.5px" viewBox="0 0 412.5 300"'],
  ['a size in the style alone', 'style="width: 20mm; height: 10mm !important"', 'width="20mm" height="10mm"'],
  ['a size that wins over its attribute', 'width="50" height="60" style="width:99px"', 'width="99px" height="60"'],
  ['a size below its limit', 'width="50" style="max-width:400px"', 'width="50"'],
  ['a size above its limit', 'width="500" style="max-width:400px"', 'width="400px"'],
  ['a size of no length', 'width="50" style="width:auto;height:calc(1px + 2px)"', 'width="50"'],
  ['a place', 'style="position:absolute;top:0;INSET:1px;margin:0 auto;margin-left:3px;z-index:9;float:left;display:none" id="a"', 'id="a"'],
  ['a transform', 'transform="scale(2)" style="transform: rotate(4deg); transform-origin:0 0; translate:3px" class="b"', 'class="b"'],
  ['what hangs over', 'overflow="visible" style="overflow:visible;overflow-x:auto"', ''],
  [
    'what it paints with',
    'style="fill:red;opacity:.5;font-size:12px;--width:3px"',
    'style="fill:red;opacity:.5;font-size:12px;--width:3px"',
  ],
  ['both', 'style="fill:red;;width:3px ; stroke:blue"', 'style="fill:red; stroke:blue" width="3px"'],
]

describe('a drawing whose root says of its own box', () => {
  it.each(roots)('%s', (_, root, left) => {
    expect(attributesOf(root)).toBe(left)
    // Twice is once.
    expect(attributesOf(left)).toBe(left)
  })

  it.each([
    ['svg{width:9px;fill:red}', 'svg{&:where(:not([data-drawing])){width:9px};fill:red}'],
    ['.d, #other { margin : 0 auto!important }', '.d, #other {&:where(:not([data-drawing])){margin : 0 auto!important}}'],
    ['@media screen{:root{max-width:1px}}', '@media screen{:root{&:where(:not([data-drawing])){max-width:1px}}}'],
    ['*{display:block}', '*{&:where(:not([data-drawing])){display:block}}'],
    ['[width]{overflow:visible}', '[width]{&:where(:not([data-drawing])){overflow:visible}}'],
    ['#d{width:1px}', '#d{&:where(:not([data-drawing])){width:1px}}'],
  ])('in its own sheet: %s', (css, left) => {
    const root = withoutOwnBox(read('width="9" id="d" class="c d"', css))
    expect(toXml({ root, namespaces: new Map() })).toContain(`<style>${left.replaceAll('&', '&amp;')}</style>`)
  })

  it.each([
    'svg g{width:9px}',
    'rect{width:9px}',
    '#node{x:1px;width:9px}',
    '.other{overflow:visible}',
    'svg{fill:red}',
    '@keyframes a{to{width:9px}}',
    'g > svg {width:9px}',
  ])('not in its own sheet: %s', (css) => {
    const root = read('width="9" id="d" class="c d"', css)
    expect(withoutOwnBox(root)).toBe(root)
  })

  it('is left as it is for who shows it as it is', () => {
    const root = read('style="width:3px"', 'svg{height:4px}')
    const before = toXml({ root, namespaces: new Map() })
    withoutOwnBox(root)
    expect(toXml({ root, namespaces: new Map() })).toBe(before)
  })
})
