import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { deck } from '../cli/run.ts'

const manual = readFileSync('docs/drawings.md', 'utf8')
const examples = [...manual.matchAll(/^```rst\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')

describe('docs/drawings.md', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThan(4))

  it.each(examples)('an example builds without a word: %s', async (text) => {
    const source = { path: resolve('slides/example.rst'), text: `----\n\n${text}` }
    const { diagnostics, page } = await compile(source, { player: '' })
    expect(diagnostics).toEqual([])
    expect(page.html).toContain('<g id="node1"')
  })

  it('prints the layers as the command does', async () => {
    const [, command = '', output = ''] = /^ {4}\$ deck (.*)\n((?: {4}.*\n)+)/m.exec(manual) ?? []
    const { stdout } = await deck(process.cwd(), command.split(' '))
    expect(output).not.toBe('')
    expect(stdout.startsWith(output.replace(/^ {4}/gm, ''))).toBe(true)
  })

  it('names every option of the directive', () => {
    const directive = readFileSync('src/2-document/syntax/directives/svg.ts', 'utf8')
    const options = [...(/options: \{([\s\S]*?)\n {2}\}/.exec(directive)?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map((match) => match[1])
    expect(options).toContain('zoom')
    for (const option of options) expect(manual).toContain(`:${option}:`)
  })
})
