import type { Node, NodeType } from '../2-document/nodes.ts'
import type { Deck } from '../3-deck/deck.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'

/**
 * The page's language (WCAG 3.1.1): what the deck says, else English, as for docutils, unless its text is evidently in another. Then the page says
 * none: that leaves a reader's voice and hyphenation to the reader's own settings, a wrong one does not.
 */
export function languageOf(deck: Deck, report: Report): string | undefined {
  if (deck.lang !== undefined) return deck.lang
  if (!isForeign(wordsOf(deck)) && !isOtherScript(deck.title)) return 'en'
  report(diagnose('page/no-language', {}, deck.steps[0]?.position))
  return undefined
}

/** Letters, and none of them Latin. A pattern of Unicode's classes takes time to make, and most titles need none. */
const isOtherScript = (text: string): boolean => /[^\0-\x7f]/.test(text) && /^(?=.*\p{L})(?!.*\p{Script=Latin})/su.test(text)

/** Words of which every English text is full, and hardly any in another language. */
const english = new Set('the and of to with that this are you your what how from which can not be'.split(' '))

/** In 30 published decks in English they are 4 % of the words or more, in 15 German, Spanish and French ones 1.5 % at most. */
const leastEnglish = 0.02

/** Fewer words do not tell. */
const fewestWords = 40

/** More are not needed. */
const mostWords = 1000

const isForeign = (words: readonly string[]): boolean =>
  words.length >= fewestWords && words.filter((word) => english.has(word)).length < leastEnglish * words.length

const notProse: ReadonlySet<NodeType> = new Set<NodeType>([
  'literal_block',
  'literal',
  'doctest_block',
  'math',
  'math_block',
  'raw',
  'comment',
])

/** The first words of the slides in lower case, without code and formulas. */
function wordsOf(deck: Deck): string[] {
  const words: string[] = []
  const read = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (words.length >= mostWords) return
      if (node.type === 'text')
        words.push(
          ...(node.value
            .slice(0, 9999)
            .toLowerCase()
            .match(/\p{L}+/gu) ?? []),
        )
      else if ('children' in node && !notProse.has(node.type)) read(node.children)
    }
  }
  for (const step of deck.steps) read(step.content)
  return words
}
