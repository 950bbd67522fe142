import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-check-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const good = ':title: T\n:theme: bare\n\n----\n\nOne\n===\n'
const wrong = '----\n\n:data-x: rabc\n\nA\n'
const doubtful = '----\n\nA\n\n----\n'

describe('deck check', () => {
  it('says that nothing is wrong, and writes nothing', async () => {
    write('a.rst', good)
    expect(await deck(cwd, ['check', 'a.rst'])).toEqual({ code: 0, stdout: '', stderr: 'no errors, no warnings\n' })
    expect(readdirSync(cwd)).toEqual(['a.rst'])
  })

  // Deck, flags, exit code, the last line on stderr.
  it.each<[string, string, string[], number, string]>([
    ['an error', wrong, [], 1, '1 error'],
    ['a warning', doubtful, [], 0, '1 warning'],
    ['a warning with --strict', doubtful, ['--strict'], 1, '1 warning'],
    ['a note with --strict', '.. title: T\n\n----\n\nA\n', ['--strict'], 0, 'no errors, no warnings'],
    ['notes with --verbose', '.. title: T\n\n----\n\nA\n', ['--verbose'], 0, 'no errors, no warnings, 1 note'],
  ])('%s', async (_name, text, flags, expected, last) => {
    write('a.rst', text)
    const { code, stdout, stderr } = await deck(cwd, ['check', 'a.rst', ...flags])
    expect({ code, stdout, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({ code: expected, stdout: '', last })
  })

  it('shows the place with the line, a caret and an advice', async () => {
    write('a.rst', wrong)
    const { stderr } = await deck(cwd, ['check', 'a.rst'])
    expect(stderr).toBe(
      [
        'a.rst:3:10 error: “rabc” is not a value for data-x. [layout/bad-value]',
        '  2 |',
        '> 3 | :data-x: rabc',
        '    |          ^^^^',
        '  4 |',
        '  → Write a number (100), a relative number (r100) or a step and an offset (some-id+100).',
        '',
        '1 error',
        '',
      ].join('\n'),
    )
  })

  it('prints JSON to stdout: paths as the person would write them', async () => {
    write('talks/a.rst', wrong)
    const { code, stdout, stderr } = await deck(cwd, ['check', 'talks/a.rst', '--format', 'json'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject([
      { code: 'layout/bad-value', severity: 'error', position: { source: 'talks/a.rst', start: { line: 3, column: 10 } } },
    ])
    expect(JSON.parse((await deck(cwd, ['check', '-', '--format', 'json'], good)).stdout)).toEqual([])
  })

  it('annotates a pull request on GitHub', async () => {
    write('a.rst', wrong)
    const { stdout } = await deck(cwd, ['check', 'a.rst', '--format', 'github'])
    expect(stdout).toMatch(
      /^::error file=a\.rst,line=3,col=10,endLine=3,endColumn=14,title=layout\/bad-value::“rabc” is not a value for data-x\..*\n$/,
    )
  })

  it('checks all decks of a folder, and a deck on standard input', async () => {
    write('talks/a.rst', good)
    write('talks/b.md', '# B\n')
    write('talks/c.rst', wrong)
    expect((await deck(cwd, ['check', 'talks'])).stderr).toMatch(/^talks\/c\.rst:3:10 error/)
    expect(await deck(cwd, ['check', '-'], wrong)).toMatchObject({ code: 1, stderr: expect.stringMatching(/^<stdin>:3:10 error/) })
  })

  it.each([
    ['Markdown', '# Hi\n\n---\n\n# There\n', 2],
    ['Markdown with fields', '---\ntitle: T\n---\n\n# Hi\n\n:data-x: 5\n', 2],
    ['reStructuredText', 'Hi\n==\n\n.. note:: a\n\n----\n\nThere\n=====\n', 2],
    ['a text that shows nothing', 'A\n-\n\ntext\n', 1],
  ])('knows %s on standard input', async (_, text, steps) => {
    expect(await deck(cwd, ['inspect', '-', '--layout'], text)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/step-1/),
    })
    expect((await deck(cwd, ['inspect', '-', '--layout'], text)).stdout.match(/\bstep-\d/g)).toHaveLength(steps)
  })

  it('takes what standard input is from --from, and names it where the guess may be wrong', async () => {
    expect(await deck(cwd, ['check', '-'], 'just text\n')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/\[command\/language-guessed\]\n[\s\S]*--from md/),
    })
    expect(await deck(cwd, ['check', '-', '--from', 'md'], 'just text\n')).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/--from/),
    })
    expect(await deck(cwd, ['check', '-', '--from', 'rst'], '# a\n')).toMatchObject({ code: 1 })
    expect(await deck(cwd, ['check', '-', '--from', 'xml'], '')).toMatchObject({ code: 2, stderr: expect.stringMatching(/rst, md/) })
  })

  it('--dialect wins over what the deck says and shows', async () => {
    write('a.md', '---\ndialect: marp\n---\n# A\n\na\n\n# B\n\nb\n')
    const stepsOf = async (args: readonly string[]) =>
      (await deck(cwd, ['inspect', 'a.md', '--layout', ...args])).stdout.match(/\bstep-\d/g)?.length
    expect(await stepsOf([])).toBe(1)
    expect(await stepsOf(['--dialect', 'pandoc'])).toBe(2)
    expect(await deck(cwd, ['check', 'a.md', '--dialect', 'beamer'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/quarto/) })
  })

  it('a deck that is not there is an error, a format that is none wrong use', async () => {
    expect(await deck(cwd, ['check', 'none.rst'])).toMatchObject({ code: 1, stderr: expect.stringMatching(/There is no deck at/) })
    expect(await deck(cwd, ['check', '-', '-f', 'xml'], good)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/“xml” is not a format/),
    })
  })
})

describe('what is wrong in the same way in many places', () => {
  const times = (count: number): string => `----\n\n${'.. toctree::\n\n'.repeat(count)}A\n`

  it('is told once, with the number and the lines', async () => {
    write('a.rst', times(137))
    const { stderr } = await deck(cwd, ['check', 'a.rst'])
    expect(stderr).toBe(
      [
        'a.rst:3:1 error: There is no directive named “toctree”. [rst/unknown-directive]',
        '  2 |',
        '> 3 | .. toctree::',
        '    | ^^^^^^^^^^^^',
        '  4 |',
        '  → Check the spelling; for a comment, write no “::” after the first word.',
        '  → The same 136 times more: lines 5, 7, 9, 11, 13, 15, 17, 19 and 128 more.',
        '',
        '137 errors',
        '',
      ].join('\n'),
    )
  })

  it('is told so by build too, and in a pull request', async () => {
    write('a.rst', times(2))
    expect((await deck(cwd, ['build', 'a.rst'])).stderr).toContain('The same once more: line 5.')
    const { stdout } = await deck(cwd, ['check', 'a.rst', '--format', 'github'])
    expect(stdout.match(/^::error .*The same once more: line 5\.$/gm)).toHaveLength(1)
  })

  it('is complete in JSON', async () => {
    write('a.rst', times(137))
    const found = JSON.parse((await deck(cwd, ['check', 'a.rst', '--format', 'json'])).stdout) as Diagnostic[]
    expect(found.map(({ position }) => position?.start.line)).toEqual(Array.from({ length: 137 }, (_, index) => 3 + 2 * index))
  })

  it('names the file where it is another', async () => {
    write('part.rst', '.. toctree::\n')
    write('a.rst', '----\n\n.. toctree::\n\n.. include:: part.rst\n\n.. toctree::\n')
    expect((await deck(cwd, ['check', 'a.rst'])).stderr).toContain('The same twice more: line 7; part.rst: line 1.')
  })

  const strange = '---\nmdc: true\n---\n# A\n\n<Tweet id="1"/>\n\n<Poll>\n\n---\n\n# B\n\n<Tweet id="2"/>\n\n<Quiz/>\n'

  it('is one message for a kind in a deck, with what each speaks of', async () => {
    write('a.md', strange)
    const told = [
      'a.md:6:1 warning: 3 components have no meaning here; only what stands inside them is shown. [markdown/component]',
      '  5 |',
      '> 6 | <Tweet id="1"/>',
      '    | ^^^^^^^^^^^^^^^',
      '  7 |',
      '  → Write HTML, or a directive.',
      '  → <Tweet>: lines 6, 14; <Poll>: line 8; <Quiz>: line 16.',
      '',
      '',
    ].join('\n')
    expect((await deck(cwd, ['check', 'a.md'])).stderr).toBe(`${told}1 warning\n`)
    expect((await deck(cwd, ['build', 'a.md'])).stderr.startsWith(told)).toBe(true)
    const json = JSON.parse((await deck(cwd, ['check', 'a.md', '--format', 'json'])).stdout) as readonly object[]
    const at = (line: number) => expect.objectContaining({ start: expect.objectContaining({ line }) })
    expect(json).toEqual([
      expect.objectContaining({
        code: 'markdown/component',
        advice: 'Write HTML, or a directive. <Tweet>: lines 6, 14; <Poll>: line 8; <Quiz>: line 16.',
        position: at(6),
        others: [at(8), at(14), at(16)],
        subjects: [
          { name: '<Tweet>', positions: [at(6), at(14)] },
          { name: '<Poll>', positions: [at(8)] },
          { name: '<Quiz>', positions: [at(16)] },
        ],
      }),
    ])
  })

  it('is one message for a kind in a deck of several files', async () => {
    write('part.md', '# B\n\n<Poll/>\n')
    write('a.md', '---\nmdc: true\n---\n# A\n\n<Tweet/>\n\n---\nsrc: part.md\n---\n')
    expect((await deck(cwd, ['check', 'a.md'])).stderr).toContain('→ <Tweet>: line 6; <Poll>: part.md: line 3.\n\n1 warning\n')
  })

  it('is one message of each deck that has it', async () => {
    write('a.md', strange)
    write('b.md', strange)
    expect((await deck(cwd, ['check', 'a.md', 'b.md'])).stderr).toMatch(/^a\.md:6:1 [\s\S]*\nb\.md:6:1 [\s\S]*\n2 warnings\n$/)
  })

  it('names eight of a kind, shortly, and counts the others', async () => {
    const address = (n: number): string => `https://x.example/${'a'.repeat(60)}${n}`
    write('a.rst', `----\n\n${Array.from({ length: 11 }, (_, n) => `.. image:: ${address(n)}\n`).join('\n')}`)
    const { stderr } = await deck(cwd, ['check', 'a.rst'])
    expect(stderr).toContain('11 addresses are fetched')
    expect(stderr.match(/“https:\/\/x\.example\/a{41}…”: line \d+/g)).toHaveLength(8)
    expect(stderr).toMatch(/; and 3 more\.\n/)
  })

  it('is one message where what is told is the same each time, with the lines', async () => {
    write('a.md', 'A\n\n---\n\nB\n---\n\nC\n---\n\nD\n\nNote: x\n')
    const { stderr } = await deck(cwd, ['check', 'a.md', '--dialect', 'reveal'])
    expect(stderr).toMatch(/^a\.md:6:1 warning: This rule stands right below a text/)
    expect(stderr).toMatch(/→ The same once more: line 9\.\n\n1 warning\n$/)
  })

  it('is told each time where the sentence names nothing: then the places are what is told', async () => {
    write('a.rst', '----\n\nA\nB\n  C\n\nD\nE\n  F\n')
    const { stderr } = await deck(cwd, ['check', 'a.rst'])
    expect(stderr.match(/rst\/unexpected-indentation/g)).toHaveLength(2)
    expect(stderr).not.toContain('The same')
  })
})

describe('deck check --compat', () => {
  const codes = async (text: string): Promise<string[]> => {
    const { code, stdout } = await deck(cwd, ['check', '-', '--compat', '--format', 'json'], text)
    expect(code).toBe(0)
    return (JSON.parse(stdout) as Diagnostic[]).map(
      (found) => `${found.code} ${found.position?.start.line}:${found.position?.start.column}`,
    )
  }
  const named = ':title: T\n:theme: bare\n\n'
  const theme = 'compat/field 2:9'

  it.each<[string, string, string[]]>([
    ['r+N', `${named}----\n\n:data-x: r+100\n\nA\n`, [theme, 'layout/plus-relative 6:10']],
    [
      'an id of a later slide',
      `${named}----\n\n:data-x: b+100\n\nA\n\n----\n\n:id: b\n:data-x: 5\n\nB\n`,
      [theme, 'layout/forward-reference 6:10'],
    ],
    ['a canvas', `:title: T\n:theme: bare\n:data-width: 1920\n:lang: de\n\n----\n\nA\n`, [theme, 'compat/field 3:14', 'compat/field 4:8']],
    ['no title', ':theme: bare\n\n----\n\nOne\n===\n\n----\n\nTwo\n===\n', ['compat/field 1:9', 'compat/title 5:1']],
    ['a title that is a comment', `.. title: T\n\n:theme: bare\n\n----\n\nA\n`, ['deck/title-comment 1:1', 'compat/field 3:9']],
    ['text under a lone title', 'Deck\n====\n\n:theme: bare\n\nText\n\n----\n\nA\n', ['deck/opening-text 1:1', 'compat/field 4:9']],
    ['text before the first slide', `${named}Text\n\n----\n\nA\n`, [theme, 'deck/text-before-first-step 4:1']],
    ['no style', ':title: T\n\n----\n\nA\n', ['compat/theme 3:1']],
    ['nested levels', `${named}----\n\nA\n\n....\n\nB\n\n....\n\nC\n`, [theme, 'compat/nested-step 8:1']],
    ['slides that cover each other', `${named}----\n\n:data-scale: 2\n\nA\n\n----\n\nB\n`, [theme, 'layout/steps-cover-each-other 10:1']],
    ['a remote picture', `${named}----\n\n.. image:: https://example.org/a.png\n`, [theme, 'page/remote-resource 6:1']],
    ['fields of impress.js 2.0', `${named}----\n\nA\n\n----\n\n:data-rel-x: 1w\n\nB\n`, [theme, 'compat/placing-field 10:14']],
    [
      'what Hovercraft had no template for, each once',
      `${named}----\n\n.. tip:: A\n\n.. tip:: B\n\nH\\ :sub:\`2\`\\ O [C]_\n\n.. [C] Book\n`,
      [theme, 'compat/rendered 6:1', 'compat/rendered 10:4', 'compat/rendered 12:1'],
    ],
    ['a scaled picture', `${named}----\n\n.. image:: data:,\n   :scale: 50\n`, [theme, 'compat/scale 6:1']],
    ['a drawing', `${named}----\n\n.. svg:: a.svg\n   :alt: x\n`, [theme, 'compat/drawing 6:1']],
    ['nothing', ':title: T\n:css: a.css\n\n----\n\nA\n', []],
  ])('%s', async (_name, text, expected) => {
    write('a.css', '')
    write('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    expect(await codes(text)).toEqual(expected)
  })

  it('names first what Hovercraft took and is an error here', async () => {
    const deckWithMistakes = `${named}----\n\n:id: a\n\nr+ :nope:\`A\`\n\n----\n\n:id: a\n\n.. toctree::\n\n.. image:: none.png\n`
    const { code, stdout } = await deck(cwd, ['check', '-', '--compat', '--format', 'json'], deckWithMistakes)
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as Diagnostic[]).map((found) => found.code)).toEqual([
      'rst/unknown-role',
      'deck/duplicate-step-id',
      'rst/unknown-directive',
      'compat/taken',
      'compat/field',
      'source/not-found',
    ])
  })

  it('says how many there are where it names one', async () => {
    const { stderr } = await deck(cwd, ['check', '-', '--compat'], `${named}----\n\nA\n\n....\n\nB\n\n....\n\nC\n`)
    expect(stderr).toContain('The slide “step-2” of level 2 stands on the stage like any other (so is one more slide); Hovercraft put it')
    expect(stderr).toMatch(/no errors, no warnings, 2 notes\n$/)
  })

  it('the seed deck differs where it says r+N alone', async () => {
    const seed = readFileSync('slides/container-orchestration.rst', 'utf8')
    expect(seed).toContain(':css:')
    const { code, stdout } = await deck(process.cwd(), ['check', 'slides/container-orchestration.rst', '--compat', '-f', 'json'])
    expect({ code, codes: [...new Set((JSON.parse(stdout) as Diagnostic[]).map((found) => found.code))] }).toEqual({
      code: 0,
      codes: ['layout/plus-relative'],
    })
  })
})
