import type { DialectName } from './names.ts'

/** Whose marks are those of pandoc's manual: pandoc itself and Quarto, which is built on it. */
export const pandocDialects: readonly DialectName[] = ['pandoc', 'quarto']
