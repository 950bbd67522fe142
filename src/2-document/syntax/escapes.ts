/**
 * Escapes, as docutils keeps them while it reads inline markup: the backslash becomes NUL, so the length stays and no
 * reader takes the escaped character for markup (docutils: escape2null, unescape).
 */
export const hideEscapes = (text: string): string => (text.includes('\\') ? text.replace(/\\([\s\S]?)/g, '\0$1') : text)

/** Escapes resolved: an escaped blank or line end disappears. */
export const resolveEscapes = (text: string): string => (text.includes('\0') ? text.replace(/\0[ \n]?/g, '') : text)
