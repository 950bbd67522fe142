import { compat, type Message, message } from './message.ts'

/** What differs from Hovercraft on purpose; looked for by `deck check --compat` alone. */
export const compatMessages = {
  'compat/taken': compat(
    message<{ count: number }>(
      'info',
      ({ count }) =>
        `${count === 1 ? 'The error above makes' : `The ${count} errors above make`} deck build exit with 1; Hovercraft built the deck and printed ${count === 1 ? 'a message' : 'messages'} into its slides.`,
      () => 'Mend them; until then deck build --lenient exits with 0 when the page was written.',
    ),
  ),
  'compat/field': compat(
    message<{ field: string; value: string }>(
      'info',
      ({ field, value }) => `“:${field}: ${value}” is heeded; Hovercraft dropped the field.`,
      ({ field }) => `Take the field away to have what Hovercraft showed: it had no ${field}.`,
    ),
  ),
  'compat/title': compat(
    message<{ title: string }>(
      'info',
      ({ title }) => `The deck names no title, so the page's is its first heading, “${title}”; Hovercraft left it empty.`,
      () => 'Write “:title: …” at the top of the deck.',
    ),
  ),
  'compat/theme': compat(
    message(
      'info',
      () => 'The deck names no style sheet, so it gets the theme “default”; Hovercraft left such a deck without any style.',
      () => 'Write “:theme: bare” at the top of the deck to have it as it was.',
    ),
  ),
  'compat/nested-step': compat(
    message<{ id: string; level: number; more: number }>(
      'info',
      ({ id, level, more }) => {
        const others = more === 0 ? '' : ` (so ${more === 1 ? 'is one more slide' : `are ${more} more slides`})`
        return `The slide “${id}” of level ${level} stands on the stage like any other${others}; Hovercraft put it inside the slide before, unplaced.`
      },
      () => 'Separate the slides by lines of one character to have the same in both.',
    ),
  ),
  'compat/placing-field': compat(
    message<{ field: string }>(
      'info',
      ({ field }) => `${field} places the slide when the deck is built; Hovercraft and the impress.js in its pages took no heed of it.`,
    ),
  ),
  'compat/rendered': compat(
    message<{ what: string; more: number }>('info', ({ what, more }) => {
      const others = more === 0 ? '' : `, here and in ${more} more ${more === 1 ? 'place' : 'places'}`
      return `The ${what} is shown as one${others}; Hovercraft had no template for it and printed its bare text.`
    }),
  ),
  'compat/scale': compat(
    message<{ scale: number }>(
      'info',
      ({ scale }) => `“:scale: ${scale}” is heeded; Hovercraft showed the picture in its own size.`,
      () => 'Take the option away to have it as it was.',
    ),
  ),
  'compat/drawing': compat(
    message('info', () => 'The directive “svg” includes a drawing; Hovercraft did not know it and printed a message.'),
  ),
} as const satisfies Record<string, Message<never>>
