import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { messages } from '../../src/diagnostics/messages/index.ts'

const ignored = /node_modules|[/\\]bench[/\\]|[/\\]fuzz[/\\]|every-code\.test\.ts$/

/** The cases of all tests: their own text, and the files of cases that they read. A pattern writes the slash of a code with an escape. */
const cases = (): string => {
  const folder = resolve(import.meta.dirname, '..')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:test\.ts|txt|json)$/.test(name))
  return files
    .map((name) => join(folder, name))
    .filter((path) => !ignored.test(path))
    .map((path) => readFileSync(path, 'utf8').replaceAll('\\/', '/'))
    .join('\n')
}

it('each message has a case that makes it and names its code', () => {
  const text = cases()
  const isNamed = (code: string): boolean => new RegExp(`(?<![\\w/-])${code}(?![\\w/-])`).test(text)
  expect(Object.keys(messages).length).toBeGreaterThan(200)
  expect(Object.keys(messages).filter((code) => !isNamed(code))).toEqual([])
})

it('each message that is declared can be made: its code stands in the program besides its declaration, or is there for own directives', () => {
  const folder = resolve(import.meta.dirname, '../../src')
  const forOwn = readFileSync(resolve(folder, '../docs/extending.md'), 'utf8')
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/diagnostics[/\\]messages/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  expect(Object.keys(messages).filter((code) => !`${text}${forOwn}`.includes(`'${code}'`))).toEqual([])
})
