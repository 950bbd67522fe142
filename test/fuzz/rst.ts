import { directive, fieldName, role, value } from './dialect.ts'
import { html } from './html.ts'
import type { Random } from './random.ts'
import { address, disturbed, word, words } from './words.ts'

const indented = (text: string, by = '   '): string => text.replace(/^(?=.)/gm, by)

const inline = (random: Random): string => {
  const text = words(random, 3)
  switch (random.below(18)) {
    case 0:
      return `*${text}*`
    case 1:
      return `**${text}**`
    case 2:
      return `\`\`${text}\`\``
    case 3:
      return `:${role(random)}:\`${text}\``
    case 4:
      return `\`${text}\`_`
    case 5:
      return `\`${text} <${address(random)}>\`${random.pick(['_', '__', ''])}`
    case 6:
      return `|${word(random)}|${random.pick(['', '_', '__'])}`
    case 7:
      return `[${random.pick(['1', '#', '#a', '*', word(random)])}]_`
    case 8:
      return `_\`${text}\``
    case 9:
      return `${word(random)}_`
    case 10:
      return `:math:\`\\${word(random)}{${text}}\``
    case 11:
      return address(random)
    default:
      return text
  }
}

const paragraph = (random: Random): string => [inline(random), ...random.some(4, () => inline(random))].join(random.pick([' ', ' ', '\n']))

const table = (random: Random): string => {
  const cells = random.some(3, () => random.some(3, () => word(random).replace(/\s/g, '')))
  if (random.once(2)) return `=====  =====\n${cells.map((row) => row.join('  ')).join('\n')}\n=====  =====`
  return `+---+---+\n${cells.map((row) => `|${row.join('|')}|\n+---+---+`).join('\n')}`
}

const line = (random: Random): string => random.pick([...'-=~.*+^"#!']).repeat(2 + random.below(6))

function block(random: Random, depth: number): string {
  const inner = (): string => (depth > 0 ? blocks(random, depth - 1) : paragraph(random))
  switch (random.below(24)) {
    case 0:
      return `${words(random, 3)}\n${line(random)}`
    case 1: {
      const over = line(random)
      return `${over}\n${words(random, 2)}\n${over}`
    }
    case 2:
      return line(random)
    case 3:
      return random.some(3, () => `* ${indented(inner(), '  ').trimStart()}`).join('\n')
    case 4:
      return random.some(3, () => `${random.pick(['1.', '#.', 'a)', '(i)', 'MM.'])} ${indented(inner()).trimStart()}`).join('\n')
    case 5:
      return `${words(random, 2)}${random.pick(['', ' : class'])}\n${indented(inner())}`
    case 6:
      return random.some(3, () => `:${word(random)}: ${indented(value(random)).trimStart()}`).join('\n')
    case 7:
      return `-${random.pick(['a', '-long', word(random)])}  ${paragraph(random)}`
    case 8:
      return random.some(3, () => `| ${paragraph(random).replaceAll('\n', ' ')}`).join('\n')
    case 9:
      return `${paragraph(random)}::\n\n${indented(inner())}`
    case 10:
      return `>>> ${words(random)}`
    case 11:
      return indented(inner())
    case 12:
      return table(random)
    case 13:
      return `.. ${random.pick(['comment', `_${word(random)}: ${address(random)}`, `__ ${address(random)}`, `[${random.pick(['1', '#', '*', word(random)])}] ${paragraph(random)}`])}`
    case 14:
      return `.. |${word(random)}| ${random.pick(['replace', 'image', 'unicode', 'date', 'svg', word(random)])}:: ${words(random, 2)}`
    case 15:
      return `.. role:: ${word(random)}(${role(random)})\n   :${word(random)}: ${value(random)}`
    case 16:
      return `.. raw:: html\n\n${indented(html(random, 2))}`
    case 17:
      return `.. svg:: ${address(random)}\n   :${random.pick(['show', 'hide', 'steps', 'zoom', 'dim', 'from', 'alt', 'at', 'fit'])}: ${value(random)}\n   :steps: ${value(random)}`
    case 18:
    case 19:
    case 20: {
      const { name, options } = directive(random)
      const written = random.some(
        3,
        () => `   :${options.length > 0 && !random.once(6) ? random.pick(options) : word(random)}: ${value(random)}\n`,
      )
      return `.. ${name}:: ${random.pick(['', words(random, 2), address(random)])}\n${written.join('')}\n${random.once(3) ? '' : indented(inner())}`
    }
    default:
      return paragraph(random)
  }
}

const blocks = (random: Random, depth: number): string => random.some(4, () => block(random, depth)).join(random.once(6) ? '\n' : '\n\n')

/** A deck in reStructuredText, with what is none in it. */
export function rst(random: Random): string {
  const front = random.some(4, () => `:${fieldName(random, 'deck')}: ${value(random)}`).join('\n')
  const slides = random.some(4, () => {
    const fields = random.some(4, () => `:${fieldName(random, 'step')}: ${value(random)}`).join('\n')
    return `${random.once(8) ? line(random) : '----'}\n\n${fields}\n\n${blocks(random, 2)}`
  })
  const text = [front, ...slides].join('\n\n')
  return random.once(3) ? disturbed(text, random) : text
}
