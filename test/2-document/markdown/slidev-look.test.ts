import { describe, expect, test } from 'vitest'
import { type CompileOptions, compile } from '../../../src/compile.ts'

const deckOf = (text: string, options: CompileOptions = { dialect: 'slidev' }) =>
  compile({ path: '/deck.md', text }, { player: '', ...options })

/** The rules that the page has for the classes in the text, and what is told. */
async function rulesOf(text: string, options?: CompileOptions) {
  const { page, diagnostics } = await deckOf(text, options)
  const sheet = /<style>(\.step[^<]*)<\/style>/.exec(page.steps[0] ?? '')?.[1]?.split('\n') ?? []
  return { sheet, told: diagnostics.filter(({ code }) => code === 'markdown/class-without-rule').map(({ subject }) => subject) }
}

describe('classes of UnoCSS', () => {
  test.each<[name: string, css: string]>([
    ['grid-cols-3', 'grid-template-columns: repeat(3, minmax(0, 1fr))'],
    ['grid-cols-[1fr,2fr]', 'grid-template-columns: 1fr 2fr'],
    ['col-span-2', 'grid-column: span 2'],
    ['gap-4', 'gap: 20.8px'],
    ['gap-x-2', 'column-gap: 10.4px'],
    ['flex', 'display: flex'],
    ['justify-between', 'justify-content: space-between'],
    ['items-center', 'align-items: center'],
    ['-mt-4', 'margin-top: calc(-1 * 20.8px)'],
    ['mx-auto', 'margin-left: auto; margin-right: auto'],
    ['p-2', 'padding: 10.4px'],
    ['mt-[20px]', 'margin-top: 20px'],
    ['w-1/2', 'width: 50%'],
    ['max-w-full', 'max-width: 100%'],
    ['h-40', 'height: 208px'],
    ['absolute', 'position: absolute'],
    ['bottom-0', 'bottom: 0px'],
    ['rounded-lg', 'border-radius: 10px'],
    ['md:block', 'display: block'],
    ['!m-0', 'margin: 0px !important'],
    ['border-l-2', 'border-left: 2px solid'],
  ])('%s', async (name, css) => {
    const selector = name.replace(/[^\w-]/g, '\\$&')
    expect(await rulesOf(`<div class="${name}">a</div>`)).toEqual({ sheet: [`.step .${selector} { ${css} }`], told: [] })
  })

  test.each<[name: string, css: string]>([
    ['text-center', 'text-align: center'],
    ['text-sm', 'font-size: 22.75px; line-height: 1.35'],
    ['text-white', 'color: white'],
    ['text-red-500', 'color: oklch(0.64 0.23 25)'],
    ['bg-[#123]/50', 'background-color: color-mix(in srgb, #123 50%, transparent)'],
    ['opacity-50', 'opacity: 0.5'],
    ['font-bold', 'font-weight: 700'],
  ])('%s, on the slide too', async (name, css) => {
    const selector = `.${name.replace(/[^\w-]/g, '\\$&')}`
    expect((await rulesOf(`---\nclass: ${JSON.stringify(name)}\n---\n\n# a`)).sheet).toEqual([
      `.step${selector}, .step ${selector} { ${css} }`,
    ])
  })

  test('each has its rule once, wherever it stands', async () => {
    const text = '# a {.text-center}\n\n[b]{.text-center}\n\n---\n\n<p class="text-center x">c</p>'
    expect((await rulesOf(text)).sheet).toHaveLength(1)
  })

  test('those without a rule are told once, unless the deck has one', async () => {
    const { diagnostics } = await deckOf(
      '<p class="xyz-3 own-4 word hover:flex">a</p>\n\n<p class="bg-gradient-to-r">b</p>\n\n<style>\n.own-4 { x: y }\n</style>',
    )
    expect(diagnostics.filter(({ code }) => code === 'markdown/class-without-rule').map(({ subject }) => subject)).toEqual([
      'xyz-3',
      'bg-gradient-to-r',
    ])
  })

  test('are nothing in decks of other tools, nor where HTML is nothing', async () => {
    expect(await rulesOf('# a\n\n<p class="grid xyz-3">a</p>', { dialect: 'marp' })).toEqual({ sheet: [], told: [] })
    expect((await deckOf('# a\n\n<p class="word">a</p>')).page.html).not.toContain('<style>.step')
  })
})

describe('the canvas', () => {
  test.each<[what: string, front: string, size: readonly [number, number]]>([
    ['as it is', 'mdc: true', [1400, 800]],
    ['of Slidev’s usual width', 'canvasWidth: 980', [1400, 800]],
    ['of another shape', 'aspectRatio: 4/3', [960, 720]],
    ['of the same shape', "aspectRatio: '16/9'", [1280, 720]],
    ['that is narrow', 'canvasWidth: 490', [640, 360]],
    ['that is very wide', 'canvasWidth: 1960', [1400, 788]],
    ['of both', 'aspectRatio: 1/1\ncanvasWidth: 490', [360, 360]],
    ['that is none', 'aspectRatio: wide', [1400, 800]],
  ])('%s', async (_, front, [width, height]) => {
    const { canvas, diagnostics } = await deckOf(`---\n${front}\n---\n\n# A\n`)
    expect(canvas).toMatchObject({ width, height })
    expect(diagnostics.some(({ message }) => message.includes('"aspectRatio: wide"'))).toBe(front.includes('wide'))
  })
})
