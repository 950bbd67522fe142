import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'

/** The HTML of a deck's only slide, without ids and line ends, and what is told of it. */
async function slide(text: string) {
  const { page, diagnostics } = await compile({ path: '/deck.md', text: `${text}\n` }, { player: '', dialect: 'slidev' })
  return {
    html: page.steps.map((html) => html.replace(/^<div [^>]*>|<\/div>$/g, '').replace(/ id="[^"]*"|\n/g, '')).join(' | '),
    told: diagnostics.flatMap(({ code, message }) => (/read-as|not-found|remote/.test(code) ? [] : [`${code}: ${message}`])),
  }
}

const withoutMeaning = (what: string): string => `markdown/no-meaning: Slidev's ${what} has no meaning here and is left out.`

const columns = (first: string): string =>
  `<div class="columns"><div class="column slot-${first}"><h1>L</h1></div><div class="column slot-right"><h1>R</h1></div></div>`

describe('templates', () => {
  test.each<[what: string, text: string, html: string]>([
    [
      'of a layout are its parts',
      '<template v-slot:default>\n\n# L\n\n</template>\n<template v-slot:right>\n\n# R\n\n</template>',
      columns('default'),
    ],
    [
      'of a layout, in short, are its parts',
      '<template #left>\n\n# L\n\n</template>\n\n<template #right>\n\n# R\n\n</template>',
      columns('left'),
    ],
    [
      'of a switch come with the press they name',
      '<v-switch>\n  <template #1> a </template>\n  <template #3-5> b </template>\n</v-switch>',
      '    <div data-press="1" class="substep substep-at-1"> a </div>  <div data-press="2" class="substep substep-at-3"> b </div>',
    ],
    [
      'of light and dark show what is light',
      '<LightOrDark>\n  <template #dark>a <b>b</b></template>\n  <template #light>c</template>\n</LightOrDark>',
      '    c',
    ],
  ])('%s', async (_, text, html) => {
    expect(await slide(text)).toEqual({ html: html.trimStart() === html ? html : expect.stringContaining(html.trim()), told: [] })
  })
})

describe('clicks', () => {
  test.each<[what: string, text: string, html: string]>([
    ['that hide: it is there from the start', '<p v-click.hide>a</p><p v-after.hide>b</p>', '<p v-click.hide>a</p><p v-after.hide>b</p>'],
    ['that hide, by the component', '<v-click hide>\n\na\n\n</v-click>', '<p>a</p>'],
    [
      'from one press to another: it comes with the first',
      '<p v-click="[2, 4]">a</p>',
      '<p data-press="1" class="substep substep-at-2" v-click="[2, 4]">a</p>',
    ],
    ['within HTML', '<div>\n<v-click at="2">a</v-click>\n</div>', '<div><span data-press="1" class="substep substep-at-2">a</span></div>'],
  ])('%s', async (_, text, html) => {
    expect(await slide(text)).toEqual({ html, told: [] })
  })
})

describe('components of Slidev', () => {
  test.each<[what: string, text: string, html: string]>([
    [
      'a link to a slide',
      'a <Link to="3">b</Link> <Link to="x" title="c"/>\n\n# x\n\n---\nid: step-3\n---\n\n# y',
      'a <a href="#step-3">b</a> <a href="#x">c</a>',
    ],
    ['a film of YouTube', '<Youtube id="abc" width="3" />', '<iframe src="https://www.youtube.com/embed/abc" width="3" allowfullscreen'],
    ['a film', '<SlidevVideo controls>\n<p>a</p>\n</SlidevVideo>', '<video controls><p>a</p></video>'],
    ['what is made smaller', '<Transform :scale="0.5">\n\na\n\n</Transform>', '<div style="zoom: 0.5"><p>a</p></div>'],
    ['a text that fills its line', '<AutoFitText :max="200" modelValue="a & b"/>', '<p class="r-fit-text">a &amp; b</p>'],
    ['a table of contents', '<Toc maxDepth="1" />\n\n---\n\n# One', '<a href="#one">One</a>'],
  ])('%s', async (_, text, html) => {
    const { html: shown, told } = await slide(text)
    expect(shown).toContain(html)
    expect(told).toEqual([])
  })

  test('a table of contents has the levels that are asked for, and columns where it is long', async () => {
    const { html, told } = await slide('<Toc maxDepth="1" />\n\n---\n\n# One\n\n## Two\n\n---\n\n# Three')
    expect(html.match(/<a [^>]*>[^<]*<\/a>/g)?.map((link) => link.replace(/<[^>]*>/g, ''))).toEqual(['One', 'Three'])
    expect(html).toContain('li:nth-child(13)) { columns: 2 }')
    expect(told).toEqual([])
  })

  test('what is for the speaker alone is shown to nobody', async () => {
    const { html } = await slide(
      '<div>\n<RenderWhen context="presenter">a</RenderWhen> b <RenderWhen :context="[\'slide\']">c</RenderWhen>\n</div>',
    )
    expect(html.replace(/<[^>]*>/g, '')).toBe(' b c')
  })

  test('others are left out by name, those in small letters too, and told once', async () => {
    expect(await slide('<carbon-logo-github /> a <mdi-account class="x"/>b <Tweet id="1"/>')).toEqual({
      html: '<p>a b </p>',
      told: ['carbon-logo-github', 'mdi-account', 'Tweet'].map(
        (name) => `markdown/component: The component <${name}> has no meaning here; only what stands inside it is shown.`,
      ),
    })
  })
})

describe('what Vue works out', () => {
  test.each<[what: string, text: string, html: string, ...what: string[]]>([
    ['a script', 'a\n\n<script setup lang="ts">\nimport { ref } from "vue"\n</script>', '<p>a</p>', '<script>'],
    ['a script that imports', '<script>\nimport x from "y"\n</script>\n\na', '<p>a</p>', '<script>'],
    [
      'an expression',
      'a {{ $slidev.nav.currentPage }} of {{ 1 + 2 }} b `{{ c }}`',
      '<p>a  of  b <tt class="docutils literal">{{ c }}</tt></p>',
      '"{{ $slidev.nav.currentPage }}"',
      '"{{ 1 + 2 }}"',
    ],
  ])('%s is left out and told', async (_, text, html, ...what) => {
    const { html: shown, told } = await slide(text)
    expect(shown.replace(/<(?:tt|code)[^>]*>(.*?)<\/(?:tt|code)>/g, '<tt class="docutils literal">$1</tt>')).toBe(html)
    expect(told).toEqual(what.map(withoutMeaning))
  })

  test('an attribute of Vue makes no text of a tag', async () => {
    expect(
      await slide('a <button @click="next" class="x">**b**</button>\n\n<div @click="$slidev.nav.go(3)" class="y">\n\nc\n\n</div>'),
    ).toEqual({
      html: '<p>a <button @click="next" class="x"><strong>b</strong></button></p><div @click="$slidev.nav.go(3)" class="y"><p>c</p></div>',
      told: [],
    })
  })
})

test('a formula may have line ends right inside its dollars', async () => {
  expect((await slide('a $\nx\n$ b')).html).toMatch(/^<p>a <span class="math"><math>.*<\/math><\/span> b<\/p>$/)
})

test('a formula whose lines light up one after another is shown whole', async () => {
  const plain = await slide('$$\nx\n$$')
  expect(await slide('$$ {1|3|all}\nx\n$$')).toEqual(plain)
  expect(await slide('$$ {all} {at:1}\nx\n$$')).toEqual(plain)
})
