import { type Message, message } from './message.ts'

type Named = { directive: string }
type TestCall = { arguments: readonly string[]; options: Readonly<Record<string, unknown>>; content: string }

/** What the standard directives say, with docutils' levels. That a declaration does not fit (arguments, options) is said by the parser. */
export const rstDirectiveMessages = {
  /** For the directives and roles of a user's deck.config.mjs, which bring their own wording. */
  'rst/own-problem': message(
    'error',
    ({ problem }: { problem: string; advice: string }) => problem,
    ({ advice }) => advice,
  ),
  'rst/own-throws': message(
    'error',
    ({ what, reason, place }: { what: string; reason: string; place: string | undefined }) =>
      `The ${what} of your configuration throws ${reason}${place === undefined ? '' : ` (${place})`}.`,
    () => 'Mend it there. What an author wrote wrongly is “return [tools.error(…)]”; see docs/extending.md.',
  ),
  'rst/own-returns': message(
    'error',
    ({ what, expected }: { what: string; expected: string }) =>
      `The ${what} of your configuration returns something else than ${expected}.`,
    () => 'See docs/extending.md for what it returns.',
  ),
  'rst/test-directive': message('info', ({ arguments: words, options, content }: TestCall) => {
    const given = { arguments: words, options, content }
    return `The test directive was given ${JSON.stringify(given)}.`
  }),
  'rst/directive-empty': message(
    'error',
    ({ directive }: Named) => `The "${directive}" directive has no content.`,
    ({ directive }) =>
      `Write its content below it: in reStructuredText after a blank line and indented, in Markdown before the closing marks of “${directive}”.`,
  ),
  'rst/directive-no-substitution': message(
    'error',
    ({ directive }: Named) => `The "${directive}" directive works only in a substitution definition.`,
    ({ directive }) => `Write ".. |name| ${directive}:: …" and use it as |name|.`,
  ),
  'rst/directive-misplaced': message(
    'error',
    ({ directive }: Named) => `The "${directive}" directive cannot stand inside a list, a table, a topic or another body element.`,
    () => 'Move it out, to where a heading could stand.',
  ),
  'rst/directive-disabled': message(
    'warning',
    ({ directive }: Named) => `The "${directive}" directive is switched off here.`,
    () => 'Where the text is trusted, set “rawEnabled” and “fileInsertionEnabled”, and give the parser a “readFile”.',
  ),
  'rst/bad-class': message(
    'error',
    ({ directive, text }: Named & { text: string }) => `The "${directive}" directive cannot make class names of "${text}".`,
    () => 'A class name needs a letter from a to z.',
  ),
  'rst/sidebar-in-sidebar': message(
    'error',
    () => 'A sidebar cannot stand inside a sidebar.',
    () => 'Put it after the other one.',
  ),
  'rst/subtitle-without-title': message(
    'error',
    () => 'The sidebar has a subtitle but no title.',
    () => 'Write a title after ".. sidebar::", or drop ":subtitle:".',
  ),
  'rst/line-number-not-integer': message(
    'error',
    ({ value }: { value: string }) => `":number-lines:" should start at a whole number, not at "${value}".`,
    () => 'Write ":number-lines:" or, say, ":number-lines: 10".',
  ),
  'rst/image-align': message(
    'error',
    ({ value, allowed, substitution }: { value: string; allowed: string; substitution: boolean }) =>
      `":align: ${value}" is not possible for ${substitution ? 'an image in a line of text' : 'an image of its own'}; choose from ${allowed}.`,
  ),
  'rst/figure-caption': message(
    'error',
    () => "The first thing in a figure's body must be its caption, a paragraph.",
    () => 'For a legend without a caption, write an empty comment ("..") first.',
  ),
  'rst/file-and-content': message(
    'error',
    ({ directive }: Named) => `The "${directive}" directive has content and names a file too.`,
    () => 'Keep one of the two.',
  ),
  'rst/file-and-url': message(
    'error',
    ({ directive }: Named) => `The "${directive}" directive has both ":file:" and ":url:".`,
    () => 'Keep one of the two.',
  ),
  'rst/url-not-supported': message(
    'severe',
    ({ directive, url }: Named & { url: string }) =>
      `The "${directive}" directive names "${url}", but nothing is fetched from the network.`,
    () => 'Save the file beside the deck and use ":file:".',
  ),
  'rst/file-not-read': message(
    'severe',
    ({ directive, path, problem }: Named & { path: string; problem?: string; advice?: string }) =>
      problem ?? `The "${directive}" directive names "${path}", which cannot be read.`,
    ({ advice }) => advice ?? 'Check the path: it is looked up beside the file that names it.',
  ),
  'rst/include-text-not-found': message(
    'severe',
    ({ option, text, path }: { option: string; text: string; path: string }) =>
      `":${option}:" asks for "${text}", which is not in ${path}.`,
    ({ option }) =>
      `It must be there letter by letter, within the lines that ":start-line:" and ":end-line:" leave${option === 'end-before' ? ', and after the text of ":start-after:"' : ''}.`,
  ),
  'rst/include-no-lines': message(
    'warning',
    ({ options, path, lines }: { options: readonly string[]; path: string; lines: number }) =>
      `${options.join(' and ')} ${options.length === 1 ? 'leaves' : 'leave'} nothing of ${path}, which has ${lines} line${lines === 1 ? '' : 's'}.`,
    () => 'Lines are counted from 0, and from the end where the number is negative; that of ":end-line:" is the first one left out.',
  ),
  'rst/include-empty': message('warning', ({ path }: { path: string }) => `The file ${path} is empty, so nothing is shown of it.`),
  'rst/no-standard-file': message(
    'severe',
    ({ path }: { path: string; known: readonly string[] }) => `There is no standard definition file “${path}”.`,
    ({ known }) =>
      `In angle brackets only these can be named, each with “.txt”: ${known.join(', ')}. Any other file is named without the brackets.`,
  ),
  'rst/include-loop': message(
    'warning',
    ({ chain }: { chain: readonly string[] }) => `This include would never end: ${chain.join(' ← ')}.`,
    () => 'Take one of these includes away.',
  ),
  'rst/include-long-line': message(
    'warning',
    ({ path, line, limit }: { path: string; line: number; limit: number }) =>
      `Line ${line} of ${path} has more than ${limit} characters; the file is not read.`,
    () => 'Break the line; text that is only to be shown is included with ":literal:" or ":code:".',
  ),
  'rst/role-no-name': message(
    'error',
    () => 'The "role" directive needs a name on its first line.',
    () => 'Write ".. role:: name" or ".. role:: name(base)".',
  ),
  'rst/role-bad-name': message(
    'error',
    ({ text }: { text: string }) => `"${text}" is not a name for a role.`,
    () =>
      'Write ".. role:: name" or ".. role:: name(base)": names are letters and digits, with single "-", "_", "+", ":" or "." between them.',
  ),
  'rst/replace-not-paragraph': message(
    'error',
    () => 'A "replace" directive holds one paragraph only.',
    () => 'Join the text to one paragraph without lists or other blocks.',
  ),
  'rst/unicode-code': message(
    'error',
    ({ code }: { code: string }) => `"${code}" is beyond the last character of Unicode.`,
    () => 'The last one is U+10FFFF.',
  ),
  'rst/meta-empty': message('info', ({ name }: { name: string }) => `The meta field "${name}" says nothing.`),
  'rst/meta-attribute': message(
    'error',
    ({ token }: { token: string }) => `"${token}" in the name of a meta field is not "attribute=value".`,
    () => 'Write, say, ":description lang=en: …".',
  ),
  'rst/meta-not-fields': message(
    'error',
    () => 'The "meta" directive holds something that is not a field.',
    () => 'Write each on a line of its own: ":name: content".',
  ),
  'rst/table-empty': message(
    'warning',
    ({ directive }: Named) => `The "${directive}" directive has no table.`,
    ({ directive }) =>
      `Write it below the directive, after a blank line and indented${directive === 'csv-table' ? ', or name a file with ":file:"' : ''}.`,
  ),
  'rst/list-table-empty': message(
    'error',
    () => 'The "list-table" directive has no list.',
    () => 'Put a blank line after it and indent a list of lists: "* - first cell".',
  ),
  'rst/table-not-one': message(
    'error',
    () => 'The "table" directive must hold one table and nothing else.',
    () => 'Look at the borders of the table; move other text out of the directive.',
  ),
  'rst/list-table-not-one-list': message(
    'error',
    () => 'The "list-table" directive must hold one bullet list and nothing else.',
    () => 'Write each row as "* - cell" and its further cells as "- cell" below the first.',
  ),
  'rst/list-table-row': message(
    'error',
    ({ row }: { row: number }) => `Row ${row} of the "list-table" is not a list of cells.`,
    () => 'Write each row as "* - cell" and its further cells as "- cell" below the first.',
  ),
  'rst/list-table-uneven': message(
    'error',
    ({ row, cells, first }: { row: number; cells: number; first: number }) =>
      `Row ${row} of the "list-table" has ${cells} cells, but the first row has ${first}.`,
    () => 'Give every row the same number of cells; an empty one is a lone "-".',
  ),
  'rst/table-header-rows': message(
    'error',
    ({ header, rows }: { header: number; rows: number }) => `":header-rows:" is ${header}, but the table has ${rows} rows.`,
    () => 'Leave at least one row for the body.',
  ),
  'rst/table-stub-columns': message(
    'error',
    ({ stub, columns }: { stub: number; columns: number }) => `":stub-columns:" is ${stub}, but a row has ${columns} cells.`,
    () => 'Leave at least one cell for the body in every row.',
  ),
  'rst/table-widths': message(
    'error',
    ({ widths, columns }: { widths: number; columns: number }) => `":widths:" has ${widths} numbers for a table of ${columns} columns.`,
    () => 'Give one number for each column, or "auto".',
  ),
  'rst/csv-no-data': message('error', () => 'There is no data in the CSV table.'),
  'rst/csv-syntax': message(
    'error',
    ({ problem }: { problem: string; delimiter: string; quote: string }) => `The CSV data cannot be read: ${problem}.`,
    ({ delimiter, quote }) =>
      `A cell that holds ${delimiter === '\t' ? 'a tab' : `“${delimiter}”`} or a line break stands between two ${quote}, and ${quote} inside it is written twice.`,
  ),
} as const satisfies Record<string, Message<never>>
