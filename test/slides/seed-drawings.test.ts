import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(resolve(project, path), 'utf8')

const drawings = ['k8s_architecture', 'k8s_network_manual', 'k8s_network', 'calico', 'router'].map((name) => `graphics/${name}.svg`)
const styles = ['styles/presentation.css', 'styles/orchestration.css']

/** An element with the elements around it, outermost first. */
interface Placed {
  readonly element: Element
  readonly around: readonly Element[]
}

const within = (parent: Root | Element, around: readonly Element[] = []): Placed[] =>
  parent.children.flatMap((child) => (child.type === 'element' ? [{ element: child, around }, ...within(child, [...around, child])] : []))

const elementsOf = (path: string): Placed[] => within(fromHtml(read(path), { fragment: true }))
const idOf = (element: Element): string => String(element.properties['id'] ?? '')

/** Slides with a drawing: each selector of the slide's own style, and the drawing it is written for. */
const cases = read('slides/container-orchestration.rst')
  .split(/^----$/m)
  .flatMap((slide) => {
    const drawing = /:file: \.\/(graphics\/\S+\.svg)/.exec(slide)?.[1]
    const style = /<style>(.*?)<\/style>/s.exec(slide)?.[1]
    const id = /^:id: (\S+)/m.exec(slide)?.[1]
    if (!drawing || !style || !id) return []
    return [...style.matchAll(/([^{}]+)\{/g)]
      .flatMap(([, list]) => (list ?? '').split(','))
      .map((selector) => selector.trim())
      .filter((selector) => selector !== `#${id}`)
      .map((selector) => ({ id, drawing, selector }))
  })

const tests: Record<string, (id: string, value: string) => boolean> = {
  '=': (id, value) => id === value,
  '^=': (id, value) => id.startsWith(value),
  '$=': (id, value) => id.endsWith(value),
  '*=': (id, value) => id.includes(value),
}

/** The deck's selectors are `#slide svg`, `#slide svg g g` and `#slide svg g g[id…]`; anything else is an error here. */
function matches({ id, drawing, selector }: { id: string; drawing: string; selector: string }): Placed[] {
  const parts = /^#(\S+) svg( g g(?:\[id([*^$]?=)(?:'(.+)'|"(.+)")\])?)?$/.exec(selector)
  if (parts?.[1] !== id) throw new Error(`${selector} is no selector of slide ${id}`)
  const [, , groups, operator, single, double] = parts
  const elements = elementsOf(drawing)
  if (!groups) return elements.filter(({ element }) => element.tagName === 'svg')
  const deep = elements.filter(({ element, around }) => element.tagName === 'g' && around.some(({ tagName }) => tagName === 'g'))
  if (!operator) return deep
  return deep.filter(({ element }) => tests[operator]?.(idOf(element), single ?? double ?? ''))
}

describe('the seed deck and its drawings', () => {
  it('finds every slide that chooses layers', () => {
    expect(new Set(cases.map(({ id }) => id))).toEqual(
      new Set([
        ...['arch-nodes-and-pods', 'arch-kubelet', 'arch-master', 'arch-kubectl'],
        ...['network-manual', 'network-manual2', 'network-overlay', 'network-overlay2'],
      ]),
    )
  })

  it.each(cases)('$selector matches something in $drawing', (selected) => {
    expect(matches(selected).map(({ element }) => element.tagName)).not.toEqual([])
  })

  // `svg g g { display: none }` reaches a group inside a shown group too, unless the same selector shows it.
  it.each(drawings)('%s names a group inside a layer after the layer', (path) => {
    const groups = elementsOf(path).filter(({ element }) => element.tagName === 'g')
    const astray = groups
      .map(({ element, around }) => ({ id: idOf(element), layer: around.filter(({ tagName }) => tagName === 'g')[1] }))
      .filter(({ id, layer }) => layer && !id.startsWith(`${idOf(layer)}_`))
    expect(astray).toEqual([])
  })
})

describe.each(drawings)('%s', (path) => {
  it('has each id once', () => {
    const ids = elementsOf(path)
      .map(({ element }) => idOf(element))
      .filter(Boolean)
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
  })

  it('refers to what it holds or to a file beside it', () => {
    const text = read(path)
    const ids = new Set(elementsOf(path).map(({ element }) => idOf(element)))
    const references = [...text.matchAll(/url\(\s*["']?([^"')]+)|\b(?:href|src)="([^"]*)"/g)].map(([, url, href]) => url ?? href ?? '')
    const astray = references.filter((to) => (to.startsWith('#') ? !ids.has(to.slice(1)) : !existsSync(resolve(project, 'graphics', to))))
    expect(astray).toEqual([])
    expect(text.replace(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|@import/)
  })

  it('has a title, and no text smaller than 16 px', () => {
    expect(elementsOf(path).some(({ element, around }) => element.tagName === 'title' && around.length === 1)).toBe(true)
    const sizes = [...read(path).matchAll(/font-size:\s*([\d.]+)px/g)].map(([, size]) => Number(size))
    expect(sizes.filter((size) => size < 16)).toEqual([])
  })
})

it.each(styles)('%s loads nothing', (path) => {
  expect(read(path)).not.toMatch(/url\(|@import/)
})

it('router.png is a picture of twice the 96 px it is shown at', () => {
  const png = readFileSync(resolve(project, 'graphics/router.png'))
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(192)
})
