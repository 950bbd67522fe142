import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

const deck = (fields: string, slides = '----\n\nA\n=\n'): string => `${fields}\n\n${slides}`
const stageOf = (body: string): string => /<div id="impress"[^>]*>/.exec(body)?.[0] ?? ''

describe('the page around the stage', () => {
  test('title, language and meta', async () => {
    const { html } = await pageOf(deck(':title: T & U\n:author: A\n:description: "D"\n:keywords: k, l\n:lang: de\n:dir: ltr'))
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="de" dir="ltr">/)
    expect(html).toContain('<meta charset="utf-8">')
    expect(html).toContain('<title>T &amp; U</title>')
    expect(html).toContain('<meta name="author" content="A">')
    expect(html).toContain('<meta name="description" content="&quot;D&quot;">')
    expect(html).toContain('<meta name="keywords" content="k, l">')
  })

  const meta = '.. meta::\n   :description: D\n   :property=og:title: T & U\n   :viewport: width=1\n   :http-equiv=refresh: 1\n\n'

  test.each([
    [
      'what the directive says',
      '',
      [
        '<meta name="description" content="D">',
        '<meta property="og:title" content="T &amp; U">',
        '<meta http-equiv="refresh" content="1">',
      ],
    ],
    [
      'a field wins',
      ':description: E\n\n',
      [
        '<meta name="description" content="E">',
        '<meta property="og:title" content="T &amp; U">',
        '<meta http-equiv="refresh" content="1">',
      ],
    ],
  ])('the head has %s, but for what the page says itself', async (_, field, expected) => {
    const { html } = await pageOf(`${field}${meta}----\n\nA\n=\n`)
    const found = (html.match(/<meta [^>]*>/g) ?? []).filter((tag) => !/charset|viewport" content="width=device|generator/.test(tag))
    expect(found).toEqual(expected)
  })

  test('a stranger’s deck gives the browser no orders', async () => {
    const { html } = await pageOf(`${meta}----\n\nA\n=\n`, {}, { safe: true })
    expect(html).toContain('property="og:title"')
    expect(html).not.toContain('refresh')
  })

  test.each([
    ['English, as in docutils, where nothing is said', ':title: A talk', ' lang="en"'],
    ['what the deck says', ':lang: pt-BR', ' lang="pt-BR"'],
    ['none that is surely wrong', ':title: معماری سیستم', ''],
    ['English with a name of another script', ':title: Talk on Διόφαντος', ' lang="en"'],
  ])('language: %s', async (_, field, language) => {
    expect((await pageOf(deck(field))).html).toContain(`<html${language}>`)
  })

  const german = 'Wer heute etwas lernen will, liest es im Netz nach. '.repeat(5)
  const english = 'Whoever wants to learn, looks things up on the net. '.repeat(5)
  const missing = ['page/no-language@3']

  test.each([
    ['English', '', english, ' lang="en"', []],
    ['another one', '', german, '', missing],
    ['another one that the deck names', ':lang: de', german, ' lang="de"', []],
    ['another one with code in English', '', `${german}\n\n::\n\n  ${english}\n`, '', missing],
    ['English with code', '', `${english}\n\n::\n\n  ${german}\n`, ' lang="en"', []],
    ['a few words of another', '', 'Wer heute etwas lernen will', ' lang="en"', []],
    ['another script', '', 'Сегодня мы расскажем о том, как всё это работает. '.repeat(6), '', missing],
    ['no text', '', '::\n\n  code\n', ' lang="en"', []],
  ])('the language of a text: %s', async (_, field, text, language, codes) => {
    const page = await pageOf(deck(field, `----\n\n${text}\n`))
    expect(page.html).toContain(`<html${language}>`)
    expect(page.codes).toEqual(codes)
  })

  test('the stage says everything that impress.js asks of it', async () => {
    const { body } = await pageOf(deck(':theme: bare\n:data-perspective: 500'))
    expect(stageOf(body)).toBe(
      '<div id="impress" role="main" data-transition-duration="1000" data-perspective="500" data-width="1024" data-height="768" data-max-scale="1" data-min-scale="0">',
    )
  })

  test.each([
    [':data-width: 1920', 'data-width="1920"', []],
    [':data-max-scale: 3', 'data-max-scale="3"', []],
    [':data-width: wide', 'data-width="1400"', ['page/bad-canvas@1']],
    [':data-height: 0', 'data-height="800"', ['page/bad-canvas@1']],
    [':data-max-scale: 0.5', 'data-max-scale="0.5"', []],
    [':data-media-autoplay: true', 'data-media-autoplay="true"', []],
    [':auto-console: true', 'auto-console="True"', []],
  ])('%s', async (field, attribute, codes) => {
    const page = await pageOf(deck(field))
    expect(stageOf(page.body)).toContain(attribute)
    expect(page.codes).toEqual(codes)
  })

  test('a step has its attributes and all seven values', async () => {
    const { tags } = await pageOf('----\n\n:id: a\n:class: x y\n:data-x: 0.1\n:data-rotate: 90\n:data-autoplay: 5\n\nA\n')
    expect(tags[0]).toBe(
      '<div id="a" data-autoplay="5" class="step step-level-1 x y" data-x="0.1" data-y="0" data-z="0" data-rotate-x="0" data-rotate-y="0" data-rotate-z="90" data-scale="1" role="group" aria-roledescription="slide">',
    )
  })

  test('a step’s attributes go out under the names and with the values that its author gave them', async () => {
    const fields = [
      ':classname: a',
      ':htmlfor: b',
      ':hidden:',
      ':constructor: c',
      ':__proto__: d',
      ':title: "e" & `f`',
      ':contenteditable: false',
    ]
    const { tags, codes } = await pageOf(`----\n\n${fields.join('\n')}\n\nA\n`)
    expect(tags[0]).toContain(
      '<div id="step-1" classname="a" htmlfor="b" hidden="" constructor="c" __proto__="d" title="&quot;e&quot; &amp; `f`" contenteditable="false" class="step step-level-1" ',
    )
    expect(codes).toEqual([])
  })

  test('header before the stage, footer after it, notes inside the step', async () => {
    const { body, steps } = await pageOf('.. header:: H\n\n.. footer:: F\n\n----\n\na\n\n.. note:: n\n')
    expect(body).toMatch(
      /<div class="header" role="banner"><p>H<\/p><\/div>\n<div id="impress"[\s\S]*<div class="footer" role="contentinfo"><p>F<\/p><\/div>/,
    )
    expect(steps[0]).toBe('<p>a</p><div class="notes"><p>n</p></div>')
  })

  test.each([
    ['help', '', {}, '<div id="impress-help" role="region" aria-label="Keys" lang="en"></div>', true],
    ['no help', ':skip-help: true', {}, 'id="impress-help"', false],
    ['no help by option', '', { skipHelp: true }, 'id="impress-help"', false],
    ['slide numbers', ':slide-numbers: true', {}, '<div id="slide-number" class="slide-number" aria-hidden="true">1</div>', true],
    ['slide numbers by option', '', { slideNumbers: true }, 'id="slide-number"', true],
    ['notes left out', '', { skipNotes: true }, 'class="notes"', false],
    ['without script', '', {}, '<body class="impress-not-supported">', true],
  ])('%s', async (_, field, options, part, there) => {
    const { html } = await pageOf(deck(field, '----\n\na\n\n.. note:: n\n'), {}, options)
    expect(html.includes(part)).toBe(there)
  })

  test('styles stand in order: base, theme, the deck’s with their media, then --css', async () => {
    const files = { 'a.css': '.a{}', 'b.css': '.b{}', 'c.css': '.c{}', 'd.css': '.d{}' }
    const { html, codes } = await pageOf(deck(':css: a.css\n:css-screen: d.css\n:css-print: b.css'), files, { styles: ['c.css'] })
    const sheets = [...html.matchAll(/<style([^>]*)>([\s\S]*?)<\/style>/g)].map(
      ([, attributes, css = '']) => `${attributes}|${css.trim().slice(0, 30)}`,
    )
    expect(sheets.slice(2)).toEqual(['|.a{}', ' media="screen"|.d{}', ' media="print"|.b{}', '|.c{}'])
    expect(sheets[1]).toContain('What Hovercraft gave')
    expect(codes).toEqual([])
  })

  test.each<[theme: string, breaks: number]>([
    [':theme: bare', 2],
    [':css: own.css', 2],
    [':theme: on-bare', 2],
    ['', 1],
    [':theme: dark', 1],
    [':theme: own.css', 1],
    [':theme: alone', 1],
  ])('a line of a line block is as high as in Hovercraft’s page where the theme is bare: “%s”', async (field, breaks) => {
    const files = {
      'own.css': '',
      'on-bare/theme.css': '',
      'on-bare/theme.json': '{ "extends": "bare" }',
      'alone/theme.css': '',
    }
    const { steps } = await pageOf(`${field}\n\n----\n\n| a\n| b\n`, files)
    const end = '<br>'.repeat(breaks)
    expect(steps).toEqual([`<div class="line-block">a${end}b${end}</div>`])
  })

  test('a deck without styles has the default theme, one with them the bare one', async () => {
    expect((await pageOf(deck(''))).body).toContain('data-width="1400"')
    expect((await pageOf(deck(':css: a.css'), { 'a.css': '' })).body).toContain('data-width="1024"')
    const unknown = await pageOf(deck(':theme: nosuch'))
    expect(unknown.codes).toEqual(['page/unknown-theme@1'])
  })

  test('scripts cannot end their element', async () => {
    const files = { 'h.js': 'x = "</script>"', 'b.js': 'y = 1' }
    const { html, codes } = await pageOf(deck(':js-header: h.js\n:js-body: b.js'), files)
    expect(/<head>([\s\S]*)<\/head>/.exec(html)?.[1]).toContain('<script>\nx = "<\\/script>"\n</script>')
    expect(html).toMatch(/\/\* player \*\/\n<\/script>\n<script>\ny = 1\n<\/script>\n<\/body>/)
    expect(codes).toEqual([])
  })

  test('a stranger’s deck has no handlers and no links that run', async () => {
    const slides = '----\n\n:onclick: alert(1)\n:title: t\n\n`x <javascript:alert(2)>`__ `y <https://y.example>`__\n'
    const { tags, steps } = await pageOf(deck('', slides), {}, { safe: true })
    expect(tags[0]).toMatch(/ title="t"/)
    expect(tags[0]).not.toContain('alert')
    expect(steps[0]).toBe('<p>x <a href="https://y.example">y</a></p>')
  })

  test.each([
    ['a picture', '.. image:: https://x.example/a.png'],
    ['a picture without a scheme', '.. image:: //x.example/a.png'],
    ['a picture from the disk', '.. image:: file:///x.example/a.png'],
    ['a picture that is a script', '.. image:: javascript:x.example'],
    ['a picture behind the slide', ':style: background:url(https://x.example/a.png)\n\nText'],
  ])('a stranger’s deck fetches nothing: %s', async (_, slide) => {
    const { html, codes } = await pageOf(deck('', `----\n\n${slide}\n`), {}, { safe: true })
    expect(html.replaceAll(/data:image\/svg[^"]*/g, '')).not.toContain('x.example')
    expect(codes).toEqual([expect.stringMatching(/^page\/not-safe@/)])
  })

  test('a stranger’s deck fetches no style sheet, and nothing for one', async () => {
    const css = '@import "https://x.example/b.css";\np { background: url(//x.example/c.png) }'
    const { html, codes } = await pageOf(deck(':css: a.css https://x.example/d.css'), { 'a.css': css }, { safe: true })
    expect(html).not.toContain('x.example')
    expect(codes).toEqual(['page/not-safe@1', 'page/not-safe@2', 'page/not-safe@1'])
  })

  test('the page of a stranger’s deck forbids the browser what the compiler has missed', async () => {
    const { html } = await pageOf(deck('', '----\n\nText\n'), {}, { safe: true })
    // Each of the page's own.
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script)
    expect(scripts.at(-1)).toBe('\n/* player */\n')
    const hashes = scripts.map((script) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`).join('')
    expect(html.replaceAll('&#x27;', "'")).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'${hashes};`,
    )
    expect((await pageOf(deck('', '----\n\nText\n'))).html).not.toContain('Content-Security-Policy')
  })

  test('a stranger’s deck brings no script', async () => {
    const { html } = await pageOf(
      deck(':js-body: b.js', '----\n\n.. raw:: html\n\n  <script>alert(1)</script>\n'),
      { 'b.js': 'evil()' },
      { safe: true },
    )
    expect(html).not.toMatch(/alert|evil/)
  })
})
