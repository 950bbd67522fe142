import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-options-'))
  write('talks/a.rst', ':css: own.css\n:js-body: own.js\n\n----\n\nOne\n===\n\n.. note:: secret\n\n.. code:: python\n\n   x = 1\n')
  write('talks/own.css', '.own{}')
  write('talks/own.js', 'own()')
  write('extra.css', '.extra{background:url(dot.png)}')
  write('extra.js', 'extra()')
  write('dot.png', 'png')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

/** Builds talks/a.rst with these options and returns the page; what is said beyond the count of steps is checked. */
async function built(args: readonly string[], said = /^talks\/a\.html {2}1 step, /): Promise<string> {
  const { code, stdout, stderr } = await deck(cwd, ['build', 'talks/a.rst', ...args])
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(said)
  return read('talks/a.html')
}

const order = (page: string, ...parts: string[]): void => {
  const places = parts.map((part) => page.indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
}

describe('options of a deck', () => {
  it('without any', async () => {
    const page = await built([])
    expect(page).toContain('<div id="impress-help"')
    expect(page).toContain('secret')
    expect(page).not.toMatch(/id="slide-number"|auto-console=/)
  })

  it.each(['--css', '-c'])('%s: after the deck’s own, from where the command runs', async (flag) => {
    const page = await built([flag, 'extra.css', flag, 'https://example.org/remote.css', '--verbose'], /page\/remote-resource/)
    order(
      page,
      '.own{}',
      '.extra{background:url("data:image/png;base64,cG5n")}',
      '<link rel="stylesheet" href="https://example.org/remote.css"',
    )
  })

  it('--safe reads the style sheet that the user names, and what it names, from anywhere; what the deck names, below its folder', async () => {
    write('talks/a.rst', ':css: own.css\n\n----\n\nOne\n===\n\n.. image:: ../dot.png\n')
    write('themes/mine/theme.css', '.mine{background:url(../../dot.png)}')
    const { code, stderr } = await deck(cwd, ['build', 'talks/a.rst', '--safe', '--css', 'extra.css', '--theme', 'themes/mine'])
    expect(code).toBe(1)
    expect(stderr.match(/source\/[\w-]+/g)).toEqual(['source/outside'])
    const dot = 'url("data:image/png;base64,cG5n")'
    order(read('talks/a.html'), `.mine{background:${dot}}`, '.own{}', `.extra{background:${dot}}`)
  })

  it.each(['--js', '-j'])('%s: after the deck’s own, at the end', async (flag) => {
    order(await built([flag, 'extra.js']), 'id="impress"', 'own()', 'extra()', '</script>\n</body>')
  })

  it.each(['--auto-console', '-a'])('%s', async (flag) => expect(await built([flag])).toMatch(/<div id="impress"[^>]* auto-console="True"/))
  it.each(['--skip-help', '-s'])('%s', async (flag) => expect(await built([flag])).not.toContain('<div id="impress-help"'))
  it.each(['--skip-notes', '-n'])('%s', async (flag) => expect(await built([flag])).not.toContain('secret'))
  it.each(['--slide-numbers', '-N'])('%s', async (flag) => expect(await built([flag])).toContain('<div id="slide-number"'))

  it('--mathjax is accepted with a note, --template with an advice', async () => {
    await built(['--mathjax', 'https://example.org/mathjax.js', '-v'], /^info: --mathjax is not needed: formulas are turned into MathML/)
    await built(
      ['--template', 'old'],
      /^warning: --template old is ignored: .*\[command\/no-templates\]\n {2}→ Move its style sheets to --css or --theme/,
    )
  })

  it('a folder after the deck is the target, as with Hovercraft', async () => {
    const { code, stderr } = await deck(cwd, ['build', 'talks/a.rst', 'out/deck'])
    expect({ code, said: stderr.split(' ')[0] }).toEqual({ code: 0, said: 'out/deck/index.html' })
    expect(read('out/deck/index.html')).toContain('.own{}')
  })
})

describe('--theme', () => {
  const canvas = (page: string): string =>
    /data-width="\S+ data-height="\S+ data-max-scale="\S+ data-min-scale="[^"]*"/.exec(page)?.[0] ?? ''

  it.each([
    ['bare', 'data-width="1024" data-height="768" data-max-scale="1" data-min-scale="0"', '.step {\n  width: 800px;'],
    ['default', 'data-width="1400" data-height="800" data-max-scale="4" data-min-scale="0"', '--card: #ffffff'],
    ['dark', 'data-width="1400" data-height="800" data-max-scale="4" data-min-scale="0"', '--card: #'],
  ])('by the name %s', async (name, size, css) => {
    const page = await built(['--theme', name])
    expect(canvas(page)).toBe(size)
    order(page, css, '.own{}')
  })

  it('wins over the deck’s', async () => {
    write('talks/a.rst', `:theme: dark\n${read('talks/a.rst')}`)
    expect(await built(['--theme', 'bare'])).not.toContain('--card')
    expect(await built([])).toContain('--card')
  })

  it('a CSS file is a whole theme on the bare canvas', async () => {
    write('themes/corp.css', '.corp{background:url(logo.png)}')
    write('themes/logo.png', 'logo')
    const page = await built(['--theme', 'themes/corp.css'])
    expect(canvas(page)).toContain('data-width="1024"')
    order(page, '.corp{background:url("data:image/png;base64,bG9nbw==")}', '.own{}')
    expect(page).not.toContain('width: 800px')
  })

  it('a folder holds theme.css, highlight.css and theme.json', async () => {
    write('themes/corp/theme.css', '.corp{}')
    write('themes/corp/highlight.css', '.highlight .k{color:corp}')
    write('themes/corp/theme.json', '{"extends":"default","width":1920,"maxScale":2}')
    const page = await built(['--theme', 'themes/corp'])
    expect(canvas(page)).toBe('data-width="1920" data-height="800" data-max-scale="2" data-min-scale="0"')
    order(page, '.highlight .k{color:corp}', '--card: #ffffff', '.corp{}', '.own{}')
  })

  it('a folder named in the deck is beside it; with theme.css alone it has the bare canvas', async () => {
    write('talks/a.rst', `:theme: corp\n${read('talks/a.rst')}`)
    write('talks/corp/theme.css', '.corp{}')
    const page = await built([])
    expect(canvas(page)).toContain('data-width="1024"')
    order(page, '.highlight .k', '.corp{}', '.own{}')
  })

  it.each([
    ['no theme', [], /error: No theme is named “nope”\. .*\n.*→ Write bare, default, dark, or the path of a CSS file or of a folder/],
    [
      'a bad description',
      ['{"width":"wide"}'],
      /error: “.*theme\.json” is no description of a theme: “width” cannot be "wide"\. \[page\/bad-theme\]/,
    ],
    ['no JSON', ['{'], /error: “.*theme\.json” is no description of a theme: /],
  ])('%s is an error, and the page is written', async (_, json, said) => {
    for (const text of json) {
      write('nope/theme.css', '')
      write('nope/theme.json', text)
    }
    const { code, stderr } = await deck(cwd, ['build', 'talks/a.rst', '--theme', json.length > 0 ? './nope' : 'nope'])
    expect(code).toBe(1)
    expect(stderr).toMatch(said)
    expect(read('talks/a.html')).toContain('.own{}')
  })
})

describe('--port', () => {
  it.each(['x', '70000', '-1', '1.5', '0.0.0.0:8000', '127.0.0.1:x'])('%s is none', async (port) => {
    const { code, stderr } = await deck(cwd, ['watch', 'talks/a.rst', `--port=${port}`])
    expect({ code, stderr }).toEqual({ code: 2, stderr: `error: “${port}” is not a port: write a number from 0 to 65535.\n` })
  })
})

describe('the help of a command', () => {
  const common = ['--css', '--theme', '--resource-path', '--safe', '--from', '--dialect', '--no-cache', '--verbose', '--help']
  const look = ['--auto-console', '--skip-help', '--skip-notes', '--slide-numbers']
  const hovercraft = ['--mathjax', '--template']

  it.each<[string, string[]]>([
    ['build', [...common, ...look, ...hovercraft, '--js', '--assets', '--output', '--lenient']],
    ['watch', [...common, ...look, ...hovercraft, '--js', '--port']],
    ['export', [...common, '--js', '--slide-numbers', '--pdf', '--png', '--notes', '--output', '--slides', '--substeps', '--size']],
    ['check', [...common, '--js', '--assets', '--skip-notes', '--format', '--strict', '--compat']],
    ['inspect', [...common, '--tree', '--deck', '--layout', '--map', '--presses', '--layers', '--schema']],
    ['convert', ['--dialect', '--force', '--help']],
    ['new', ['--markdown', '--help']],
  ])('deck %s names the options that change what it does, and no other', async (command, wanted) => {
    const { stdout } = await deck(cwd, [command, '--help'])
    const named = [...stdout.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual(wanted.toSorted())
  })

  it.each([
    ['check', 'talks/a.rst'],
    ['inspect', 'talks/a.rst', '--tree'],
    ['export', 'talks/a.rst', '--notes'],
  ])('deck %s takes what all take', async (...args) => {
    const flags = [
      '--assets',
      'copy',
      '--auto-console',
      '--skip-help',
      '--skip-notes',
      '--slide-numbers',
      '--mathjax',
      'x',
      '--js',
      'extra.js',
    ]
    expect((await deck(cwd, [...args, ...flags])).code).toBe(0)
  })

  it('--assets takes its two ways', async () => {
    const { code, stderr } = await deck(cwd, ['build', 'talks/a.rst', '--assets', 'cpoy'])
    expect(code).toBe(2)
    expect(stderr).toContain("argument 'cpoy' is invalid. Allowed choices are inline, copy.")
  })
})
