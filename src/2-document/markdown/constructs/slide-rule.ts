/** The character of a rule (CommonMark, section 4.1). */
export const ruleOf = (text: string): string | undefined => /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.exec(text)?.[1]
