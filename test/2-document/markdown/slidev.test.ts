import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { read } from './read.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slidev-'))
  writeFileSync(join(folder, 'a.ts'), 'before\n  // #region one\n  first()\n    second()\n  // #endregion one\n// #region two\nthird()\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The slides' HTML without ids and line ends, their classes and styles, and what is told. */
async function slidevDeck(slides: string, safe = false) {
  const text = `---\nmdc: true\n---\n\n${slides}\n`
  const { page, deck, diagnostics } = await compile({ path: join(folder, 'deck.md'), text }, { player: '', safe })
  return {
    slides: page.steps.map((html) => html.replace(/^<div [^>]*>|<\/div>$/g, '').replace(/ id="[^"]*"|\n/g, '')),
    classes: deck.steps.map((step) => step.classes.join(' ')),
    styles: deck.steps.map(({ attributes }) => attributes['style'] ?? ''),
    codes: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, position }) => `${code}@${position?.start.line}`),
  }
}

const columns = (...parts: readonly [name: string, html: string][]): string =>
  `<div class="columns">${parts.map(([name, html]) => `<div class="column slot-${name}">${html}</div>`).join('')}</div>`

describe('the parts of a layout', () => {
  test.each<[what: string, slide: string, html: string]>([
    ['a heading over both', '# A\n\nl\n\n::right::\n\nr', `<h1>A</h1>${columns(['left', '<p>l</p>'], ['right', '<p>r</p>'])}`],
    [
      'a heading of its own in each',
      '# A\n\nl\n\n:: right ::\n\n# B\n\nr',
      columns(['left', '<h1>A</h1><p>l</p>'], ['right', '<h1>B</h1><p>r</p>']),
    ],
    [
      'a left one by name, beneath what stands before it',
      '# A\n\nx\n\n::left::\n\n## L\n\n::right::\n\n- r\n\n::bottom::\n\nb',
      `<h1>A</h1><p>x</p>${columns(['left', '<h2>L</h2>'], ['right', '<ul><li>r</li></ul>'])}<div class="slot-bottom"><p>b</p></div>`,
    ],
    ['no heading', '::right::\n\nr', columns(['right', '<p>r</p>'])],
    [
      'presses in a part',
      'l\n\n::right::\n\nr\n\n. . .\n\ns',
      columns(['left', '<p>l</p>'], ['right', '<p>r</p><div class="substep" data-press="1"><p>s</p></div>']),
    ],
  ])('%s', async (_, slide, html) => {
    const { slides, codes } = await slidevDeck(`# First\n\n---\n\n${slide}\n\n---\n\n# Last`)
    expect(slides).toEqual(['<h1>First</h1>', html, '<h1>Last</h1>'])
    expect(codes).toEqual([])
  })
})

describe('HTML as Vue reads it', () => {
  test.each<[what: string, slide: string, html: string, codes?: readonly string[]]>([
    ['a tag that closes itself', '<div class="x" />\n\na', '<div class="x"></div><p>a</p>'],
    ['one that is empty anyway', '<br />\n\na <img src="data:,"/> b', '<br /><p>a <img src="data:,"/> b</p>'],
    ['a component over lines', '<Tweet\n  id="x"\n  :width="3"\n>\n\na', '<p>a</p>', ['markdown/component@5']],
    ['a component that closes itself over lines', '<Tweet\n  id="a > b"\n/>\n\na', '<p>a</p>', ['markdown/component@5']],
    ['another tag over lines', '<span\n  class="x"\n>b</span>\n\na', '<span  class="x">b</span><p>a</p>'],
    ['what stands in a component', '<Box>\n\na\n\n</Box>', '<p>a</p>', ['markdown/component@5']],
    ['a component in a text', 'a <Arrow x="1" />b <Box>c</Box>', '<p>a b c</p>', ['markdown/component@5', 'markdown/component@5']],
    [
      'capitals, and the elements of drawings',
      '<DIV>a</DIV><svg><linearGradient/></svg>',
      '<DIV>a</DIV><svg><linearGradient></linearGradient></svg>',
    ],
    ['a component’s name in a value', '<b title="<Box>">a</b>', '<p><b title="<Box>">a</b></p>'],
    ['a tag in a script', '<script>"<Box/>"</script>', '<script>"<Box/>"</script>'],
    ['a tag that never ends', '<Youtube\n  id="x"\n\na', '<p>&lt;Youtubeid="x"</p><p>a</p>'],
  ])('%s', async (_, slide, html, codes = []) => {
    const deck = await slidevDeck(slide)
    expect(deck.slides).toEqual([html.replace('linearGradient></linearGradient', 'linearGradient></lineargradient')])
    expect(deck.codes).toEqual(codes)
  })
})

describe('clicks', () => {
  test.each<[what: string, slide: string, html: string]>([
    [
      'on any element, in the order of the page',
      '<p v-click>a</p>\n\n- <b v-click class="x">b</b>\n\n<img\n  v-click.left\n  src="data:,"\n/>',
      '<p data-press="1" class="substep" v-click>a</p><ul><li><b data-press="2" v-click class="x substep">b</b></li></ul><img data-press="3" class="substep"  v-click.left  src="data:,"/>',
    ],
    [
      'at a press, and with what came before',
      '<v-click>\n\na\n\n</v-click>\n<v-after>\n\nb\n\n</v-after>\n\nc <v-click at="3">d</v-click> <v-click>e</v-click>\n\n<p v-click="\'1\'">f</p>',
      '<div class="substep" data-press="1"><p>a</p></div><div class="substep substep-with-previous" data-press="1"><p>b</p></div><p>c <span class="substep substep-at-3" data-press="3">d</span> <span class="substep" data-press="2">e</span></p><p data-press="1" class="substep substep-at-1" v-click="\'1\'">f</p>',
    ],
    [
      'behind other tags, with what came before',
      '<p>a</p><p v-click class="x">b</p><p v-after>c</p>\n\nd <v-click id="9">e</v-click>',
      '<p>a</p><p data-press="1" v-click class="x substep">b</p><p data-press="1" class="substep substep-with-previous" v-after>c</p><p>d <span class="substep" data-press="2">e</span></p>',
    ],
    [
      'round a table: its rows',
      '<v-clicks>\n\n| a |\n|---|\n| b |\n| c |\n\n</v-clicks>',
      '<div class="incremental v-clicks"><table cellpadding="0" cellspacing="0"><thead><tr><th><p>a</p></th></tr></thead><tbody><tr class="substep" data-press="1"><td><p>b</p></td></tr><tr class="substep" data-press="2"><td><p>c</p></td></tr></tbody></table></div>',
    ],
  ])('%s', async (_, slide, html) => {
    const { slides, codes } = await slidevDeck(slide)
    expect(slides).toEqual([html])
    expect(codes).toEqual([])
  })
})

describe('code of a file', () => {
  test.each<[what: string, line: string, code: string, codes?: readonly string[]]>([
    ['all of it', '<<< @/a.ts', 'before\n  // #region one\n  first()\n    second()\n  // #endregion one\n// #region two\nthird()'],
    ['a region, without its margin', '<<< @/a.ts#one js {2}', 'first()\n  second()'],
    ['a region that does not end', '<<< a.ts#two', 'third()'],
    ['no such region', '<<< @/a.ts#three', '', ['rst/include-text-not-found@5']],
    ['no such file', '<<< @/b.ts', '', ['rst/file-not-read@5']],
  ])('%s', async (_, line, code, codes = []) => {
    const { slides, codes: told } = await slidevDeck(line)
    const shown = /<pre[^>]*>(.*)<\/pre>/.exec(slides[0]?.replace(/\n/g, '\n') ?? '')?.[1] ?? ''
    expect(shown.replace(/<[^>]*>/g, '')).toBe(code.replace(/\n/g, ''))
    expect(told).toEqual(codes)
  })

  it('stands in no slide of a stranger from elsewhere', async () => {
    const { codes } = await slidevDeck('<<< ../../etc/hostname', true)
    expect(codes).toHaveLength(1)
  })
})

describe('slides of another file', () => {
  beforeAll(() => {
    writeFileSync(
      join(folder, 'one.md'),
      '---\nclass: own\nlayout: center\n---\n\n# One\n\n---\nclass: x\n---\n\n# Two\n\n```md\n---\n```\n\n---\n\n# Three\n\n[dead](#nowhere)\n',
    )
    writeFileSync(join(folder, 'loop.md'), '# L\n\n---\nsrc: ./loop.md\n---\n')
    writeFileSync(join(folder, 'outer.md'), '# O\n\n---\nsrc: ./one.md#3\n---\n')
  })
  const titles = ({ slides }: { slides: readonly string[] }): string[] => slides.map((html) => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '')

  it('stand in the place of the slide that names it, whose fields win', async () => {
    const deck = await slidevDeck('# A\n\n---\nsrc: ./one.md\nclass: mine\n---\n\nnot shown\n\n---\n\n# B')
    expect(titles(deck)).toEqual(['A', 'One', 'Two', 'Three', 'B'])
    expect(deck.classes).toEqual(['', 'mine layout-center', 'x', '', ''])
    expect(deck.slides.join('')).not.toContain('not shown')
    expect(deck.codes).toEqual(['page/dead-link@22'])
  })

  it('may be some of them, and be named by files in turn', async () => {
    const some = await slidevDeck('# A\n\n---\nsrc: "/one.md#3,1-2,9"\n---\n\n---\nsrc: ./outer.md\n---')
    expect(titles(some)).toEqual(['A', 'Three', 'One', 'Two', 'O', 'Three'])
  })

  it('stand first where the front matter of the deck names them', async () => {
    const text = '---\nmdc: true\nclass: deck\nsrc: ./one.md#1-2\n---\n\nnot shown\n\n---\n\n# B\n'
    const { page, deck, diagnostics } = await compile({ path: join(folder, 'deck.md'), text }, { player: '' })
    expect(page.steps.map((html) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1])).toEqual(['One', 'Two', 'B'])
    expect(deck.steps.map(({ classes }) => classes.join(' '))).toEqual(['own layout-center deck', 'x', ''])
    expect(page.html).not.toContain('not shown')
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('are cut as Slidev cuts them', async () => {
    const file =
      '# 1\n\na ``` b\n\n---\n\n# 2\n\n````md\n```\n---\n````\n\n----\nclass: x\n\n---\nclass: y\n\n--- --\n---\n\n# 3\n\n---\nclass: z\n\n---\n\n# 4\n'
    writeFileSync(join(folder, 'cut.md'), file)
    const { slides, classes } = await slidevDeck([1, 2, 3, 6].map((number) => `---\nsrc: ./cut.md#${number}\n---\n`).join('\n'))
    expect(slides.map((html) => html.replace(/<[^>]*>/g, ''))).toEqual(['1a ``` b', '2```---', 'class: x', '4'])
    expect(classes).toEqual(['', '', '', 'z'])
  })

  it('are not read where no files are', () => {
    const { codes } = read('---\nmdc: true\n---\n\n# A\n\n---\nsrc: ./one.md\n---\n')
    expect(codes.filter((code) => !code.startsWith('markdown/'))).toEqual(['rst/directive-disabled@8:1'])
  })

  it('are missed with a message, and never endless', async () => {
    const none = await slidevDeck('# A\n\n---\nsrc: ./none.md\n---\n\n---\n\n# B')
    expect(none.codes).toContain('rst/file-not-read@8')
    expect(titles(none)).toEqual(['A', '', 'B'])
    expect((await slidevDeck('# A\n\n---\nsrc: ./loop.md\n---')).codes).toContain('rst/include-loop@4')
  })

  it('cost what the deck can afford, however they multiply', async () => {
    const naming = (file: string): string => `---\nsrc: ./${file}\n---\n\n`.repeat(3)
    for (let level = 0; level < 15; level++) writeFileSync(join(folder, `x${level}.md`), `# ${level}\n\n${naming(`x${level + 1}.md`)}`)
    writeFileSync(join(folder, 'x15.md'), '# end\n')
    const { codes } = await slidevDeck(`# A\n\n${naming('x0.md')}`)
    expect(codes.filter((code) => code.startsWith('document/too-much-generated'))).toHaveLength(1)
    const again = await slidevDeck(`# A\n\n---\nsrc: ./one.md#${'1-3,'.repeat(3000)}1\n---\n`)
    expect(again.codes.filter((code) => code.startsWith('document/too-much-generated'))).toHaveLength(1)
  })
})

describe('what divides a deck', () => {
  const headings = async (slides: string): Promise<string[]> =>
    (await slidevDeck(slides)).slides.map((html) => html.replace(/<[^>]*>/g, ''))

  test.each<[what: string, slides: string, texts: readonly string[]]>([
    ['a rule right below HTML', '# A\n\n<div>x</div>\n---\n\n# B\n\n<br\n  class="x"\n/>\n---\nclass: c\n---\n\n# C', ['Ax', 'B', 'C']],
    ['a rule right below a comment', '# A\n\n<!-- n -->\n---\n\n# B', ['An', 'B']],
    ['no rule in a code block below HTML', '# A\n\n<div>\n```\n---\n```\n</div>', ['A```---```']],
    ['front matter with blank lines', '# A\n\n---\nlayout: center\n\nclass: c\n---\n\n# B', ['A', 'B']],
    [
      'no slide that is hidden',
      '# A\n\n---\nhide: true\n---\n\n# B\n\n---\ndisabled: true\nclass: c\n---\n\n# C\n\n---\n\n# D',
      ['A', 'D'],
    ],
  ])('%s', async (_, slides, texts) => {
    expect(await headings(slides)).toEqual(texts)
  })

  it('where an included file ends with HTML', async () => {
    writeFileSync(join(folder, 'html.md'), '# One\n\n<p>end</p>')
    expect(await headings('# A\n\n---\nsrc: ./html.md\n---\n---\n\n# B')).toEqual(['A', 'Oneend', 'B'])
  })
})

it('the mark of a part stands right below HTML too', async () => {
  const { slides } = await slidevDeck('<div>l</div>\n::right::\n\nr')
  expect(slides).toEqual([columns(['left', '<div>l</div>'], ['right', '<p>r</p>'])])
})

it('a style sheet holds in its slide, also in files of the same length', async () => {
  const slide = '# A\n\n<style>\nh1 { color: red }\n.slidev-layout { top: 0 }\n</style>\n'
  for (const name of ['s1.md', 's2.md']) writeFileSync(join(folder, name), slide)
  const { slides } = await slidevDeck('# A\n\n---\nsrc: ./s1.md\n---\n\n---\nsrc: ./s2.md\n---')
  const scopes = slides.slice(1).map((html) => /<style data-scope="([^"]+)">/.exec(html)?.[1])
  expect(new Set(scopes).size).toBe(2)
  expect(slides[1]).toContain(`.step:has([data-scope="${scopes[0]}"]) h1 { color: red }.step:has([data-scope="${scopes[0]}"]) { top: 0 }`)
})

it('a picture at an absolute path is one of the folder public', async () => {
  mkdirSync(join(folder, 'public', 'images'), { recursive: true })
  writeFileSync(join(folder, 'public', 'images', 'a.gif'), 'GIF89a')
  const { slides, codes } = await slidevDeck(
    '![x](/images/a.gif)\n\n<img src="/images/a.gif">\n\n---\nlayout: image-right\nimage: /images/a.gif\n---\n\n<img src="/b.gif">',
  )
  expect(slides.join('').match(/src="data:image\/gif/g)).toHaveLength(2)
  expect(slides[1]).toContain('src="/b.gif"')
  expect(codes.filter((code) => code.startsWith('page/'))).toEqual([])
})

it('marks of clicks say which press a note is for', async () => {
  const clicks = '<v-clicks>\n\n- a\n- b\n- c\n- d\n- e\n\n</v-clicks>'
  const notes = 'Before\n\n[click] One\n\nstill one\n\n- [click] two\n- still two\n- [click:2] four\n\n**x** [click] no mark'
  const text = `---\nmdc: true\n---\n\n# A\n\n${clicks}\n\n<!--\n${notes}\n-->\n\n---\n\n# B\n\n<!-- plain -->\n`
  const { page, diagnostics } = await compile({ path: '/deck.md', text }, { player: '' })
  const found = [...page.html.matchAll(/<div class="notes"( data-at="\d")?>(.*?)<\/div>/gs)].map(([, at, html = '']) =>
    [
      at ?? '',
      html
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ]
      .join(' ')
      .trim(),
  )
  expect(found).toEqual([
    'data-at="0" Before',
    'data-at="1" One still one',
    'data-at="2" two still two',
    'data-at="4" four x [click] no mark',
    'plain',
  ])
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
})

it('code that moves is code, stage by stage', async () => {
  const { slides, codes } = await slidevDeck('````md magic-move\n```js\na()\n```\n\n```js\nb()\n```\n````')
  const [first, second, ...others] = slides[0]?.split(/(?=<pre)/) ?? []
  expect(first).toMatch(/^<pre class="[^"]*\bjs"[^>]*>.*a.*<\/pre>$/)
  expect(second).toMatch(/^<pre class="[^"]*\bsubstep"[^>]* data-press="1"[^>]*>.*b.*<\/pre>$/)
  expect(others).toEqual([])
  expect(codes).toEqual([])
})

describe('a picture of a layout', () => {
  const slide = (fields: string): string => `# A\n\n---\n${fields}\n---\n\n# B`

  it('stands beside the text, or behind it', async () => {
    const { styles, classes } = await slidevDeck(slide('image: a b.png\nlayout: image-right'))
    expect(classes[1]).toBe('layout-image-right')
    expect(styles[1]).toContain('--background-image: url("')
    expect(styles[1]).toContain('--background-inset: 0 0 0 50%')
    const left = await slidevDeck(slide('layout: image-left\nimage: /a.png\nbackgroundSize: contain'))
    expect(left.styles[1]).toContain('--background-size: contain; --background-inset: 0 50% 0 0')
    for (const layout of ['image', 'cover', 'intro']) {
      const behind = await slidevDeck(slide(`layout: ${layout}\nimage: a.png\nbackgroundSize: 20em`))
      expect(behind.styles[1]).toContain('background-image: url(a.png);')
      expect(behind.styles[1]).toContain('background-size: 20em;')
    }
  })

  it('a page stands in a frame', async () => {
    const { slides, styles, codes } = await slidevDeck(slide('layout: iframe-left\nurl: https://example.org/?a&b'))
    expect(slides[1]).toContain(
      '<div class="frame"><iframe src="https://example.org/?a&amp;b" title="https://example.org/?a&amp;b"></iframe></div>',
    )
    expect(styles[1]).toContain('--background-inset: 0 50% 0 0')
    expect(codes).toEqual([])
    const safe = await slidevDeck(slide('layout: iframe\nurl: https://example.org/'), true)
    expect(safe.slides[1]).not.toContain('iframe')
    expect(safe.codes).toHaveLength(1)
  })
})
