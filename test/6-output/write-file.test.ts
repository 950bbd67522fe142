import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/6-output/write-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writeWhole', () => {
  it('writes the file, makes its folders and leaves nothing else', () => {
    expect(writeWhole(join(folder, 'a/b/page.html'), 'text')).toBeUndefined()
    expect(readFileSync(join(folder, 'a/b/page.html'), 'utf8')).toBe('text')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['page.html'])
  })
  it('does not write over a folder', () => {
    mkdirSync(join(folder, 'out'))
    expect(writeWhole(join(folder, 'out'), 'text')?.code).toBe('command/output-is-folder')
    expect(readdirSync(folder)).toEqual(['out'])
  })
  it('says why it cannot, and leaves no draft', () => {
    writeFileSync(join(folder, 'file'), 'old')
    const problem = writeWhole(join(folder, 'file/page.html'), 'text')
    expect(problem).toMatchObject({ code: 'command/cannot-write', message: expect.stringContaining('a part of the path is a file') })
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old')
    expect(existsSync(join(folder, 'page.html'))).toBe(false)
  })
})
