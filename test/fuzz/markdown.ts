import { directive, fieldName, role, value } from './dialect.ts'
import { html } from './html.ts'
import type { Random } from './random.ts'
import { rst } from './rst.ts'
import { address, disturbed, word, words } from './words.ts'

const attributes = (random: Random): string =>
  `{${random.some(4, () => random.pick([`#${word(random)}`, `.${word(random)}`, `${fieldName(random, 'step')}=${value(random)}`, `${word(random)}="${value(random)}"`, word(random), '='])).join(' ')}}`

const inline = (random: Random): string => {
  const text = words(random, 3)
  switch (random.below(18)) {
    case 0:
      return `*${text}*`
    case 1:
      return `**${text}**`
    case 2:
      return `\`${text}\`${random.pick(['', attributes(random)])}`
    case 3:
      return `:${role(random)}[${text}]${random.pick(['', attributes(random)])}`
    case 4:
      return `[${text}](${address(random)}${random.pick(['', ' "t"'])})${random.pick(['', attributes(random)])}`
    case 5:
      return `![${random.pick([text, 'bg left:33%', 'w:200px h:3', 'bg fit blur'])}](${address(random)})${random.pick(['', attributes(random)])}`
    case 6:
      return `[${text}][${word(random)}]`
    case 7:
      return `[^${word(random)}]`
    case 8:
      return `$${text}$`
    case 9:
      return `<${address(random)}>`
    case 10:
      return html(random, 0).replaceAll('\n', ' ')
    case 11:
      return `[${text}]${attributes(random)}`
    case 12:
      return `~~${text}~~`
    default:
      return text
  }
}

const paragraph = (random: Random): string =>
  [inline(random), ...random.some(4, () => inline(random))].join(random.pick([' ', ' ', '\n', '  \n']))

const yaml = (random: Random, of: 'deck' | 'step'): string =>
  random
    .some(5, () => {
      const name = fieldName(random, of)
      switch (random.below(8)) {
        case 0:
          return `${name}: [${random.some(3, () => value(random)).join(', ')}]`
        case 1:
          return `${name}:\n  - ${value(random)}\n  - ${word(random)}: ${value(random)}`
        case 2:
          return `${name}: {${word(random)}: ${value(random)}}`
        case 3:
          return `${name}: "${value(random)}"`
        case 4:
          return `${name}: |\n  ${value(random)}\n  ${value(random)}`
        case 5:
          return random.pick(['&a x: *a', '*a', '? x', '!!js/function x: y', '<<: {a: b}', '- a', '"'])
        default:
          return `${name}: ${value(random)}`
      }
    })
    .join('\n')

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)

function block(random: Random, depth: number): string {
  const inner = (): string => (depth > 0 ? blocks(random, depth - 1) : paragraph(random))
  switch (random.below(24)) {
    case 0:
      return `${'#'.repeat(1 + random.below(6))} ${paragraph(random).replaceAll('\n', ' ')} ${random.pick(['', attributes(random)])}`
    case 1:
      return `${words(random, 2)}\n${random.pick(['===', '---'])}`
    case 2:
      return random.pick(['---', '***', '___', '- - -', '. . .', '--', '+++'])
    case 3:
      return random.some(3, () => `- ${random.pick(['', '[x] ', '[ ] '])}${indented(inner(), '  ').trimStart()}`).join('\n')
    case 4:
      return random.some(3, () => `1. ${indented(inner(), '   ').trimStart()}`).join('\n')
    case 5:
      return indented(`${random.pick(['', '[!NOTE]\n', '[!constructor]\n'])}${inner()}`, '> ')
    case 6:
      return `\`\`\`${word(random)} ${random.pick(['', '{1,3-4}', '{1|2|all}', 'showLineNumbers', attributes(random)])}\n${inner()}\n\`\`\``
    case 7:
      return `| ${word(random)} | b |\n|---|:-:|\n| ${word(random)} | ${paragraph(random).replaceAll('\n', ' ')} |`
    case 8:
      return html(random, 2)
    case 9:
      return `$$\n${words(random)}\n$$`
    case 10:
      return `[${word(random)}]: ${address(random)}`
    case 11:
      return `[^${word(random)}]: ${indented(inner(), '    ').trimStart()}`
    case 12:
      return `<!-- ${random.pick([`${fieldName(random, 'step')}: ${value(random)}`, `_${fieldName(random, 'step')}: ${value(random)}`, words(random), '.slide: x="y"', '.element: class="x"'])} -->`
    case 13:
      return `::svg[${address(random)}]{show="${value(random)}" steps="${value(random)}"}`
    case 14:
      return `:::rst\n${random.once(2) ? rst(random) : ''}\n:::`
    case 15:
      return `${random.pick(['Note:', '::left::', '<v-clicks>', '<div class="x">', '</div>'])}\n\n${inner()}`
    case 16:
      return `---\n${yaml(random, 'step')}\n---`
    case 17:
    case 18:
    case 19: {
      const { name, options } = directive(random)
      const option = options.length > 0 ? random.pick(options) : word(random)
      const argument = random.pick(['', `[${words(random, 2)}]`, `[${address(random)}]`])
      return random.pick([
        `:::${name}${argument}{${option}=${value(random)} ${word(random)}=x}\n:${option}: ${value(random)}\n\n${inner()}\n:::`,
        `::${name}${argument}${attributes(random)}`,
        `\`\`\`{${name}} ${words(random, 2)}\n:${option}: ${value(random)}\n\n${inner()}\n\`\`\``,
        `::: {.${name} ${option}="${value(random)}"}\n${inner()}\n:::`,
      ])
    }
    default:
      return paragraph(random)
  }
}

const blocks = (random: Random, depth: number): string => random.some(4, () => block(random, depth)).join(random.once(6) ? '\n' : '\n\n')

/** A deck in Markdown, in any of its dialects, with what is none in it. */
export function markdown(random: Random): string {
  const front = random.once(2) ? '' : `---\n${yaml(random, 'deck')}\n---\n\n`
  const slides = random
    .some(4, () => blocks(random, 2))
    .join(random.pick(['\n\n---\n\n', '\n\n', `\n\n---\n${yaml(random, 'step')}\n---\n\n`]))
  return random.once(3) ? disturbed(front + slides, random) : front + slides
}
