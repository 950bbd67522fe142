import { beforeAll, describe, expect, it } from 'vitest'
import { lintPlanted } from './lint-planted.ts'

/** Each file and what it imports; the first ones against the direction, the last ones along it. */
const forbidden: readonly [file: string, imported: string][] = [
  ['src/diagnostics/planted.ts', '../1-source/source.ts'],
  ['src/formats/planted.ts', '../diagnostics/position.ts'],
  ['src/page-contract/planted.ts', '../formats/media-types.ts'],
  ['src/1-source/planted.ts', '../3-deck/deck.ts'],
  ['src/2-document/planted.ts', '../3-deck/deck.ts'],
  ['src/2-document/rst/planted.ts', '../../6-page/page.ts'],
  ['src/2-document/markdown/planted.ts', '../../6-page/page.ts'],
  ['src/2-document/syntax/planted.ts', '../../6-page/page.ts'],
  ['src/2-document/rst/blocks/planted-sister.ts', '../../markdown/text.ts'],
  ['src/2-document/markdown/deck/planted-sister.ts', '../../rst/parse.ts'],
  ['src/2-document/markdown/planted-above.ts', '../parse-markdown.ts'],
  ['src/2-document/syntax/directives/planted-rst.ts', '../../rst/parse.ts'],
  ['src/2-document/syntax/planted-markdown.ts', '../markdown/text.ts'],
  ['src/2-document/syntax/planted-resolve.ts', '../resolve/tree.ts'],
  ['src/3-deck/planted.ts', '../4-look/canvas.ts'],
  ['src/4-look/planted.ts', '../5-layout/placement.ts'],
  ['src/5-layout/planted.ts', '../7-output/write-file.ts'],
  ['src/6-page/planted.ts', '../compile.ts'],
  ['src/6-page/planted-player.ts', '../player/unfold.ts'],
  ['src/7-output/planted.ts', '../cli/io.ts'],
  ['src/player/planted.ts', '../6-page/page.ts'],
]
const allowed: readonly [file: string, imported: string][] = [
  ['src/2-document/allowed.ts', './rst/parse.ts'],
  ['src/2-document/rst/allowed.ts', '../syntax/context.ts'],
  ['src/2-document/markdown/allowed.ts', '../syntax/context.ts'],
  ['src/6-page/allowed.ts', '../3-deck/deck.ts'],
  ['src/4-look/allowed.ts', '../formats/css/tokens.ts'],
  ['src/player/allowed.ts', '../page-contract/attributes.ts'],
  ['src/cli/allowed.ts', '../compile.ts'],
]

let found: readonly string[]
beforeAll(() => {
  found = lintPlanted(
    Object.fromEntries([...forbidden, ...allowed].map(([file, imported]) => [file, `export type * from '${imported}'\n`])),
  )
})

const complaint = (file: string): string[] => found.filter((line) => line.includes(file) && line.includes('noRestrictedImports'))

describe('the linter', () => {
  it.each(forbidden)('forbids %s to import %s', (file) => {
    expect(complaint(file)).toHaveLength(1)
  })
  it.each(allowed)('lets %s import %s', (file) => {
    expect(complaint(file)).toEqual([])
  })
})
