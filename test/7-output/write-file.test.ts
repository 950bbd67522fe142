import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
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
    expect(writeWhole({ path: join(folder, 'a/b/page.html') }, 'text')).toBeUndefined()
    expect(readFileSync(join(folder, 'a/b/page.html'), 'utf8')).toBe('text')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['page.html'])
  })
  it('does not write over a folder', () => {
    mkdirSync(join(folder, 'out'))
    expect(writeWhole({ path: join(folder, 'out') }, 'text')?.code).toBe('command/output-is-folder')
    expect(readdirSync(folder)).toEqual(['out'])
  })
  it('says why it cannot, and leaves no draft', () => {
    writeFileSync(join(folder, 'file'), 'old')
    const problem = writeWhole({ path: join(folder, 'file/page.html') }, 'text')
    expect(problem).toMatchObject({ code: 'command/cannot-write', message: expect.stringContaining('a part of the path is a file') })
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old')
    expect(existsSync(join(folder, 'page.html'))).toBe(false)
  })
  it.each([
    ['to a file', 'there/page.html', 'old'],
    ['to nothing yet', 'there/page.html', undefined],
    ['through a second link', 'second', 'old'],
  ])('writes through a symbolic link that the user names %s', (_, target, before) => {
    mkdirSync(join(folder, 'there'))
    symlinkSync('there/page.html', join(folder, 'second'))
    symlinkSync(target, join(folder, 'link.html'))
    if (before !== undefined) writeFileSync(join(folder, 'there/page.html'), before)
    expect(writeWhole({ path: join(folder, 'link.html'), isNamed: true }, 'text')).toBeUndefined()
    expect(readlinkSync(join(folder, 'link.html'))).toBe(target)
    expect(readFileSync(join(folder, 'there/page.html'), 'utf8')).toBe('text')
    expect(readdirSync(folder).sort()).toEqual(['link.html', 'second', 'there'])
    expect(readdirSync(join(folder, 'there'))).toEqual(['page.html'])
  })
  it('says that links lead in a circle', () => {
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    expect(writeWhole({ path: join(folder, 'a'), isNamed: true }, 'text')).toMatchObject({
      code: 'command/cannot-write',
      message: expect.stringContaining('circle'),
    })
    expect(lstatSync(join(folder, 'a')).isSymbolicLink()).toBe(true)
  })
  it('puts a file in the place of what the user does not name: a pipe, a link, a circle of links', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync('circle', join(folder, 'circle'))
    writeFileSync(join(folder, 'other'), 'other')
    symlinkSync('other', join(folder, 'link'))
    for (const name of ['pipe', 'circle', 'link']) {
      expect(writeWhole({ path: join(folder, name) }, 'text')).toBeUndefined()
      expect(lstatSync(join(folder, name)).isFile()).toBe(true)
    }
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('other')
    expect(readdirSync(folder).sort()).toEqual(['circle', 'link', 'other', 'pipe'])
  })
  it('writes into what is no file and is named, such as a pipe, and leaves it what it is', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe])
    const reader = spawn('cat', [pipe])
    let read = ''
    reader.stdout.on('data', (chunk: Buffer) => {
      read += chunk.toString()
    })
    expect(writeWhole({ path: pipe, isNamed: true }, 'text')).toBeUndefined()
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    await once(reader, 'close')
    expect(read).toBe('text')
  })
})
