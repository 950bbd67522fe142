import { readFileSync } from 'node:fs'

export interface Block {
  readonly language: string
  readonly text: string
  /** Where it begins in the page. */
  readonly index: number
}

/** The fenced blocks of a page that name their language, in order. */
export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^(`{3,})(\w+)\n([\s\S]*?\n)?\1$/gm)].map(({ 2: language = '', 3: text = '', index }) => ({ language, text, index }))

/** Finds blocks of a page in docs/ by language and by how they start, and what stands in the block below one. */
export function pageBlocks(name: string) {
  const blocks = blocksOf(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'))
  const block = (language: string, start = ''): string => {
    const found = blocks.find((one) => one.language === language && one.text.startsWith(start))
    if (!found) throw new Error(`docs/${name} has no ${language} block that starts with ${start}`)
    return found.text
  }
  const below = (text: string): string | undefined => blocks[blocks.findIndex((one) => one.text === text) + 1]?.text
  return { block, below }
}
