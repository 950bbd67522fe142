import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

/** Labels as drawing programs let one write them, and a slip in each. */
const labels: readonly (readonly [label: string, slip: string])[] = [
  ['master', 'mastr'],
  ['Control plane', 'Control plan'],
  ['nodes, all of them', 'nodes, all off them'],
  ['left|right', 'left|rigth'],
  ['-minus', '-minis'],
  ['+plus', '+plos'],
  ['the "edge" one', 'the "egde" one'],
  ["Ann's box", "Ann's bix"],
  ['größer & mehr', 'grösser & mehr'],
]

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-names-'))
  const groups = labels.map(([label], index) => {
    const escaped = label.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
    return `<g id="g${index}" data-name="${escaped}"><rect x="${index * 10}" width="9" height="9"/></g>`
  })
  writeFileSync(join(cwd, 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10">${groups.join('')}</svg>`)
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** Everywhere that a part may be named, in both languages. */
const places: readonly (readonly [name: string, file: string, deck: (written: string) => string])[] = [
  ...['show', 'hide', 'dim', 'zoom'].map(
    (option) => [`:${option}:`, 'rst', (written: string) => `----\n\n.. svg:: a.svg\n   :${option}: ${written}\n   :alt: x\n`] as const,
  ),
  [':steps:', 'rst', (written) => `----\n\n.. svg:: a.svg\n   :steps: g0 | +${written} | -${written}\n   :alt: x\n`],
  [':show: in Markdown', 'md', (written) => `# A\n\n:::svg[a.svg]\n:show: ${written}\n:alt: x\n:::\n`],
  [':data-on:', 'rst', (written) => `----\n\n:id: d\n\n.. svg:: a.svg\n   :alt: x\n\n----\n\n:data-on: d#${written}\n\nA\n`],
  ['data-on in Markdown', 'md', (written) => `---\n:id: d\n\n:::svg[a.svg]\n:alt: x\n:::\n\n---\n:data-on: d#${written}\n\nA\n`],
]

const check = (file: string, text: string) => {
  writeFileSync(join(cwd, `talk.${file}`), text)
  return deck(cwd, ['check', '--verbose', '--format', 'json', `talk.${file}`])
}
const found = async (file: string, text: string): Promise<{ code: string; advice?: string }[]> =>
  JSON.parse((await check(file, text)).stdout)

describe.each(places)('a part named in %s', (_, file, text) => {
  it.each(labels)('is advised as it is to be written: %s', async (label, slip) => {
    const quoted = (name: string): string => `"${name.replace(/"/g, '?')}"`
    const wrong = (await found(file, text(quoted(slip)))).find(({ code }) => code === 'svg/unknown-layer')
    const [, advised = ''] = /Did you mean “(.*?)”\?/.exec(wrong?.advice ?? '') ?? []
    expect(advised.replaceAll('"', '').replaceAll('?', '"')).toBe(label)
    expect(await found(file, text(advised))).toEqual([])
    expect(await found(file, text(quoted(label)))).toEqual([])
  })

  it('may stand in a list of those there are, as it is to be written', async () => {
    const wrong = (await found(file, text('nothing-of-it'))).find(({ code }) => code === 'svg/unknown-layer')
    expect(wrong?.advice).toContain(
      'It has: g0 (master), g1 ("Control plane"), g2 ("nodes, all of them"), g3 ("left|right"), g4 ("-minus")',
    )
  })
})

describe('a part’s name in :data-on:', () => {
  it('needs no quotes for its blanks where it is one name alone', async () => {
    expect(await found('rst', '----\n\n:id: d\n\n.. svg:: a.svg\n   :alt: x\n\n----\n\n:data-on: d#Control plane\n\nA\n')).toEqual([])
  })
})
