import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createResources } from '../../src/1-source/resources.ts'
import { parseMarkdown } from '../../src/2-document/parse-markdown.ts'
import { toPseudoXml } from '../../src/2-document/pseudo-xml.ts'
import { resolve } from '../../src/2-document/resolve/resolve.ts'
import { parse } from '../../src/2-document/rst/parse.ts'
import { layersOf, printLayers } from '../../src/4-look/drawings/layers.ts'
import { layoutMap } from '../../src/5-layout/map.ts'
import { layoutTable } from '../../src/5-layout/table.ts'
import { embedHtml } from '../../src/6-page/embed/raw-html.ts'
import { cleanCss } from '../../src/6-page/safe/css.ts'
import { cleanHtml } from '../../src/6-page/safe/html.ts'
import { findUnsafe } from '../../src/6-page/svg/unsafe.ts'
import { printNotes } from '../../src/7-output/export/print-notes.ts'
import { differencesFromHovercraft } from '../../src/compat.ts'
import { type CompileOptions, compile } from '../../src/compile.ts'
import { convertDeck } from '../../src/convert.ts'
import { formatPretty } from '../../src/diagnostics/format.ts'
import { css } from './css.ts'
import { drawing } from './drawing.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { type Random, randomFrom } from './random.ts'
import { rst } from './rst.ts'
import { disturbed, word, words } from './words.ts'

/** A part of the program, and what it is given. `run` throws, or returns a promise that is rejected, where there is a fault. */
export interface Target {
  readonly name: string
  /** How many of the inputs are for it. */
  readonly weight: number
  readonly input: (random: Random) => string
  readonly run: (input: string, folder: string, random: Random) => unknown
}

const options = (random: Random): CompileOptions => ({
  player: '/**/',
  ...(random.once(2) ? { safe: true } : {}),
  ...(random.once(3) ? { assets: 'copy' } : {}),
  ...(random.once(6) ? { theme: random.pick(['bare', 'default', 'dark', 'a.css', 'theme', './theme', word(random)]) } : {}),
  ...(random.once(6) ? { skipNotes: true, skipHelp: true, slideNumbers: true, autoConsole: true } : {}),
  ...(random.once(6) ? { styles: ['a.css', word(random)], scripts: ['a.js', word(random)] } : {}),
  ...(random.once(6) ? { resourcePath: ['/nowhere', word(random)] } : {}),
})

const compiled = (language: 'rst' | 'md') => async (text: string, folder: string, random: Random) => {
  const result = await compile({ path: join(folder, `deck.${language}`), text }, options(random))
  const { deck, document, placements, canvas, diagnostics, textOf } = result
  layoutTable(deck.steps, placements)
  layoutMap(deck.steps, placements, canvas)
  differencesFromHovercraft(result)
  printNotes(deck, document, [...deck.steps.keys()])
  for (const diagnostic of diagnostics) formatPretty(diagnostic, { textOf })
  for (const { x, y, z, scale } of placements) if (![x, y, z, scale].every(Number.isFinite)) throw new Error('a slide stands nowhere')
}

export const targets: readonly Target[] = [
  {
    name: 'rst',
    weight: 20,
    input: rst,
    run: (text) => toPseudoXml(resolve(parse(text))),
  },
  {
    name: 'markdown',
    weight: 15,
    input: markdown,
    run: (text) => toPseudoXml(resolve(parseMarkdown(text))),
  },
  { name: 'compile rst', weight: 20, input: rst, run: compiled('rst') },
  { name: 'compile markdown', weight: 15, input: markdown, run: compiled('md') },
  {
    name: 'convert',
    weight: 6,
    input: (random) => (random.once(2) ? `rst\n${rst(random)}` : `md\n${markdown(random)}`),
    run: (input) => {
      const end = input.indexOf('\n')
      const language = input.slice(0, end)
      convertDeck({ path: `/deck.${language}`, text: input.slice(end + 1) }, language === 'rst' ? 'markdown' : 'rst')
    },
  },
  {
    name: 'drawing',
    weight: 12,
    input: (random) => (random.once(3) ? disturbed(drawing(random), random) : drawing(random)),
    run: async (text, folder, random) => {
      const layers = layersOf(text, 'x.svg')
      if (!('code' in layers)) printLayers(layers)
      writeFileSync(join(folder, 'x.svg'), text)
      const view = `   :show: ${words(random, 2)}\n   :steps: ${word(random)} | +a | -${word(random)}\n   :zoom: ${word(random)}\n`
      const slides = [
        '.. svg:: x.svg\n',
        `.. svg:: x.svg\n${view}`,
        '.. raw:: html\n   :file: x.svg\n',
        '.. image:: x.svg\n',
        ':data-on: step-1#a\n\nA\n',
        `:data-on: step-1#${word(random)}\n\nA\n`,
      ]
      await compiled('rst')(slides.map((slide) => `----\n\n${slide}`).join('\n'), folder, random)
    },
  },
  {
    name: 'css',
    weight: 6,
    input: (random) => (random.once(3) ? disturbed(css(random), random) : css(random)),
    run: async (text, folder, random) => {
      const { css: clean } = cleanCss(text)
      if (cleanCss(clean).removed.length > 0) throw new Error('what is clean is not clean')
      writeFileSync(join(folder, 'x.css'), text)
      await compiled('rst')(':css: x.css\n\n----\n\n.. svg:: a.svg\n\n.. svg:: a.svg\n', folder, random)
    },
  },
  {
    name: 'html',
    weight: 6,
    input: (random) => (random.once(3) ? disturbed(html(random), random) : html(random)),
    run: (text, folder) => {
      const clean = (given: string): string =>
        cleanHtml(given, {
          sheet: (sheet) => cleanCss(sheet).css,
          style: (style) => cleanCss(style).css,
          resource: (_tag, _name, addresses) => addresses,
          drawing: (root) => findUnsafe(root, true),
          report: () => {},
        })
      const once = clean(text)
      if (clean(once) !== once) throw new Error('what is clean is cleaned again')
      const resources = createResources({ report: () => {} })
      const embed = {
        url: (uri: string) => uri,
        text: () => undefined,
        image: () => ({}),
        clean: (sheet: string) => sheet,
        assets: [],
        remote: [],
      }
      if (resources.dependencies.size === 0) embedHtml(text, { from: join(folder, 'x.html'), position: undefined }, embed)
    },
  },
]

/** A folder of files that the decks may name. */
export function scratchFolder(seed: number): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'hoverdeck-fuzz-'))
  const random = randomFrom(seed, 0)
  const files: Record<string, string> = {
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><path d="M0 0h9"/></g><g id="b"/><g id="node1"/></svg>',
    'b.svg': drawing(random),
    'c.svg': drawing(random),
    'a.css': css(random),
    'b.css': '@import "a.css"; @import "b.css"; a { background: url(a.png) }',
    'a.html': html(random),
    'a.csv': '"a","b"\n1,2,3\n',
    'a.rst': `${rst(random)}\n\n.. include:: a.rst\n`,
    'a.md': markdown(random),
    'a.png': 'png',
    'a b.png': 'png',
    'a.js': 'a()',
    'theme.css': 'a {}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
