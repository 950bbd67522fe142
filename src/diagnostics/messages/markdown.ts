import { type Message, message, together } from './message.ts'

/** Markdown: front matter, directives, what other tools' syntax has no meaning here. */
export const markdownMessages = {
  'markdown/front-matter': message<{ reason: string }>(
    'error',
    ({ reason }) => `The front matter is not valid YAML: ${reason}`,
    () => 'Between the two "---" lines write "name: value", a line each.',
  ),
  'markdown/front-matter-value': message<{ field: string }>(
    'warning',
    ({ field }) => `"${field}" in the front matter holds more than a text or a list of texts, which has no meaning here.`,
    ({ field }) => `Write "${field}: value" on one line.`,
  ),
  'markdown/no-meaning': message<{ tool: string; what: string; instead?: string | undefined }>(
    'info',
    ({ tool, what }) => `${tool}'s ${what} has no meaning here and is left out.`,
    ({ instead }) => instead,
  ),
  'markdown/read-as': message<{ tool: string; reason: string }>(
    'info',
    ({ tool, reason }) => `Read as ${tool} because ${reason}.`,
    () => 'If that is wrong, name the dialect: "dialect: plain", or marp, slidev, reveal, reveal-md, pandoc, quarto.',
  ),
  'markdown/unknown-dialect': message<{ name: string; known: readonly string[] }>(
    'warning',
    ({ name }) => `"${name}" is no dialect of Markdown that is known here.`,
    ({ known }) => `Write one of ${known.join(', ')}.`,
  ),
  'markdown/headings-and-rules': message<{ level: number }>(
    'warning',
    ({ level }) =>
      `Slides begin at rules and at headings of level ${level}${level > 1 ? ' and above' : ''}, as in pandoc; nothing in the deck says which it means.`,
    () => 'If rules alone divide it, write "dialect: plain" in the front matter; "dialect: pandoc" says that both do.',
  ),
  'markdown/separator': message<{ tool: string; name: string; pattern: string }>(
    'warning',
    ({ tool, name, pattern }) => `${tool}'s "${name}" has a pattern that is not read here: ${pattern}`,
    () => 'Write it as lines: characters, "\\s*", "-+" and their like, with "\\n" between lines; groups and alternatives are not read.',
  ),
  'markdown/rule-under-text': together(
    message(
      'warning',
      () => 'This rule stands right below a text: reveal.js begins a slide here, but in Markdown it makes the text a heading.',
      () => 'Put a blank line above "---"; for a heading write "## " before the text.',
    ),
  ),
  'markdown/formula-not-closed': message(
    'warning',
    () => 'This formula is never closed; it ends with its block.',
    () => 'End it with a line "$$".',
  ),
  'markdown/unknown-directive': together(
    message<{ name: string }>(
      'warning',
      ({ name }) => `There is no directive "${name}"; its content becomes a box with the class "${name}".`,
      ({ name }) => `If a box is what you want, write "::: {.${name}}".`,
    ),
    {
      of: ({ name }) => `"${name}"`,
      text: (count) => `${count} directives are not known; the content of each becomes a box with its name as the class.`,
      advice: 'If boxes are what you want, write "::: {.name}".',
    },
  ),
  'markdown/directive-not-closed': message<{ name: string }>(
    'warning',
    ({ name }) => `":::${name}" is not closed and holds all that follows it.`,
    () => 'End it with a line ":::".',
  ),
  'markdown/too-deep': message<{ limit: number }>(
    'severe',
    ({ limit }) => `This is nested more than ${limit} levels deep; what is inside is shown as it is written.`,
  ),
  'markdown/too-much-markup': message<{ limit: number }>(
    'warning',
    ({ limit }) => `This line has more than ${limit} characters that could be markup; it is taken as plain text.`,
    () => 'Break the line, or put it into a code block.',
  ),
  'markdown/attribute-without-element': together(
    message<{ attribute: string }>(
      'warning',
      ({ attribute }) => `The attribute "${attribute}" can stand only on the first heading of a slide; it is left out.`,
      () => 'Move it to the slide: to its first heading or to a line ":name: value" at its top.',
    ),
    {
      of: ({ attribute }) => `"${attribute}"`,
      text: (count) => `${count} attributes can stand only on the first heading of a slide; they are left out.`,
      advice: 'Move them to the slide: to its first heading or to lines ":name: value" at its top.',
    },
  ),
  'markdown/component': together(
    message<{ name: string }>(
      'warning',
      ({ name }) => `The component <${name}> has no meaning here; only what stands inside it is shown.`,
      () => 'Write HTML, or a directive.',
    ),
    { of: ({ name }) => `<${name}>`, text: (count) => `${count} components have no meaning here; only what stands inside them is shown.` },
  ),
  'markdown/class-without-rule': together(
    message<{ name: string }>(
      'info',
      ({ name }) => `No rule here gives the class "${name}" of UnoCSS a meaning.`,
      () => 'Write the rule in a style sheet and name it with --css.',
    ),
    {
      of: ({ name }) => name,
      text: (count) => `No rule here gives ${count} classes of UnoCSS a meaning.`,
      advice: 'Write the rules in a style sheet and name it with --css.',
    },
  ),
  'markdown/code-steps': together(
    message<{ text: string }>(
      'info',
      ({ text }) => `"{${text}}" asks for lines to light up one after another; the first stage is shown.`,
      () => 'For a change between slides, write the code block twice.',
    ),
    {
      of: ({ text }) => `"{${text}}"`,
      text: (count) => `${count} times lines of code are to light up one after another; the first stage is shown.`,
    },
  ),
  'markdown/code-not-run': together(
    message<{ language: string; isShown: boolean }>(
      'info',
      ({ language, isShown }) =>
        `Code is not run here: ${isShown ? `this ${language} is shown, without what it gives` : `what this ${language} gives is not shown, nor is it itself`}.`,
      () => 'Put its output into the deck: a picture, a table, a text.',
    ),
    {
      of: ({ language, isShown }) => (isShown ? language : `${language}, not shown`),
      text: (count) => `Code is not run here, so that what it gives is not shown; there are ${count} kinds of it.`,
    },
  ),
  'markdown/cannot-say': message<{ what: string; language: string }>(
    'warning',
    ({ what, language }) => `${language} cannot say this: ${what}.`,
  ),
} as const satisfies Record<string, Message<never>>
