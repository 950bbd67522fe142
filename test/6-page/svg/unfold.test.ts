import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createResources } from '../../../src/1-source/resources.ts'
import type { Node } from '../../../src/2-document/nodes.ts'
import type { DrawingView } from '../../../src/2-document/our-fields.ts'
import { parse } from '../../../src/2-document/rst/parse.ts'
import { framesOf } from '../../../src/4-look/drawings/frames.ts'
import { layersOf, printLayers } from '../../../src/4-look/drawings/layers.ts'
import { allObjects, objectsOf } from '../../../src/4-look/drawings/objects.ts'
import { readDrawings } from '../../../src/4-look/drawings/read-drawings.ts'
import { createDrawingStore } from '../../../src/4-look/drawings/store.ts'
import { unfold } from '../../../src/4-look/drawings/unfold.ts'
import { parseXml } from '../../../src/4-look/drawings/xml/parse.ts'
import { embedDrawings } from '../../../src/6-page/svg/drawings.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 100 100">
  <defs><g id="node0"/></defs>
  <g id="layer1" inkscape:groupmode="layer" inkscape:label="All nodes">
    <rect width="100" height="100"/>
    <g id="node1" transform="translate(10,10)"><rect width="20" height="10"/><g id="node1_Pod1"><circle cx="5" cy="5" r="2"/></g><g id="node1_Pod2"/></g>
    <g id="node2"><title>Second node</title><path d="M50 50h10v10z"/></g>
  </g>
  <g id="layer2" style="display:none"><g id="edge1"/><g id="edge2" data-name="Edge two"/></g>
  <g id="etcd"/>
  <g id="shapes"><rect id="s1"/><rect id="s2"/></g>
</svg>`

const rootOf = (text: string) => {
  const document = parseXml(text)
  if ('reason' in document) throw new Error(document.reason)
  return objectsOf(document.root)
}

describe('what is shown, press by press', () => {
  const cases: readonly [what: string, view: DrawingView, states: readonly string[]][] = [
    ['nothing said', {}, ['']],
    ['one hidden', { hide: ['node1'] }, ['node1 off']],
    ['by label', { hide: ['All nodes', 'Second node', 'Edge two'] }, ['edge2 off, layer1 off, node2 off']],
    ['by glob, the outermost', { hide: ['node*'] }, ['node1 off, node2 off']],
    ['one shown that was drawn hidden, and what is beside it', { show: ['edge1'] }, ['edge1 on, edge2 off, layer2 on']],
    ['all hidden but one', { hide: ['*'], show: ['node1'] }, ['etcd off, layer1 on, layer2 off, node1 on, node2 off, shapes off']],
    ['all hidden but a shape', { hide: ['*'], show: ['s1'] }, ['etcd off, layer1 off, layer2 off, s1 on, s2 off, shapes on']],
    ['dimmed', { dim: ['node2', 'etcd'] }, ['etcd dim, node2 dim']],
    [
      'steps that add',
      { steps: [[{ sign: '', name: 'node1' }], [{ sign: '+', name: '*Pod*' }]] },
      ['node1 on, node1_Pod1 off, node1_Pod2 off', 'node1 on, node1_Pod1 on, node1_Pod2 on'],
    ],
    ['steps that take away', { steps: [[], [{ sign: '-', name: 'etcd' }], [{ sign: '+', name: 'etcd' }]] }, ['', 'etcd off', 'etcd on']],
    [
      'steps that replace',
      { steps: [[{ sign: '', name: 'node1' }], [{ sign: '', name: 'node2' }]] },
      ['node1 on, node2 off', 'node1 off, node2 on'],
    ],
    [
      'a group opened for a part, then shown whole',
      { hide: ['layer1'], steps: [[{ sign: '+', name: 'node2' }], [{ sign: '+', name: 'layer1' }]] },
      ['layer1 on, node1 off, node2 on', 'layer1 on, node2 on'],
    ],
  ]
  it.each(cases)('%s', (_, view, states) => {
    const { states: found, unknown } = unfold(rootOf(drawing), view, undefined)
    expect(
      found.map((state) =>
        [...state]
          .map(([object, showing]) => `${object.id} ${showing}`)
          .sort()
          .join(', '),
      ),
    ).toEqual(states)
    expect(unknown).toEqual([])
  })

  it('does not take definitions for parts', () => {
    expect(unfold(rootOf(drawing), { show: ['node0', 'nod*3', 'etcd'] }, undefined).unknown).toEqual(['node0', 'nod*3'])
  })

  it('counts parts as the player does', () => {
    const objects = [...allObjects(rootOf('<svg><title>x<b/></title><g id="a"><foreignObject><p/></foreignObject><g id="b"/></g></svg>'))]
    expect(objects.map(({ id, index }) => [id, index])).toEqual([
      ['a', 2],
      [undefined, 3],
      ['b', 4],
    ])
  })
})

describe('svg:: in a deck', () => {
  async function read(text: string) {
    const codes: string[] = []
    const messages: string[] = []
    const places: string[] = []
    const report = ({ code, advice, position }: Diagnostic) => {
      codes.push(code)
      messages.push(advice ?? '')
      places.push(position ? `${position.start.line}:${position.start.column}` : '')
    }
    const resources = { ...createResources({ report }), read: (path: string) => ({ path: `/${path}`, bytes: Buffer.from(drawing) }) }
    const document = parse(text, { report, source: '/deck.rst' })
    const shown = await readDrawings(document.children, createDrawingStore(), resources)
    const drawings = embedDrawings([...shown.values()], { resources, report })
    return {
      ...drawings,
      codes,
      messages,
      places,
      tags: drawings.html.map((html) => /^<svg[^>]*>/.exec(html)?.[0]),
    }
  }

  it('writes what changes, and goes on from the slide before', async () => {
    const { tags, codes } = await read(`.. svg:: a.svg
   :hide: node1 "Second node"
   :steps: | +node1 | -etcd
   :alt: The cluster

.. svg:: a.svg
   :from: previous
   :show: node2
   :duration: 0.2s
   :fit: cover
`)
    expect(codes).toEqual([])
    expect(tags).toEqual([
      '<svg viewBox="0 0 100 100" data-drawing="1" id="drawing~1" data-unfold="x5,10|o5|x16" role="img" aria-label="The cluster">',
      '<svg data-drawing="1~2" viewBox="0 0 100 100" data-unfold="o10" data-unfold-from="1" data-unfold-time="200" preserveAspectRatio="xMidYMid slice">',
    ])
  })

  it('is what an inlined image is', async () => {
    const { tags, codes } = await read('.. image:: a.svg\n   :inline:\n   :alt: x\n\n.. image:: a.svg\n')
    expect(codes).toEqual([])
    expect(tags).toEqual(['<svg viewBox="0 0 100 100" data-drawing="1" role="img" aria-label="x">'])
  })

  it('frames a group', async () => {
    const { tags } = await read('.. svg:: a.svg\n   :zoom: node1\n')
    expect(tags).toEqual(['<svg viewBox="9.2 9.2 21.6 11.6" data-drawing="1">'])
  })

  it('frames several groups, by name and by glob', async () => {
    const { tags, codes } = await read('.. svg:: a.svg\n   :zoom: node1 "Second node"\n\n.. svg:: a.svg\n   :zoom: node?\n')
    expect(codes).toEqual([])
    expect(tags).toEqual(['<svg viewBox="8 8 54 54" data-drawing="1" id="drawing~1">', '<svg data-drawing="1~2" viewBox="8 8 54 54">'])
  })

  const mistakes: readonly [what: string, options: string, codes: readonly string[], advice: RegExp][] = [
    ['a name that is not there', ':show: nod1', ['svg/unknown-layer'], /Did you mean “node1”\? It has: layer1 \("All nodes"\), node1,/],
    ['a label in another case', ':hide: "second node"', ['svg/unknown-layer'], /Did you mean “"Second node"”/],
    ['a glob that finds nothing', ':steps: | +pod*', ['svg/unknown-layer'], /Did you mean “node1_Pod1”/],
    ['a glob of a label', ':hide: Secnod*', ['svg/unknown-layer'], /Did you mean “"Second node"”/],
    ['a zoom on nothing', ':zoom: nowhere-at-all', ['svg/unknown-layer'], /^It has/],
    ['a zoom on what paints nothing', ':zoom: etcd', ['svg/empty-layer'], /deck inspect --layers/],
    ['nothing before', ':from: previous', ['svg/no-previous'], /first slide/],
  ]
  it.each(mistakes)('tells %s', async (_, options, codes, advice) => {
    const result = await read(`.. svg:: a.svg\n   ${options}\n`)
    expect(result.codes).toEqual(codes)
    expect(result.messages[0]).toMatch(advice)
  })

  it.each([':show:', ':from: here', ':duration: soon', ':fit: tight', ':steps: |', ':zoom:'])('refuses %s', async (option) => {
    const { codes, html } = await read(`.. svg:: a.svg\n   ${option}\n`)
    expect(codes).toHaveLength(1)
    expect(html).toEqual([])
  })

  it('tells where the name is written', async () => {
    const deck = '.. svg:: a.svg\n   :show: node1 nod1\n   :steps: | +"nod 2"\n           | -nod3*\n   :zoom: nod1 etcd\n'
    const { places } = await read(deck)
    expect(places).toEqual(['5:16', '2:17', '3:14', '4:14'])
  })

  it('tells a missing file once', async () => {
    const codes: string[] = []
    const report = ({ code }: { code: string }) => codes.push(code)
    const document = parse('.. svg:: gone.svg\n', { report, source: '/tmp/deck.rst' })
    expect([...(await readDrawings(document.children, createDrawingStore(), createResources({ report }))).keys()]).toEqual([])
    expect(codes).toEqual(['source/not-found'])
  })
})

describe('a group as a place for the camera', () => {
  const frame = async (name: string, options: string, text = drawing) => {
    const { children } = parse(`.. svg:: a.svg\n   :alt: x\n${options.replace(/^/gm, '   ')}\n`, { report: () => {}, source: '/deck.rst' })
    const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 }, source: '/deck.rst' }
    const step = { level: 1, classes: [], attributes: {}, presses: [], notes: [], position }
    const holder = { ...step, id: 'a', placing: {}, content: children as Node[] }
    const looking = { ...step, id: 'b', placing: { 'data-on': { value: `a#${name}`, position } }, content: [] }
    const file = { read: (path: string) => ({ path: `/${path}`, bytes: Buffer.from(text) }) }
    const resources = { ...createResources({ report: () => {} }), ...file }
    const drawings = await readDrawings(children as Node[], createDrawingStore(), resources)
    return framesOf({ steps: [holder, looking] }, drawings, { width: 1000, height: 500 }).get(1)
  }
  const sized = drawing.replace('viewBox="0 0 100 100"', 'width="100" height="100px"')
  const cases: readonly [name: string, options: string, box: readonly number[], text?: string][] = [
    // In 900 × 450 px, nine tenths of the canvas, 100 × 100 units become 450, 900, or 900 × 450 px, centred.
    ['node1', '', [-180, -180, 90, 45]],
    ['node1', ':fit: contain', [-180, -180, 90, 45]],
    ['node1', ':fit: cover', [-360, -360, 180, 90]],
    ['node1', ':fit: fill', [-360, -180, 180, 45]],
    ['node?', '', [-180, -180, 225, 225]],
    ['Second node', '', [0, 0, 45, 45]],
    ['node1', ':width: 200', [-80, -80, 40, 20]],
    ['node1', ':width: 10%\n:height: 1in', [-38.4, -38.4, 19.2, 9.6]],
    ['node1', ':zoom: node1', [-4500 / 11.6, -2250 / 11.6, 9000 / 11.6, 4500 / 11.6]],
    ['node1', '', [-180, -180, 90, 45], sized],
    ['node1', '', [45, -180, 90, 45], drawing.replace('viewBox', 'preserveAspectRatio="xMaxYMin meet" viewBox')],
    ['node1', ':width: 200', [-80, 45, 40, 20], drawing.replace('viewBox', 'preserveAspectRatio="xMinYMax" viewBox')],
    ['node1', ':fit: contain', [-180, -180, 90, 45], drawing.replace('viewBox', 'preserveAspectRatio="none" viewBox')],
  ]
  it.each(cases)('%s, %s', async (name, options, box, text) => {
    const found = await frame(name, options, text)
    if (!found || 'code' in found) throw new Error(found?.message)
    const { x, y, width, height } = found.box
    expect([x, y, width, height].map((value) => Number(value.toFixed(6)))).toEqual(box.map((value) => Number(value.toFixed(6))))
  })
  it('is none where the group is none, paints nothing, or is in a file that is none', async () => {
    expect(await frame('node3', '')).toMatchObject({ code: 'svg/unknown-layer', advice: expect.stringContaining('Did you mean “node1”') })
    expect(await frame('nobody*', '')).toMatchObject({ code: 'svg/unknown-layer' })
    expect(await frame('etcd', '')).toMatchObject({ code: 'svg/empty-layer' })
    expect(await frame('node1', '', '<svg>')).toBeUndefined()
  })
})

describe('the layers of a drawing', () => {
  it('are printed as a tree with sizes', () => {
    const layers = layersOf(drawing, 'a.svg')
    if ('code' in layers) throw new Error(layers.message)
    expect(printLayers(layers)).toBe(`drawing  (no id)                  100 × 100
├─ layer  layer1 "All nodes"      100 × 100 at 0, 0
│  ├─ group  node1                20 × 10 at 10, 10
│  │  ├─ group  node1_Pod1        4 × 4 at 13, 13
│  │  └─ group  node1_Pod2        empty
│  └─ group  node2 "Second node"  10 × 10 at 50, 50
├─ group  layer2 (hidden)         empty
│  ├─ group  edge1                empty
│  └─ group  edge2 "Edge two"     empty
├─ group  etcd                    empty
└─ group  shapes                  empty
`)
  })

  it('of a broken file are a diagnostic', () => {
    expect(layersOf('<svg>', 'a.svg')).toMatchObject({ code: 'svg/not-well-formed', position: { start: { line: 1, column: 1 } } })
  })
})

describe('a further svg:: of the same file', () => {
  it('costs less than 300 bytes besides its label', async () => {
    const report = () => {}
    const resources = createResources({ report })
    const source = resolve('slides/architecture.rst')
    const nodes = parse(readFileSync(source, 'utf8'), { report, source }).children.flatMap(function all(node): Node[] {
      return 'children' in node ? [node, ...(node.children as Node[]).flatMap(all)] : [node]
    })
    const shown = await readDrawings(nodes, createDrawingStore(), resources)
    const all = [...shown.values()]
    const bytesOf = (count: number): number => {
      const { html, withoutScript } = embedDrawings([...all, ...all.slice(1)].slice(0, count), { resources, report })
      expect(html).toHaveLength(count)
      return Buffer.byteLength(html.join('').replace(/ aria-label="[^"]*"/g, '') + withoutScript)
    }
    // The first four bring what is written once: the drawing, and where no script runs the names of the parts that come and go.
    for (const count of [5, 6, 7]) expect(bytesOf(count) - bytesOf(count - 1)).toBeLessThan(300)
  })
})
