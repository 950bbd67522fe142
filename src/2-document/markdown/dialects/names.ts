import { type ToolName, toolNames, toolTitles } from '../../tool-fields.ts'

export type DialectName = 'plain' | ToolName

/** The tools whose Markdown is known; plain is the Markdown of docs/markdown.md. What `dialect:` and `--dialect` take. */
export const dialectNames: readonly DialectName[] = ['plain', ...toolNames]

export const isDialectName = (name: string): name is DialectName => (dialectNames as readonly string[]).includes(name)

/** As its users call it. */
export const toolOf = (dialect: DialectName): string => (dialect === 'plain' ? 'plain Markdown' : toolTitles[dialect])
