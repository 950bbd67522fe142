import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deckFieldNames, placingFieldNames, slideFields } from '../../src/2-document/fields.ts'
import { type ToolField, type ToolName, toolFields } from '../../src/2-document/tool-fields.ts'

const page = readFileSync('docs/from-marp-slidev-reveal.md', 'utf8')

const sections: readonly (readonly [heading: string, tools: readonly ToolName[]])[] = [
  ['Marp', ['marp']],
  ['Slidev', ['slidev']],
  ['reveal.js', ['reveal', 'reveal-md']],
  ['pandoc', ['pandoc', 'quarto']],
]

/** `| a | b |` below the line that begins the table of what has no meaning. */
const withoutMeaning = (section: string): string[][] =>
  [...(section.split('No meaning here:')[1] ?? '').matchAll(/^\| (.*) \| (.*) \|$/gm)].slice(1).map(([, ...cells]) => cells)

const bySentence = (fields: readonly ToolField[]): string[][] => {
  const names = new Map<string, string[]>()
  for (const { name, instead = '' } of fields) names.set(instead, [...(names.get(instead) ?? []), `\`${name}\``])
  return [...names].map(([sentence, found]) => [found.join(', '), sentence])
}

describe.each(sections)('docs/from-marp-slidev-reveal.md, %s', (heading, tools) => {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const fields = toolFields.filter(({ tool }) => tools.includes(tool))

  it('has each field that means something', () => {
    const meant = fields.filter(({ is }) => is !== 'none').map(({ name }) => name)
    expect(meant.length).toBeGreaterThan(0)
    expect(meant.filter((name) => !new RegExp(`[\`. ]${name}[\`:= ]`).test(section))).toEqual([])
  })

  it('has each that means nothing, with what there is instead', () => {
    expect(withoutMeaning(section)).toEqual(bySentence(fields.filter(({ is }) => is === 'none')))
  })
})

describe('the table of other tools’ fields', () => {
  it('says of each field once what it is', () => {
    const keys = toolFields.map(({ tool, name }) => `${tool} ${name}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('leads to fields that there are', () => {
    const ours = new Set([...deckFieldNames, ...placingFieldNames, ...slideFields.map(({ name }) => name)])
    expect(toolFields.flatMap((field) => field.ours ?? []).filter((name) => !ours.has(name))).toEqual([])
  })

  it('has a sentence for each that means nothing', () => {
    expect(toolFields.filter(({ is, instead = '' }) => is === 'none' && !/^[A-Zd"].*\.$/.test(instead))).toEqual([])
  })
})
