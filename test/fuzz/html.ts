import { css, declarations } from './css.ts'
import { drawing } from './drawing.ts'
import type { Random } from './random.ts'
import { address, word } from './words.ts'

const names = [
  'p',
  'div',
  'b',
  'a',
  'img',
  'br',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'svg',
  'g',
  'use',
  'math',
  'mtext',
  'style',
  'script',
  'title',
  'textarea',
  'noscript',
  'iframe',
  'select',
  'option',
  'template',
  'form',
  'input',
  'video',
  'source',
  'link',
  'base',
  'meta',
  'object',
  'plaintext',
  'constructor',
  '__proto__',
  'x-y',
  'foreignObject',
  'h1',
  'kbd',
  'Tweet',
]
const attributes = [
  'id',
  'class',
  'style',
  'src',
  'srcset',
  'href',
  'poster',
  'onclick',
  'title',
  'data-x',
  'rel',
  'type',
  'name',
  'target',
  'action',
  'constructor',
  '__proto__',
  'xlink:href',
]
const loose = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<!',
  '<?',
  '"',
  "'",
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&constructor;',
  '&notit',
  '=',
  '/',
  '\0',
]

const attribute = (random: Random): string => {
  const name = random.once(8) ? word(random) : random.pick(attributes)
  const value =
    name === 'style'
      ? declarations(random)
      : name === 'srcset'
        ? `${address(random)} 1x, ${address(random)} 2w`
        : random.once(2)
          ? address(random)
          : word(random)
  return random.pick([` ${name}="${value}"`, ` ${name}='${value}'`, ` ${name}=${value}`, ` ${name}`])
}

/** HTML, balanced or not. */
export function html(random: Random, depth = 3): string {
  return random
    .some(5, () => {
      const kind = random.below(10)
      const name = random.pick(names)
      const start = `<${random.once(6) ? name.toUpperCase() : name}${random.some(3, () => attribute(random)).join('')}${random.once(5) ? '/' : ''}>`
      if (kind === 0) return random.some(4, () => random.pick(loose)).join('')
      if (kind === 1) return word(random)
      if (kind === 2) return `</${name}>`
      if (kind === 3) return start
      if (kind === 4) return `<style>${css(random)}</style>`
      if (kind === 5) return drawing(random)
      return depth > 0 ? `${start}${html(random, depth - 1)}</${name}>` : start
    })
    .join(random.pick(['', ' ', '\n']))
}
