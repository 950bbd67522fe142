import { roles } from '../../src/2-document/syntax/roles/registry.ts'
import { deckSchema } from '../../src/3-deck/schema.ts'
import type { Random } from './random.ts'
import { address, number, word, words } from './words.ts'

const { properties = {}, $defs = {} } = deckSchema()

const deckFields = [
  ...Object.keys(properties),
  'css-print',
  'css-console',
  'data-on',
  'marp',
  'layout',
  'size',
  'class',
  'transition',
  'clicks',
  'js',
]
const stepFields = [...Object.keys($defs['step']?.properties ?? {}), 'style', 'title', 'onclick', 'data-foo', 'layout', 'level']
const directives = Object.entries($defs).flatMap(([key, { properties: options = {} }]) =>
  key.startsWith('directive-') ? [{ name: key.slice('directive-'.length), options: Object.keys(options) }] : [],
)
const roleNames = [...roles.keys()]

export const directive = (random: Random): { readonly name: string; readonly options: readonly string[] } =>
  random.once(12) ? { name: word(random), options: [word(random)] } : random.pick(directives)

export const role = (random: Random): string => (random.once(8) ? word(random) : random.pick(roleNames))

export const fieldName = (random: Random, of: 'deck' | 'step'): string =>
  random.once(8) ? word(random) : random.pick(of === 'deck' ? deckFields : stepFields)

/** What a field or an option may say, and what it may not. */
export const value = (random: Random): string => {
  switch (random.below(14)) {
    case 0:
      return `r${number(random)}`
    case 1:
      return `${random.pick(['a', 'b', 'step-1', 'r', word(random)])}${random.pick(['+', '-', '', ' + '])}${number(random)}`
    case 2:
      return random.some(5, () => `${random.pick([...'MLCAZzqh'])}${random.some(7, () => number(random)).join(',')}`).join(' ')
    case 3:
      return `${random.pick(['a', 'step-1', word(random)])}#${word(random)}`
    case 4:
      return random
        .some(4, () => `${random.pick(['', '+', '-', '| ', '|'])}${random.pick(['a', 'b', '*', 'node*', word(random)])}`)
        .join(' ')
    case 5:
      return address(random)
    case 6:
      return random.pick([
        'true',
        'false',
        'yes',
        'no',
        '',
        'default',
        'dark',
        'bare',
        'left',
        'cover',
        'previous',
        'relative',
        'all',
        'xyz',
        'auto',
        'utf-8',
        'print',
      ])
    case 7:
    case 8:
      return number(random)
    default:
      return words(random, 3)
  }
}
