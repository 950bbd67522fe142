import type { DialectName } from '../dialects/names.ts'

/** The character of a rule (CommonMark, section 4.1). */
export const ruleOf = (text: string): string | undefined => /^ {0,3}([-*_])(?:[ \t]*\1){2,}\s*$/.exec(text)?.[1]

/** Whether `---` begins a slide even under a text, where CommonMark has a heading: these tools divide before they read Markdown. */
export const rulesEndText = (dialect: DialectName): boolean => dialect === 'slidev' || dialect === 'reveal' || dialect === 'reveal-md'
