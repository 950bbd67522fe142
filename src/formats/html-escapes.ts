/** Text as HTML and XML write it between tags. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => escapes.get(character) ?? character) : text

/** Text as HTML and XML write it between double quotes. Line ends and tabs would be blanks to XML (XML 1.0 §3.3.3). */
export const escapeAttribute = (value: string): string =>
  /[&<"\n\t\r]/.test(value) ? value.replace(/[&<"\n\t\r]/g, (character) => escapes.get(character) ?? character) : value

const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\n': '&#10;',
    '\t': '&#9;',
    '\r': '&#13;',
  }),
)
