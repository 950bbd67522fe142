import { compat, type Message, message } from './message.ts'

const quoted = (ids: readonly string[]): string => ids.map((id) => `“${id}”`).join(', ')

/** Placement of steps. */
export const layoutMessages = {
  'layout/bad-value': message<{ field: string; value: string; expected?: string }>(
    'error',
    ({ field, value }) => `“${value}” is not a value for ${field}.`,
    ({ expected }) => `Write ${expected ?? 'a number (100), a relative number (r100) or a step and an offset (some-id+100)'}.`,
  ),
  'layout/empty-value': message<{ field: string }>(
    'warning',
    ({ field }) => `The field ${field} has no value and does nothing.`,
    () => 'Write a value after it, or take the field away.',
  ),
  'layout/unknown-step': message<{ field: string; id: string }>(
    'error',
    ({ field, id }) => `${field} names the step “${id}”, and no step has this id.`,
    ({ id }) => `Give the step that is meant the field “:id: ${id}”.`,
  ),
  'layout/no-drawing': message<{ id: string }>(
    'error',
    ({ id }) => `data-on looks for a drawing on the step “${id}”, and none stands there.`,
    () =>
      'Show the drawing there with “.. svg:: file.svg”; one that is a picture, or written into raw HTML, has no parts with a known place.',
  ),
  'layout/cycle': message<{ field: string; steps: readonly string[] }>(
    'error',
    ({ field, steps }) => `The value of ${field} goes round in a circle: ${[...steps, steps[0]].map((id) => `“${id}”`).join(' → ')}.`,
    () => 'Give one of these steps a number.',
  ),
  'layout/forward-reference': compat(
    message<{ id: string }>('info', ({ id }) => `The step “${id}” comes later in the deck: Hovercraft could not place a step by it.`),
  ),
  'layout/plus-relative': compat(
    message<{ value: string }>(
      'info',
      ({ value }) => `“${value}” is read as relative to the step before; Hovercraft 2.4 and later took it for an absolute number.`,
      ({ value }) => `Write ${value.replace('+', '')} to have the same in both.`,
    ),
  ),
  'layout/path-of-one-step': message(
    'error',
    () => 'Only one step stands on this path, and a path needs two or more.',
    () => 'The steps after it stand on the path as long as they have neither data-x nor data-y: take these away, or the path.',
  ),
  'layout/bad-path': message<{ text: string }>(
    'error',
    ({ text }) => (text === '' ? 'The path ends where a number is expected.' : `The path cannot be read from “${text}” on.`),
    () => 'Write the data of an SVG path (M0,0 C 10,0 20,10 20,20): the attribute “d” of a path drawn in Inkscape, for example.',
  ),
  'layout/path-without-length': message(
    'error',
    () => 'The path has no length, so no steps can be spread over it.',
    () => 'Let it draw something: M0,0 L 100,0.',
  ),
  'layout/scale-not-positive': message<{ id: string; scale: number }>(
    'error',
    ({ id, scale }) => `The scale of the step “${id}” comes out as ${scale}, and only a scale above 0 can be shown.`,
    () => 'Write a data-scale above 0.',
  ),
  'layout/steps-cover-each-other': message<{ first: string; steps: readonly string[] }>(
    'warning',
    ({ first, steps }) => {
      const shown = steps.length > 4 ? `${quoted(steps.slice(0, 3))} and ${steps.length - 3} more` : quoted(steps)
      return `${steps.length > 1 ? 'The steps' : 'The step'} ${shown} ${steps.length > 1 ? 'stand' : 'stands'} exactly where “${first}” does and ${steps.length > 1 ? 'cover' : 'covers'} it.`
    },
    () => 'The first position in a deck ends the movement to the right: write :data-x: r1600 in the step that should move on.',
  ),
} as const satisfies Record<string, Message<never>>
