import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResources } from '../../src/1-source/resources.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hoverdeck-swapped-'))
  for (const [folder, text] of [
    ['deck/own', 'inside'],
    ['secret', 'outside'],
  ] as const) {
    mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, folder, 'p.png'), text)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Lets a name in the deck's folder lead by turns to a file of the deck and to one outside, as fast as it can, until it is ended. */
const swapping = (name: string, own: string, outside: string): string => `
  const { renameSync, symlinkSync } = require('node:fs')
  const link = (to) => { symlinkSync(to, ${JSON.stringify(`${name}.new`)}); renameSync(${JSON.stringify(`${name}.new`)}, ${JSON.stringify(name)}) }
  process.stdout.write('on')
  for (;;) { link(${JSON.stringify(own)}); link(${JSON.stringify(outside)}) }`

describe('a link that is swapped between the question and the opening', () => {
  it.each([
    ['of the file', 'p.png', 'own/p.png', '../secret/p.png', 'p.png'],
    ['of its folder', 'pictures', 'own', '../secret', 'pictures/p.png'],
  ])('leads nothing in from outside: the link %s', async (_, name, own, outside, path) => {
    const deck = join(root, 'deck')
    const swapper = spawn(process.execPath, ['-e', swapping(name, own, outside)], { cwd: deck })
    try {
      await once(swapper.stdout, 'data')
      const found = new Set<string>()
      const until = Date.now() + 1500
      while (Date.now() < until) {
        const resources = createResources({ report: () => {}, within: [deck] })
        const result = resources.find(path, join(deck, 'deck.rst'), 'graphic')
        found.add('bytes' in result ? new TextDecoder().decode(result.bytes) : result.code)
      }
      expect([...found]).toEqual(expect.arrayContaining(['inside', 'source/outside']))
      expect([...found]).not.toContain('outside')
    } finally {
      swapper.kill('SIGKILL')
      await once(swapper, 'close')
      rmSync(join(deck, name), { force: true })
    }
  })
})
