import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-inspect-'))
  writeFileSync(join(cwd, 'a.rst'), ':title: T\n\n----\n\n:id: one\n\nOne *more*\n\n----\n\n:data-x: r100\n\nTwo\n')
  writeFileSync(join(cwd, 'bad.rst'), '----\n\n:data-x: rabc\n\nA\n')
  writeFileSync(
    join(cwd, 'a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g id="layer1"><title>Nodes</title><rect id="r" x="10" y="20" width="30" height="10"/></g></svg>',
  )
  writeFileSync(join(cwd, 'broken.svg'), '<svg><g></svg>')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe('deck inspect', () => {
  it('--tree prints the document as pseudo-XML', async () => {
    const { code, stdout } = await deck(cwd, ['inspect', 'a.rst', '--tree'])
    expect(code).toBe(0)
    expect(stdout).toContain('    <paragraph>\n        One \n        <emphasis>\n            more\n')
  })
  it('--deck prints the steps as JSON', async () => {
    const { stdout } = await deck(cwd, ['inspect', 'a.rst', '--deck'])
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'T',
      steps: [{ id: 'one' }, { id: 'step-2', placing: { 'data-x': { value: 'r100' } } }],
    })
  })
  it('--layout prints where each step stands', async () => {
    const { stdout } = await deck(cwd, ['inspect', 'a.rst', '--layout'])
    expect(stdout.split('\n').map((line) => line.trim().split(/\s+/).slice(0, 3))).toEqual([
      ['step', 'id', 'x'],
      ['1', 'one', '0'],
      ['2', 'step-2', '100'],
      [''],
    ])
  })
  it('--map draws the camera’s way', async () => {
    expect((await deck(cwd, ['inspect', 'a.rst', '--map'])).stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  })
  it('--layers prints the groups of a drawing', async () => {
    const { code, stdout } = await deck(cwd, ['inspect', 'a.svg', '--layers'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/group {2}layer1 "Nodes" +30 × 10 at 10, 20/)
  })
  it('--schema prints the fields and options there are', async () => {
    const { code, stdout } = await deck(cwd, ['inspect', '--schema'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', properties: { title: {}, 'slide-level': {} } })
  })
  it('says what is wrong and exits with 1', async () => {
    expect(await deck(cwd, ['inspect', 'bad.rst', '--layout'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[layout/bad-value]'),
    })
    expect(await deck(cwd, ['inspect', 'broken.svg', '--layers'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^broken\.svg:1:\d+ error/),
    })
    expect(await deck(cwd, ['inspect', 'none.svg', '--layers'])).toMatchObject({ code: 1, stdout: '' })
  })
  it('wants exactly one view', async () => {
    expect((await deck(cwd, ['inspect', 'a.rst'])).code).toBe(2)
    expect((await deck(cwd, ['inspect', '--tree'])).code).toBe(2)
    expect((await deck(cwd, ['inspect', 'a.rst', '--tree', '--map'])).code).toBe(2)
  })
})
