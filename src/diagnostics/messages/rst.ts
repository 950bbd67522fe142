import { type Message, message } from './message.ts'

/** reStructuredText: blocks, names and the declarations of directives, with docutils' levels. */
export const rstMessages = {
  // Indentation and blank lines
  'rst/unexpected-indentation': message(
    'error',
    () => 'This line is indented, but no block can start here.',
    () => 'Put a blank line before it, or take the indentation away.',
  ),
  'rst/unexpected-unindent': message<{ block: string }>(
    'warning',
    ({ block }) => `The ${block} ends here without a blank line.`,
    ({ block }) => `Put a blank line before this line, or indent it if it belongs to the ${block}.`,
  ),
  'rst/too-deep': message<{ limit: number }>(
    'severe',
    ({ limit }) => `More than ${limit} blocks are nested here; what is inside stays as it is written.`,
    () => 'Take out some levels of lists or indentation.',
  ),
  'rst/line-too-long': message<{ line: number; limit: number }>(
    'error',
    ({ line, limit }) => `Line ${line} has more than ${limit} characters; the text is not read.`,
    () => 'Break the line. What cannot be broken, such as a picture written as data, goes into a file of its own.',
  ),

  // Section titles and transitions
  'rst/title-underline-short': message<{ title: number; underline: number }>(
    'warning',
    ({ title, underline }) => `The title is ${title} columns wide, its underline only ${underline}.`,
    () => 'Make the underline as long as the title.',
  ),
  'rst/title-overline-short': message<{ title: number; overline: number }>(
    'warning',
    ({ title, overline }) => `The title is ${title} columns wide, its overline only ${overline}.`,
    () => 'Make overline and underline as long as the title.',
  ),
  'rst/title-underline-ignored': message(
    'info',
    () => 'This could be a title’s underline, but is too short for the title; it is read as text.',
    () => 'Make it as long as the title, or leave a blank line before it.',
  ),
  'rst/title-overline-ignored': message(
    'info',
    () => 'This could be a title’s overline, but it is shorter than four characters and no title follows; it is read as text.',
    () => 'Write overline, title and underline of the same length, or at least four characters for a transition.',
  ),
  'rst/title-incomplete': message(
    'error',
    () => 'The text ends before the title’s underline.',
    () => 'Put a line like the overline below the title.',
  ),
  'rst/title-underline-missing': message(
    'error',
    () => 'A title with an overline needs the same line below it; there is none.',
    () => 'Repeat the overline below the title, or put a blank line after it to make it a transition.',
  ),
  'rst/title-lines-differ': message(
    'error',
    () => 'The title’s overline and underline differ.',
    () => 'Use the same character and the same length for both.',
  ),
  'rst/title-missing': message(
    'error',
    () => 'Two lines of punctuation follow each other: neither a title nor a transition.',
    () => 'Put a title between them, or a blank line around each transition.',
  ),
  'rst/title-level-skipped': message<{ from: number; to: number }>(
    'error',
    ({ from, to }) => `The title’s style stands for level ${to}, but its section is on level ${from}: a level is left out.`,
    () => 'Use the style of the next level down, as established by the titles before.',
  ),
  'rst/unexpected-title': message(
    'error',
    () => 'A section title cannot stand inside another block.',
    () => 'Take the indentation away, or use “.. rubric::” for a heading without a section.',
  ),
  'rst/unexpected-line': message(
    'error',
    () => 'A transition or section title cannot stand inside another block.',
    () => 'Take the indentation away, or put a blank line and other text in its place.',
  ),
  'rst/unexpected-line-ignored': message(
    'info',
    () => 'This could be a transition or a title’s overline, which cannot stand here; being so short, it is read as text.',
  ),

  // Lists and literal blocks
  'rst/enumeration-start': message<{ text: string; ordinal: number }>(
    'info',
    ({ text, ordinal }) => `The list starts with “${text}” (${ordinal}), not with the first number.`,
  ),
  'rst/line-block-unfinished': message(
    'warning',
    () => 'The line block ends here without a blank line.',
    () => 'Put a blank line before this line, or begin it with “| ”.',
  ),
  'rst/literal-block-missing': message(
    'warning',
    () => '“::” announces a literal block, but none follows.',
    () => 'Indent the literal text, quote each of its lines with the same character, or write “:”.',
  ),
  'rst/literal-quoting-inconsistent': message(
    'error',
    () => 'This line of a quoted literal block begins with another character than the block.',
    () => 'Quote every line with the same character, or put a blank line before this one.',
  ),
  'rst/literal-block-after-term': message(
    'info',
    () => 'A line ending in “::” with indented text right below is read as a definition, not as a literal block.',
    () => 'Put a blank line between them for a literal block.',
  ),

  // Explicit markup
  'rst/note-empty': message<{ kind: string }>(
    'warning',
    ({ kind }) => `The ${kind} has no text.`,
    ({ kind }) => `Write the ${kind}’s text after the bracket, or indented below it.`,
  ),
  'rst/malformed-target': message(
    'warning',
    () => 'This begins like a hyperlink target, but has no name that ends in a colon; it is read as a comment.',
    () => 'Write “.. _name: address”, with the name in backquotes if it holds a colon.',
  ),
  'rst/malformed-substitution': message(
    'warning',
    () => 'This begins like a substitution definition, but its name is not closed; it is read as a comment.',
    () => 'Write “.. |name| directive:: …”.',
  ),
  'rst/substitution-empty': message<{ name: string }>(
    'warning',
    ({ name }) => `The substitution “${name}” is defined as nothing.`,
    () => 'Put a directive after the name: replace, image, unicode or date.',
  ),
  'rst/substitution-invalid': message<{ name: string }>(
    'warning',
    ({ name }) => `The definition of the substitution “${name}” gives no text or image.`,
    () => 'Use one of the directives replace, image, unicode and date.',
  ),
  'rst/substitution-illegal': message<{ name: string; element: string }>(
    'error',
    ({ name, element }) => `The substitution “${name}” holds an element (${element}) that may stand only once in a document.`,
    () => 'Take targets, anonymous references and auto-numbered footnote references out of it.',
  ),
  'rst/duplicate-substitution': message<{ name: string }>(
    'error',
    ({ name }) => `The substitution “${name}” is defined twice; the last definition holds.`,
    () => 'Give one of them another name.',
  ),

  // Names and ids
  'rst/duplicate-id': message<{ id: string }>('severe', ({ id }) => `The id “${id}” is taken by another element.`),
  'rst/duplicate-implicit-target': message<{ name: string }>(
    'info',
    ({ name }) => `“${name}” already names another place; a reference by this name leads nowhere.`,
    () => 'To refer to it, give it a name of its own with “.. _name:”.',
  ),
  'rst/duplicate-explicit-target': message<{ name: string }>(
    'warning',
    ({ name }) => `The target name “${name}” is used more than once; a reference by this name leads nowhere.`,
    () => 'Give each target a name of its own.',
  ),
  'rst/duplicate-external-target': message<{ name: string }>(
    'info',
    ({ name }) => `The target “${name}” is defined twice, each time with the same destination.`,
  ),
  'rst/implicit-target-overridden': message<{ name: string }>(
    'info',
    ({ name }) => `The target “${name}” takes its name from a title or the like; references lead to the target.`,
  ),

  // Directives: the call against its declaration
  'rst/directive-not-english': message<{ name: string }>('info', ({ name }) => `“${name}” is no name of a directive in English.`),
  'rst/unknown-directive': message<{ name: string }>(
    'error',
    ({ name }) => `There is no directive named “${name}”.`,
    () => 'Check the spelling; for a comment, write no “::” after the first word.',
  ),
  'rst/directive-arguments-missing': message<{ name: string; required: number; given: number }>(
    'error',
    ({ name, required, given }) =>
      `The directive “${name}” needs ${required} argument${required === 1 ? '' : 's'}, ${given || 'none'} given.`,
    ({ name }) => `Write the argument after “.. ${name}::”.`,
  ),
  'rst/directive-arguments-surplus': message<{ name: string; allowed: number; given: number }>(
    'error',
    ({ name, allowed, given }) => `The directive “${name}” takes at most ${allowed} argument${allowed === 1 ? '' : 's'}, ${given} given.`,
    () => 'Separate a body from the arguments with a blank line.',
  ),
  'rst/directive-content-forbidden': message<{ name: string }>(
    'error',
    ({ name }) => `The directive “${name}” takes no body.`,
    () => 'Take the indentation of the text below away, or separate it with a line that holds only “..”.',
  ),
  'rst/directive-options-malformed': message<{ name: string; text: string }>(
    'error',
    ({ name, text }) => `Among the options of the directive “${name}” stands a line that is none: “${text}”.`,
    () => 'Write each option as “:name: value”, and a blank line after the last.',
  ),
  'rst/directive-option-name': message<{ name: string; option: string }>(
    'error',
    ({ name, option }) => `An option of the directive “${name}” is called “${option}”; an option’s name is a single word.`,
  ),
  'rst/directive-option-unknown': message<{ name: string; option: string; known: readonly string[] }>(
    'error',
    ({ name, option }) => `The directive “${name}” has no option “${option}”.`,
    ({ known }) => `It knows ${known.map((it) => `:${it}:`).join(' ')}.`,
  ),
  'rst/directive-option-duplicate': message<{ name: string; option: string }>(
    'error',
    ({ name, option }) => `The directive “${name}” has the option “${option}” twice.`,
    () => 'Keep one of them.',
  ),
  'rst/directive-option-value': message<{ name: string; option: string; value: string | undefined; problem: string }>(
    'error',
    ({ name, option, value, problem }) =>
      `The option “${option}” of the directive “${name}” ${value === undefined ? 'has no value' : `is “${value}”`}: ${problem}.`,
  ),
} as const satisfies Record<string, Message<never>>
