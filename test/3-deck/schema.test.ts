import { expect, test } from 'vitest'
import { deckSchema } from '../../src/3-deck/schema.ts'

test('the schema names the fields of decks and steps, and the options of every directive, the author’s own too', () => {
  const { properties, $defs } = deckSchema([{ name: 'Poll', options: { size: () => ({ value: 1 }) }, run: () => [] }])
  expect(properties?.['slide-numbers']?.description).toBe('Shows the number of the slide. (Marp: paginate; reveal-md: slideNumber.)')
  expect(properties).toMatchObject({ title: { description: 'The title of the page.' }, css: { items: {} } })
  expect($defs?.['step']?.properties).toHaveProperty('data-rotate-x')
  expect(Object.keys($defs?.['directive-svg']?.properties ?? {})).toContain('steps')
  expect(Object.keys($defs?.['directive-poll']?.properties ?? {})).toEqual(['size'])
})
