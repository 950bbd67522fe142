import { type Message, message } from './message.ts'

/** Reading files: paths, encodings, missing resources. */
export const sourceMessages = {
  'source/not-found': message<{ path: string; tried: readonly string[] }>(
    'error',
    ({ path }) => `The file “${path}” does not exist.`,
    ({ tried }) => `Looked for it at: ${tried.join(', ')}.`,
  ),
  'source/outside': message<{ path: string; folder: string }>(
    'error',
    ({ path }) => `“${path}” lies outside the deck's folder, where --safe reads nothing.`,
    ({ folder }) => `Move it below ${folder}, name its folder with --resource-path, or build without --safe if you trust the deck.`,
  ),
  'source/no-deck': message<{ path: string }>(
    'error',
    ({ path }) => `There is no deck at “${path}”.`,
    () => 'Check the path; deck build takes an .rst or .md file, or - for standard input.',
  ),
  'source/deck-elsewhere': message<{ path: string; real: string }>(
    'error',
    ({ path, real }) => `“${path}” leads to “${real}”, outside its folder, where --safe reads nothing.`,
    () => 'Name the deck itself, or build without --safe if you trust the link.',
  ),
  'source/folder': message<{ path: string }>(
    'error',
    ({ path }) => `“${path}” is a folder that holds no deck.`,
    () => 'Name the deck itself: an .rst or .md file.',
  ),
  'source/not-what-it-says': message<{ path: string; what: string; advice: string }>(
    'warning',
    ({ path, what }) => `“${path}” ${what}.`,
    ({ advice }) => advice,
  ),
  'source/no-file': message<{ path: string; what: string; isDeck: boolean }>(
    'error',
    ({ path, what }) => `“${path}” is ${what}, no file.`,
    ({ what, isDeck }) => {
      if (isDeck) return 'What a program writes goes in by standard input: … | deck build -.'
      return what === 'a folder' ? 'Name a file in it.' : 'Write what it gives into a file, and name that.'
    },
  ),
  'source/name-not-utf-8': message<{ path: string }>(
    'error',
    ({ path }) => `“${path}” cannot be opened: its name is not UTF-8.`,
    ({ path }) => {
      const name = path.replace(/^.*[/\\]/s, '')
      return `Rename it: mv ${name.replace(/\ufffd/g, '?')} ${name.replace(/\ufffd/g, '_')}; convmv turns the names of whole folders over.`
    },
  ),
  'source/unreadable': message<{ path: string; reason: string }>('error', ({ path, reason }) => `“${path}” cannot be read: ${reason}.`),
  'source/not-utf-8': message<{ path: string; line: number; column: number }>(
    'error',
    ({ path, line, column }) => `“${path}” is not UTF-8: the byte at line ${line}, column ${column} belongs to no character.`,
    () => 'Save it as UTF-8; iconv -f latin1 -t utf-8 turns an old file over.',
  ),
  'source/unknown-encoding': message<{ encoding: string }>(
    'error',
    ({ encoding }) => `“${encoding}” is not an encoding.`,
    () => 'Write a name such as utf-8, latin-1 or utf-16.',
  ),
} as const satisfies Record<string, Message<never>>
