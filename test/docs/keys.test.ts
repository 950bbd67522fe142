import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { consoleKeys, keyOf, labelOf, slideKeys } from '../../src/player/key-table.ts'

const page = readFileSync('docs/presenting.md', 'utf8')

describe('docs/presenting.md', () => {
  it('has the table of keys, row by row', () => {
    const rows = [...page.matchAll(/^\| (.*) \| (.*) \|(.*)\|$/gm)].slice(1).map(([, ...cells]) => cells.map((cell) => cell.trim()))
    expect(rows).toEqual([
      ...slideKeys.map((row) => [labelOf(row), row.help, row.fromConsole ? 'the same' : '']),
      ...consoleKeys.map((row) => [labelOf(row), row.help, 'only there']),
    ])
  })
})

describe('the table of keys', () => {
  it('has each key in one row', () => {
    const keys = [...slideKeys, ...consoleKeys].flatMap((row) => row.keys)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each([
    [{ key: ' ' }, 'Space'],
    [{ key: ' ', shiftKey: true }, 'Shift+Space'],
    [{ key: 'B' }, 'b'],
    [{ key: 'B', shiftKey: true }, 'b'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'ArrowUp', shiftKey: true }, 'Shift+ArrowUp'],
    [{ key: 'r', ctrlKey: true }, 'Control+r'],
    [{ key: 'R', metaKey: true, shiftKey: true }, 'Control+r'],
    [{ key: 'F5', ctrlKey: true, altKey: true, shiftKey: true }, 'Control+Alt+Shift+F5'],
  ])('writes %o as %s', (pressed, key) => {
    expect(keyOf({ altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...pressed })).toBe(key)
  })

  it.each([
    ['+', '+'],
    ['Control++', 'Ctrl++'],
    ['Shift+PageUp', 'Shift+Page up'],
    ['d', 'D'],
  ])('calls %s %s', (key, label) => {
    expect(labelOf({ keys: [key], action: '', help: '' })).toBe(label)
  })
})
