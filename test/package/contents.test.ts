import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packedFiles } from './packed.ts'

const files = packedFiles()
const paths = files.map(({ path }) => path)
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, unknown>>

describe('the package', () => {
  it('brings one dependency: what drives a browser', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['playwright-core'])
  })

  it('brings no code that V8 compiled on the machine that packed it', () => {
    expect(paths.filter((path) => path.includes('.cache'))).toEqual([])
  })

  it('brings the documentation, the decks and what they are made of', () => {
    for (const path of ['docs/syntax.md', 'slides/container-orchestration.rst', 'graphics/k8s_architecture.svg', 'styles/presentation.css'])
      expect(paths).toContain(path)
  })

  it('has one file of types for each of its exports, and no other', () => {
    expect(paths.filter((path) => path.endsWith('.d.ts'))).toEqual(['dist/index.d.ts', 'dist/rst.d.ts'])
  })

  it('brings the licences of the packages that are part of it', () => {
    expect(paths).toContain('dist/LICENCES.txt')
    const licences = readFileSync('dist/LICENCES.txt', 'utf8')
    for (const name of ['commander', 'highlight.js', 'impress.js', 'micromark', 'svgo', 'temml', 'yaml'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d`, 'm'))
    expect(licences).toContain('Copyright (c) 2006, Ivan Sagalaev.')
  })

  it('takes 7 MB unpacked at most', () => {
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(7_000_000)
  })
})
