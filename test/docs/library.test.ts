import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Compilation, CompileOptions } from '../../src/compile.ts'
import * as library from '../../src/index.ts'

// The program of docs/library.md is run with the installed package: test/package/installed.test.ts.
const doc = readFileSync('docs/library.md', 'utf8')
/** Names in the first column of the tables. */
const documented = [...doc.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name))

// The compiler keeps these complete.
const options: Record<Exclude<keyof CompileOptions, 'showMessages'>, true> = {
  assetFolder: true,
  assets: true,
  autoConsole: true,
  cacheFolder: true,
  dialect: true,
  directives: true,
  language: true,
  player: true,
  resourcePath: true,
  roles: true,
  safe: true,
  scripts: true,
  skipHelp: true,
  skipNotes: true,
  slideNumbers: true,
  styles: true,
  theme: true,
}
const results: Record<keyof Compilation, true> = {
  canvas: true,
  deck: true,
  dependencies: true,
  diagnostics: true,
  document: true,
  page: true,
  placements: true,
  textOf: true,
}

it('documents each function, option and result of the library, and nothing else', () => {
  const names = [...Object.keys(library), ...Object.keys(options), ...Object.keys(results)]
  expect([...documented].sort()).toEqual(names.sort())
})
