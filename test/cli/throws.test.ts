import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { version } from '../../src/version.ts'
import { deckProcess } from './process.ts'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-throws-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

// A text that is no string passes all phases up to the page's text, where it throws: what a mistake of hoverdeck's own does.
const config = `
const rubbish = ({ position }) => [{ type: 'paragraph', position, children: [{ type: 'text', value: 5, position }] }]
const option = () => { throw new Error('no such option') }
export default {
  directives: [
    { name: 'rubbish', run: rubbish },
    { name: 'timer', arguments: { optional: 1 }, run: () => {
      throw new TypeError('planted fault')
    } },
    { name: 'nothing', run: () => undefined },
    { name: 'later', run: async () => [] },
    { name: 'picky', options: { size: option, none: () => undefined }, run: () => [] },
    { name: 'odd', run: () => { throw Object.create(null) } },
  ],
  roles: [
    { name: 'shout', run: () => { throw new RangeError('too loud') } },
    { name: 'mute', run: () => ({ nodes: 'none' }) },
  ],
}
`

describe('a directive or role of deck.config.mjs that throws', () => {
  beforeEach(() => write('deck.config.mjs', config))

  const throws = 'rst/own-throws'
  const timer = '3:1 error: The directive “timer” of your configuration throws TypeError: planted fault.'
  const shout = 'error: The role “shout” of your configuration throws RangeError: too loud.'

  it.each<[string, string, string, string[]]>([
    ['talk.rst', '----\n\n.. timer::\n\nAfter\n', timer, [throws]],
    ['talk.md', '# A\n\n```{timer}\n```\n\nAfter\n', timer, [throws]],
    [
      'talk.rst',
      '----\n\n.. |t| timer:: x\n\nAfter |t|\n',
      '3:8 error: The directive “timer” of your configuration throws TypeError: planted fault.',
      ['rst/substitution-invalid', throws, 'document/unknown-substitution'],
    ],
    ['talk.rst', '----\n\nSay :shout:`hey`\n\nAfter\n', `3:5 ${shout}`, [throws]],
    ['talk.md', '# A\n\nSay :shout[hey]\n\nAfter\n', `3:5 ${shout}`, [throws]],
    ['talk.rst', '.. role:: loud(shout)\n\n----\n\nSay :loud:`hey`\n\nAfter\n', `5:5 ${shout}`, [throws]],
    [
      'talk.rst',
      '----\n\n.. odd::\n\nAfter\n',
      '3:1 error: The directive “odd” of your configuration throws something that is no error.',
      [throws],
    ],
    [
      'talk.rst',
      '----\n\n.. nothing::\n\nAfter\n',
      '3:1 error: The directive “nothing” of your configuration returns something else than a list of nodes.',
      ['rst/own-returns'],
    ],
    [
      'talk.md',
      '# A\n\n```{later}\n```\n\nAfter\n',
      '3:1 error: The directive “later” of your configuration returns something else than a list of nodes.',
      ['rst/own-returns'],
    ],
    [
      'talk.rst',
      '----\n\n:mute:`x`\n\nAfter\n',
      '3:1 error: The role “mute” of your configuration returns something else than nodes and messages.',
      ['rst/own-returns'],
    ],
    [
      'talk.rst',
      '----\n\n.. picky::\n   :size: 3\n\nAfter\n',
      '3:1 error: The option “size” of the directive “picky” is “3”: its converter throws Error: no such option.',
      ['rst/directive-option-value'],
    ],
    [
      'talk.rst',
      '----\n\n.. picky::\n   :none:\n\nAfter\n',
      '3:1 error: The option “none” of the directive “picky” has no value: its converter returns neither a value nor a problem.',
      ['rst/directive-option-value'],
    ],
  ])('is an error with its name and place, and the page is written: %s %j', async (name, text, said, codes) => {
    write(name, text)
    const built = await deck(cwd, ['build', name, '-o', '-'])
    expect(built.code).toBe(1)
    expect(built.stderr).toContain(`${name}:${said}`)
    expect(built.stderr.match(/(?<=\[)\w+\/[\w-]+(?=\]$)/gm)).toEqual(codes)
    expect(built.stdout).toContain('After')
  })

  it('is told with the place in the configuration, too', () => {
    write('talk.rst', '----\n\n.. timer::\n\n:shout:`hey`\n\n.. picky::\n   :size: 3\n')
    const { code, stderr } = deckProcess(cwd, ['build', 'talk.rst'])
    expect(code).toBe(1)
    expect(stderr).toContain('throws TypeError: planted fault (deck.config.mjs:8:13).')
    expect(stderr).toContain('throws RangeError: too loud (deck.config.mjs:16:41).')
    expect(stderr).toContain('throws Error: no such option (deck.config.mjs:3:30).')
  })
})

describe('a deck.config.mjs that does not do', () => {
  it.each<[string, string]>([
    ['throw new Error("not today")', 'Error: not today (deck.config.mjs:1:7).'],
    ['export default {', 'SyntaxError: Unexpected end of input.'],
    ['import "./none.mjs"', 'Error: Cannot find module'],
    ['await new Promise(() => {})', 'Error: it awaits what never comes.'],
    ['export default [1]', 'its default export is no object.'],
    ['export default { directives: {} }', '“directives” is not a list of objects with a name and a function run.'],
    ['export default { roles: [{ name: "x" }] }', '“roles” is not a list of objects with a name and a function run.'],
    ['export default { theme: 5 }', '“theme” is not a name or a path.'],
  ])('%j is an error that says why', (text, reason) => {
    write('deck.config.mjs', text)
    write('talk.rst', '----\n\nWell\n')
    const { code, stderr } = deckProcess(cwd, ['build', 'talk.rst'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: “.*deck\.config\.mjs” cannot be loaded: .* \[command\/bad-config\]$/m)
    expect(stderr).toContain(`cannot be loaded: ${reason}`)
  })
})

describe('what hoverdeck does when it fails itself', () => {
  beforeEach(() => {
    write('deck.config.mjs', config)
    write('bad.rst', '----\n\n.. rubbish::\n')
    write('good.rst', '----\n\nWell\n')
  })

  const said = /^severe: hoverdeck itself failed when it rendered “bad\.rst”: TypeError: .*\. \[command\/crashed\]$/m

  it.each([
    ['build', 'bad.rst'],
    ['export', 'bad.rst', '--notes'],
    ['check', 'bad.rst'],
    ['inspect', 'bad.rst', '--deck'],
  ])('deck %s says with what file, in which phase, and asks for a report: exit code 70', async (...args) => {
    const { code, stdout, stderr } = await deck(cwd, args)
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' })
    expect(stderr).toMatch(said)
    expect(stderr).toMatch(/→ Please report it/)
    expect(stderr).toContain(`hoverdeck ${version}, Node ${process.version}`)
    expect(stderr).toMatch(/\n +at \S+/)
  })

  it('goes on with the other decks', async () => {
    const { code, stderr } = await deck(cwd, ['build', 'bad.rst', 'good.rst', '-o', 'site'])
    expect(code).toBe(70)
    expect(stderr).toMatch(said)
    expect(stderr).toMatch(/^site\/good\.html {2}1 step/m)
  })

  it('tells GitHub and JSON readers as any error', async () => {
    const github = await deck(cwd, ['check', 'bad.rst', '--format', 'github'])
    expect(github).toMatchObject({ code: 70, stdout: expect.stringMatching(/^::error title=command\/crashed::hoverdeck itself failed/) })
    const json = await deck(cwd, ['check', 'bad.rst', '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject([{ code: 'command/crashed', severity: 'severe' }])
  })
})

describe('standard output that does not take the data', () => {
  it.each([['build', 'talk.rst', '-o', '-'], ['inspect', 'talk.rst', '--tree'], ['check', 'talk.rst', '--format', 'json'], ['--help']])(
    'deck %s says why: exit code 1',
    (...args) => {
      write('talk.rst', '----\n\nWell\n')
      const full = openSync('/dev/full', 'w')
      const { code, stderr } = deckProcess(cwd, args, { stdio: ['ignore', full, 'pipe'] })
      closeSync(full)
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: 'error: Standard output cannot be written: the disk is full. [command/no-output]\n\n',
      })
    },
  )

  it('is no matter where the reader has read enough', () => {
    write('talk.rst', '----\n\nWell\n')
    const piped = execFileSync(
      'bash',
      ['-c', `"${process.execPath}" "${resolve('dist/deck.cjs')}" build talk.rst -o - | head -c 15; echo " \${PIPESTATUS[0]}"`],
      { cwd },
    )
    expect(String(piped)).toBe('<!DOCTYPE html> 0\n')
  })

  it('nor is standard error', () => {
    const full = openSync('/dev/full', 'w')
    expect(deckProcess(cwd, ['build', 'none.rst'], { stdio: ['ignore', 'pipe', full] })).toEqual({ code: 1, stdout: '', stderr: '' })
    closeSync(full)
  })
})
