import { compat, type Message, message, together } from './message.ts'

/** The page: resources, styles, code, maths. */
export const pageMessages = {
  'page/remote-resource': together(
    compat(message<{ url: string }>('info', ({ url }) => `“${url}” is fetched from the network when the page is shown.`)),
    { of: ({ url }) => `“${url}”`, text: (count) => `${count} addresses are fetched from the network when the page is shown.` },
  ),
  'page/absolute-path': together(
    compat(
      message<{ url: string }>(
        'info',
        ({ url }) => `“${url}” is an absolute path and stays as it is.`,
        () => 'Write a path relative to the deck, and the file goes into the page.',
      ),
    ),
    {
      of: ({ url }) => `“${url}”`,
      text: (count) => `${count} addresses are absolute paths and stay as they are.`,
      advice: 'Write paths relative to the deck, and the files go into the page.',
    },
  ),
  'page/dead-link': together(
    message<{ link: string }>(
      'warning',
      ({ link }) => `The link “${link}” leads nowhere: nothing in the deck has that id.`,
      () =>
        'A slide has the id that its field “:id:” gives it, else step-N; a heading has its words in small letters, with hyphens between them.',
    ),
    { of: ({ link }) => `“${link}”`, text: (count) => `${count} links lead nowhere: nothing in the deck has the ids.` },
  ),
  'page/picture-unit': together(
    message<{ side: string; length: string }>(
      'warning',
      ({ side, length }) => {
        const pixels = Number.parseFloat(length)
        return Number.isNaN(pixels)
          ? `The ${side} “${length}” is no size, and browsers take no heed of it: a picture's size is px or %.`
          : `The ${side} “${length}” is shown as ${pixels} px: a picture's size is px or %.`
      },
      ({ side, length }) =>
        `Write “:${side}: ${Number.parseFloat(length) || 400}px”, or give the picture a class and its size in a style sheet.`,
    ),
    {
      of: ({ side, length }) => `${side} “${length}”`,
      text: (count) => `${count} sizes of pictures are neither px nor %: browsers read the number alone, as px, or nothing.`,
      advice: 'Write px or %, or give the pictures a class and their size in a style sheet.',
    },
  ),
  'page/too-large': message<{ path: string; bytes: number; limit: number }>(
    'error',
    ({ path, bytes, limit }) => `“${path}” has ${Math.ceil(bytes / 1e6)} MB: no more than ${limit / 1e6} MB of files go into a page.`,
    () => 'Build with --assets copy, which puts pictures and films beside the page, or make it smaller.',
  ),
  'page/no-language': message<Record<never, never>>(
    'info',
    () => 'The deck does not say its language, which is not English.',
    () => 'Write “:lang: de”, or whatever it is, at the top of the deck: by it a screen reader chooses its voice.',
  ),
  'page/unknown-language': together(
    message<{ language: string }>(
      'info',
      ({ language }) => `No highlighter knows the language “${language}”; the code stays without colours.`,
      () => 'Write text for code that needs none.',
    ),
    {
      of: ({ language }) => `“${language}”`,
      text: (count) => `No highlighter knows ${count} of the languages; their code stays without colours.`,
    },
  ),
  'page/bad-formula': together(
    message<{ reason: string }>(
      'warning',
      ({ reason }) => `The formula cannot be read: ${reason}`,
      () => 'The page shows its source. Supported commands: https://temml.org/docs/en/supported.html.',
    ),
    {
      of: ({ reason }) => reason.replace(/\s+/g, ' ').replace(/\.$/, ''),
      text: (count) => `Formulas cannot be read, for ${count} reasons.`,
      advice: 'The page shows their source. Supported commands: https://temml.org/docs/en/supported.html.',
    },
  ),
  'page/unknown-theme': message<{ theme: string; known: readonly string[] }>(
    'error',
    ({ theme }) => `No theme is named “${theme}”.`,
    ({ known }) => `Write ${known.join(', ')}, or the path of a CSS file or of a folder with a theme.css; see docs/themes.md.`,
  ),
  'page/bad-theme': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” is no description of a theme: ${reason}.`,
    () => "It is a JSON object with any of extends (a theme's name), width, height, maxScale and minScale (numbers).",
  ),
  'page/id-twice': together(
    message<{ id: string }>(
      'warning',
      ({ id }) =>
        `The raw HTML has the id “${id}”, and so has something before it on the page: links and url(#${id}) find the first alone.`,
      () => 'Give it another id; a drawing gets ids of its own when it is included with “.. svg::” or “:file:”.',
    ),
    {
      of: ({ id }) => `“${id}”`,
      text: (count) => `${count} ids of the raw HTML are those of something before it on the page: links and url(#…) find the first alone.`,
      advice: 'Give them other ids; a drawing gets ids of its own when it is included with “.. svg::” or “:file:”.',
    },
  ),
  'page/id-taken': together(
    message<{ id: string; owner: 'slide' | 'page'; other: string }>(
      'warning',
      ({ id, owner, other }) =>
        `The raw HTML has the id “${id}”, which is ${owner === 'slide' ? 'a slide’s: the slide keeps it, so that it can be reached' : 'the page’s own, and stays so'}; the element gets the id “${other}”.`,
      () => 'Give it another id: links, style sheets and scripts that name this one do not find the element.',
    ),
    {
      of: ({ id }) => `“${id}”`,
      text: (count) => `${count} ids of the raw HTML are taken by slides or by the page itself; the elements get others.`,
      advice: 'Give them other ids: links, style sheets and scripts that name these do not find the elements.',
    },
  ),
  'page/raw-left-open': together(
    message<{ tag: string }>(
      'warning',
      ({ tag }) =>
        `The raw HTML opens “${tag}” and does not close it: it ends with the slide, list item or other element that it stands in.`,
      () => 'Close it in the same slide, at the level where it is opened.',
    ),
    {
      of: ({ tag }) => `“${tag}”`,
      text: (count) =>
        `The raw HTML opens ${count} tags and does not close them: each ends with the slide, list item or other element that it stands in.`,
      advice: 'Close each in the same slide, at the level where it is opened.',
    },
  ),
  'page/raw-closed-too-often': together(
    message<{ tag: string }>(
      'warning',
      ({ tag }) =>
        `The raw HTML closes with “${tag}” what it did not open in the same slide, list item or other element: the tag is left out.`,
      () => 'Take it out, or open the element at the level where it is closed.',
    ),
    {
      of: ({ tag }) => `“${tag}”`,
      text: (count) =>
        `The raw HTML closes with ${count} tags what it did not open in the same slide, list item or other element: they are left out.`,
      advice: 'Take them out, or open the elements at the level where they are closed.',
    },
  ),
  'page/raw-not-safe': together(
    message<{ what: string }>(
      'warning',
      ({ what }) => `The raw HTML holds ${what}, which is left out of a page that is built with --safe.`,
      () => 'Build without --safe if you trust the deck.',
    ),
    {
      of: ({ what }) => what,
      text: (count) => `The raw HTML holds ${count} things that are left out of a page that is built with --safe.`,
    },
  ),
  'page/link-not-safe': together(
    message<{ url: string }>(
      'warning',
      ({ url }) => `A link leads to “${url}”; a page that is built with --safe leads to web pages, mail addresses and phone numbers alone.`,
      () => 'Build without --safe if you trust the deck.',
    ),
    {
      of: ({ url }) => `“${url}”`,
      text: (count) =>
        `${count} links are left out: a page that is built with --safe leads to web pages, mail addresses and phone numbers alone.`,
    },
  ),
  'page/field-not-safe': together(
    message<{ field: string; what: string }>(
      'warning',
      ({ field, what }) => `The field “${field}” is ${what}, which is left out of a page that is built with --safe.`,
      () => 'Build without --safe if you trust the deck.',
    ),
    {
      of: ({ field, what }) => `“${field}”, which is ${what}`,
      text: (count) => `${count} fields are left out of a page that is built with --safe.`,
    },
  ),
  'page/file-not-safe': together(
    message<{ path: string }>(
      'warning',
      ({ path }) => `“${path}” is left out: by its name it is no picture, font, film or sound, and --safe puts nothing else beside a page.`,
      () => 'Build without --safe if you trust the deck.',
    ),
    {
      of: ({ path }) => `“${path}”`,
      text: (count) =>
        `${count} files are left out: by their names they are no pictures, fonts, films or sounds, and --safe puts nothing else beside a page.`,
    },
  ),
  'page/css-not-safe': together(
    message<{ what: string }>(
      'warning',
      ({ what }) => `The style sheet holds ${what}, which is left out of a page that is built with --safe.`,
      () => 'Build without --safe if you trust the deck.',
    ),
    {
      of: ({ what }) => what,
      text: (count) => `The style sheet holds ${count} things that are left out of a page that is built with --safe.`,
    },
  ),
  'page/not-safe': together(
    message<{ url: string }>(
      'warning',
      ({ url }) => `“${url}” is left out: a page that is built with --safe fetches nothing.`,
      () => 'Put the file into the folder of the deck, or build without --safe if you trust the deck.',
    ),
    {
      of: ({ url }) => `“${url}”`,
      text: (count) => `${count} addresses are left out: a page that is built with --safe fetches nothing.`,
      advice: 'Put the files into the folder of the deck, or build without --safe if you trust the deck.',
    },
  ),
  'page/bad-canvas': message<{ field: string; value: string }>(
    'warning',
    ({ field, value }) => `“${value}” is not a number for ${field}.`,
    ({ field }) => `Write a number without a unit, such as ${/scale/.test(field) ? 2 : /width|height/.test(field) ? 1920 : 1000}.`,
  ),
} as const satisfies Record<string, Message<never>>
