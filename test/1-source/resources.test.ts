import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResources, type ResourceKind } from '../../src/1-source/resources.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

let root: string
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hoverdeck-resources-'))
  write('project/package.json', '{}')
  write('project/slides/deck.rst', '')
  write('project/slides/beside.png', 'beside')
  write('project/top.png', 'top')
  write('project/graphics/g.svg', 'graphic')
  write('project/graphics/beside.png', 'never reached')
  write('project/styles/s.css', 'style')
  write('project/styles/fonts/f f.woff', 'font')
  write('elsewhere/e.js', 'script')
  for (const name of ['a#b.png', 'q?x.png', '50%25.png', '50%.png']) write(`project/slides/${name}`, name)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const find = (
  path: string,
  kind: ResourceKind,
  options: { resourcePath?: string[]; within?: readonly string[]; trusted?: readonly string[] } = {},
) => {
  const diagnostics: Diagnostic[] = []
  const resources = createResources({ report: (diagnostic) => diagnostics.push(diagnostic), ...options })
  const found = resources.read(path, join(root, 'project/slides/deck.rst'), kind)
  return { text: found && new TextDecoder().decode(found.bytes), codes: diagnostics.map(({ code }) => code), diagnostics, resources }
}

describe('createResources', () => {
  it.each<[string, string, ResourceKind, string]>([
    ['beside the deck first', 'beside.png', 'graphic', 'beside'],
    ['then in the project root', 'top.png', 'graphic', 'top'],
    ['then by kind in graphics/', './graphics/g.svg', 'graphic', 'graphic'],
    ['by kind, under its bare name', './g.svg', 'graphic', 'graphic'],
    ['by kind in styles/', 's.css', 'style', 'style'],
    ['fonts in styles/, encoded and with a query', 'fonts/f%20f.woff?#iefix', 'font', 'font'],
    ['for a name with a #', 'a#b.png', 'graphic', 'a#b.png'],
    ['for a name with a #, encoded', 'a%23b.png', 'graphic', 'a#b.png'],
    ['for a name with a ?', 'q?x.png', 'graphic', 'q?x.png'],
    ['for a name with a % as written', '50%.png', 'graphic', '50%.png'],
    ['for a name that looks encoded as written', '50%25.png', 'graphic', '50%25.png'],
  ])('looks %s', (_name, path, kind, text) => {
    expect(find(path, kind)).toMatchObject({ text, codes: [] })
  })

  it('looks in one place after the other, and takes the first that has the file', () => {
    const places = ['deck/parts/sub', 'deck/sub', 'sub', 'graphics/sub', 'graphics', 'extra/sub', 'further/sub'].map(
      (folder) => `order/${folder}/p.png`,
    )
    write('order/package.json', '{}')
    for (const place of places) write(place, place)
    const found = places.map((place) => {
      const resources = createResources({
        report: () => {},
        deckFolder: join(root, 'order/deck'),
        resourcePath: ['extra', 'further'].map((folder) => join(root, 'order', folder)),
      })
      const resource = resources.read('sub/p.png', join(root, 'order/deck/parts/part.rst'), 'graphic')
      rmSync(join(root, place))
      return resource && new TextDecoder().decode(resource.bytes)
    })
    expect(found).toEqual(places)
  })

  it('looks for a name as it is written before it looks for what that means as a URL', () => {
    write('project/graphics/as%20written.png', 'as written')
    write('project/slides/as written.png', 'as a URL')
    expect(find('as%20written.png', 'graphic')).toMatchObject({ text: 'as written', codes: [] })
  })

  it('looks beside the deck for what an included file names', () => {
    const resources = createResources({ report: () => {}, deckFolder: join(root, 'project/slides') })
    const found = resources.read('beside.png', join(root, 'elsewhere/part.rst'), 'graphic')
    expect(found && new TextDecoder().decode(found.bytes)).toBe('beside')
  })

  it('looks in --resource-path last', () => {
    expect(find('e.js', 'script')).toMatchObject({ text: undefined, codes: ['source/not-found'] })
    expect(find('e.js', 'script', { resourcePath: [join(root, 'elsewhere')] })).toMatchObject({ text: 'script', codes: [] })
  })

  it('says all the places it tried, once, and tells a watcher of them', () => {
    const { diagnostics, resources } = find('none.png', 'graphic')
    resources.read('none.png', join(root, 'project/slides/deck.rst'), 'graphic')
    expect(diagnostics).toHaveLength(1)
    for (const place of ['slides/none.png', 'project/none.png', 'graphics/none.png']) expect(diagnostics[0]?.advice).toContain(place)
    expect(resources.dependencies).toContain(join(root, 'project/graphics/none.png'))
  })

  it('keeps a file’s bytes once, however it is named', () => {
    const resources = createResources({ report: () => {} })
    const read = (path: string) => resources.read(path, join(root, 'project/slides/deck.rst'), 'graphic')
    expect(read('./beside.png')).toBe(read('beside.png'))
    expect(read('x/../beside.png')).toBe(read('beside.png'))
  })

  it('does not take a folder for a file', () => {
    expect(find('../graphics', 'graphic').codes).toEqual(['source/no-file'])
  })

  it('reads nothing outside the folder when told to stay within', () => {
    const within = join(root, 'project/slides')
    expect(find('beside.png', 'graphic', { within: [within] }).text).toBe('beside')
    expect(find('../top.png', 'graphic', { within: [within] })).toMatchObject({ text: undefined, codes: ['source/outside'] })
    expect(find(join(root, 'elsewhere/e.js'), 'script', { within: [within] }).codes).toEqual(['source/outside'])
  })

  it('reads in a folder that the user names, though it is outside', () => {
    const resourcePath = [join(root, 'project/graphics')]
    const within = [join(root, 'project/slides'), ...resourcePath]
    expect(find('g.svg', 'graphic', { within, resourcePath })).toMatchObject({ text: 'graphic', codes: [] })
    expect(find('g.svg', 'graphic', { within: within.slice(0, 1) }).codes).toEqual(['source/outside'])
  })

  it('trusts absolute paths only: a name is none in the folder where the command runs', () => {
    const within = [join(root, 'project/slides')]
    const here = join(process.cwd(), 'package.json')
    expect(find(here, 'data', { within, trusted: [here] }).codes).toEqual([])
    for (const name of ['', '.', 'package.json']) expect(find(here, 'data', { within, trusted: [name] }).codes).toEqual(['source/outside'])
  })

  it('does not call a file that is nowhere one outside', () => {
    expect(find('none.png', 'graphic', { within: [join(root, 'project/slides')] }).codes).toEqual(['source/not-found'])
  })

  it('is not led outside by a symbolic link', () => {
    symlinkSync(join(root, 'elsewhere/e.js'), join(root, 'project/slides/link.js'))
    expect(find('link.js', 'script', { within: [join(root, 'project/slides')] }).codes).toEqual(['source/outside'])
  })
})
