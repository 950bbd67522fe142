import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deck } from '../cli/run.ts'

/** docs/export.md: its commands are run on its deck, and say what it says, but for times and sizes. */
const doc = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8')
const talk = /^```rst\n([\s\S]*?)^```$/m.exec(doc)?.[1] ?? ''
const commands = [...doc.matchAll(/^```console\n\$ deck (.*)\n([\s\S]*?)^```$/gm)].map(
  ([, command = '', output = '']) => [command, output] as const,
)

const measured = (text: string): string => text.replace(/\d+ kB/g, 'N kB').replace(/[\d.]+ s$/gm, 'T s')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-docs-'))
  writeFileSync(join(folder, 'talk.rst'), talk)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('docs/export.md', () => {
  it.each(commands)('deck %s', async (command, output) => {
    const { code, stdout, stderr } = await deck(folder, command.split(' '))
    expect(code).toBe(0)
    expect(measured(stdout + stderr)).toBe(measured(output))
  })

  it('names the files that there are then', () => {
    const named = [...doc.matchAll(/`(pictures\/talk-\d+\.png)`/g)].map(([, name = '']) => name)
    expect(named).toHaveLength(2)
    for (const name of named) expect(existsSync(join(folder, name))).toBe(true)
  })
})
