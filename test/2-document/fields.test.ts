import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deckFields, placingFields, slideFields } from '../../src/2-document/fields.ts'
import { axes, relativeFields } from '../../src/5-layout/axes.ts'
import { laidOut } from '../5-layout/steps-from.ts'

const docs = ['syntax', 'markdown', 'drawings'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join('\n')

describe('the table of fields', () => {
  it.each([...deckFields, ...slideFields, ...placingFields].map(({ name }) => name))('has %s, which the documentation explains', (name) => {
    expect(docs).toMatch(new RegExp(`[\`:]${name}[\`:]`))
  })

  it('has every field that the layout knows by an axis', () => {
    const names = placingFields.map(({ name }) => name)
    for (const field of [...axes.map((axis) => axis.field), ...Object.values(relativeFields)]) expect(names).toContain(field)
  })

  it.each(placingFields.map(({ name }) => name))('has no field that the layout passes over: %s', (name) => {
    const field = name === 'hovercraft-path' ? 'path' : name.replace('data-', '')
    const { diagnostics } = laidOut(`|${field}=?`)
    expect(diagnostics.map(({ code }) => code)).not.toEqual([])
  })
})
