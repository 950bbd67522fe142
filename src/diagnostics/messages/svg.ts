import { type Message, message, together } from './message.ts'

/** The deck's line is shown with the message: a file's name is enough. */
const nameOf = (path: string): string => path.replace(/^.*[/\\]/s, '')

/** Drawings. */
export const svgMessages = {
  'svg/not-well-formed': message<{ reason: string }>(
    'error',
    ({ reason }) => `The drawing is not well-formed XML: ${reason}`,
    () => 'Open and save it again in the program that made it, or correct it at this place.',
  ),
  'svg/not-svg': message<{ path: string; root: string }>(
    'error',
    ({ path, root }) => `“${nameOf(path)}” is no drawing: its first element is <${root}>.`,
    () => 'Name a file whose first element is <svg>.',
  ),
  'svg/not-text': message<{ path: string }>(
    'error',
    ({ path }) => `“${nameOf(path)}” cannot be read as text in the encoding it declares.`,
    () => 'Save it as UTF-8.',
  ),
  'svg/too-large': message<{ path: string; megabytes: number; limit: number }>(
    'error',
    ({ path, megabytes, limit }) => `“${nameOf(path)}” has ${megabytes} MB; a drawing may have ${limit} MB.`,
    () => 'Link or scale down the pictures in it, or include it as an image.',
  ),
  'svg/not-shortened': message<{ path: string; megabytes: number }>(
    'info',
    ({ path, megabytes }) =>
      `“${nameOf(path)}” has ${megabytes} MB and goes into the page with its paths as they are; shortening them would take too long.`,
    () => 'Simplify its paths, or include it as an image.',
  ),
  'svg/heavy-picture': together(
    message<{ path: string; megabytes: number }>(
      'warning',
      ({ path, megabytes }) => `“${nameOf(path)}” has ${megabytes} MB, which go into the page as they are.`,
      () => 'Simplify it or make a PNG of it; with --assets copy it stands beside the page.',
    ),
    {
      of: ({ path, megabytes }) => `“${nameOf(path)}”, ${megabytes} MB`,
      text: (count) => `${count} heavy pictures go into the page as they are.`,
      advice: 'Simplify them or make PNGs of them; with --assets copy they stand beside the page.',
    },
  ),
  'svg/external-entity': message<{ name: string }>(
    'warning',
    ({ name }) => `The entity &${name}; stands outside the drawing’s file and is not read.`,
    () => 'Write its text into the drawing.',
  ),
  'svg/unsafe': message<{ what: string; path: string; removed: boolean }>(
    'warning',
    ({ what, path, removed }) =>
      `“${nameOf(path)}” holds ${what}, which ${removed ? 'was removed' : 'runs or loads when the page is shown'}.`,
    ({ removed }) =>
      removed ? 'Build without --safe if you trust the drawing.' : 'Save the drawing without it; --safe removes it when building.',
  ),
  'svg/unknown-layer': message<{ name: string; path: string; nearest: string | undefined; names: readonly string[] }>(
    'error',
    ({ name, path }) => `No layer or group of “${nameOf(path)}” is called “${name}”.`,
    ({ nearest, names }) => {
      const list = names.length > 0 ? `It has: ${names.join(', ')}.` : 'None of its groups has an id or a label.'
      return nearest === undefined ? list : `Did you mean “${nearest}”? ${list}`
    },
  ),
  'svg/empty-layer': message<{ name: string; path: string }>(
    'error',
    ({ name, path }) => `“${name}” of “${nameOf(path)}” paints nothing, so that no view can be cut to it.`,
    () => 'Name a layer or group with something in it: deck inspect --layers shows their sizes.',
  ),
  'svg/no-previous': message<{ path: string }>(
    'warning',
    ({ path }) => `“:from: previous” has nothing to go on from: no slide before shows “${nameOf(path)}”.`,
    () => 'Leave the option out on the first slide with the drawing.',
  ),
} as const satisfies Record<string, Message<never>>
