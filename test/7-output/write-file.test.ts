import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/7-output/write-file.ts'

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
  it.each([
    ['to a file', 'there/page.html', 'old'],
    ['to nothing yet', 'there/page.html', undefined],
    ['through a second link', 'second', 'old'],
  ])('writes through a symbolic link %s', (_, target, before) => {
    mkdirSync(join(folder, 'there'))
    symlinkSync('there/page.html', join(folder, 'second'))
    symlinkSync(target, join(folder, 'link.html'))
    if (before !== undefined) writeFileSync(join(folder, 'there/page.html'), before)
    expect(writeWhole(join(folder, 'link.html'), 'text')).toBeUndefined()
    expect(readlinkSync(join(folder, 'link.html'))).toBe(target)
    expect(readFileSync(join(folder, 'there/page.html'), 'utf8')).toBe('text')
    expect(readdirSync(folder).sort()).toEqual(['link.html', 'second', 'there'])
    expect(readdirSync(join(folder, 'there'))).toEqual(['page.html'])
  })
  it('says that links lead in a circle', () => {
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    expect(writeWhole(join(folder, 'a'), 'text')).toMatchObject({
      code: 'command/cannot-write',
      message: expect.stringContaining('circle'),
    })
    expect(lstatSync(join(folder, 'a')).isSymbolicLink()).toBe(true)
  })
  it('keeps the mode of the file it writes over', () => {
    writeFileSync(join(folder, 'page.html'), 'old')
    chmodSync(join(folder, 'page.html'), 0o664)
    expect(writeWhole(join(folder, 'page.html'), 'text')).toBeUndefined()
    expect(statSync(join(folder, 'page.html')).mode & 0o777).toBe(0o664)
  })
  it('writes into what is no file, such as a pipe, and leaves it what it is', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe])
    const reader = spawn('cat', [pipe])
    let read = ''
    reader.stdout.on('data', (chunk: Buffer) => {
      read += chunk.toString()
    })
    expect(writeWhole(pipe, 'text')).toBeUndefined()
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    await once(reader, 'close')
    expect(read).toBe('text')
  })
})
