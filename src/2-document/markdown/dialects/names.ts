/** The tools whose Markdown is known; plain is the Markdown of docs/markdown.md. What `dialect:` and `--dialect` take. */
export const dialectNames = ['plain', 'marp', 'slidev', 'reveal', 'reveal-md', 'pandoc', 'quarto'] as const

export type DialectName = (typeof dialectNames)[number]

export const isDialectName = (name: string): name is DialectName => (dialectNames as readonly string[]).includes(name)

const tools: Readonly<Record<DialectName, string>> = {
  plain: 'plain Markdown',
  marp: 'Marp',
  slidev: 'Slidev',
  reveal: 'reveal.js',
  'reveal-md': 'reveal-md',
  pandoc: 'pandoc',
  quarto: 'Quarto',
}

/** As its users call it. */
export const toolOf = (dialect: DialectName): string => tools[dialect]
