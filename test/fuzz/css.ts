import type { Random } from './random.ts'
import { address, number, word } from './words.ts'

const properties = [
  'fill',
  'animation',
  'animation-name',
  'font',
  'font-family',
  'background',
  'content',
  '--x',
  'marker',
  'clip-path',
  'src',
  'width',
  'transform',
  'display',
]
const atRules = [
  '@media screen',
  '@media',
  '@supports (a:b)',
  '@layer a',
  '@layer',
  '@container',
  '@keyframes a',
  '@font-face',
  '@import',
  '@charset "x"',
  '@namespace url(a)',
  '@page',
  '@\\69mport',
  '@',
]
const loose = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ';',
  ':',
  ',',
  '"',
  "'",
  '/*',
  '*/',
  '<!--',
  '-->',
  '\\',
  '\\a ',
  '\n',
  '!important',
  '#',
  '.',
  '*',
  '>',
  '&',
  'url(',
  'u\\72l(',
  'image-set(',
  '</style>',
  '<\\/style>',
]

const value = (random: Random): string => {
  switch (random.below(9)) {
    case 0:
      return `url(${random.pick(['', '"', "'"])}${address(random)}${random.pick(['', '"', "'"])})`
    case 1:
      return `image-set("${address(random)}" 1x, url(${address(random)}) 2x)`
    case 2:
      return `"${word(random)}"`
    case 3:
      return number(random)
    case 4:
      return `var(--${word(random)}, ${word(random)})`
    default:
      return word(random)
  }
}

const selector = (random: Random): string =>
  random.pick([
    `#${word(random)}`,
    `.${word(random)}`,
    `[id^='${word(random)}']`,
    `[${word(random)}]`,
    ':is(#a, b)',
    ':not(.a)',
    'svg g',
    '*',
    '::before',
    word(random),
  ])

export const declarations = (random: Random): string =>
  random
    .some(4, () => `${random.once(3) ? word(random) : random.pick(properties)}: ${value(random)}${random.once(6) ? ' !important' : ''}`)
    .join(';')

/** A style sheet, or what is one only in places. */
export function css(random: Random, depth = 2): string {
  const rule = (): string => {
    const kind = random.below(10)
    if (kind < 4) return `${selector(random)} ${selector(random)} { ${declarations(random)} }`
    if (kind < 5)
      return `@import ${random.pick(['', 'url('])}"${address(random)}"${random.pick(['', ')'])} ${random.pick(['', 'print', 'layer(a) supports(b:c) screen'])};`
    if (kind < 6) return random.some(6, () => random.pick(loose)).join(random.pick(['', ' ']))
    return depth > 0
      ? `${random.pick(atRules)} ${random.once(2) ? word(random) : ''} { ${css(random, depth - 1)} ${declarations(random)} }`
      : ''
  }
  return random.some(5, rule).join('\n')
}
