import { type Message, message } from './message.ts'

/** The command line and what it writes. */
export const commandMessages = {
  'command/cannot-write': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” cannot be written: ${reason}.`,
    () => 'Choose another place with -o.',
  ),
  'command/output-is-folder': message<{ path: string }>(
    'error',
    ({ path }) => `“${path}” is a folder, so the page cannot be written there.`,
    ({ path }) => `Give a file name: -o ${path.replace(/\/$/, '')}/index.html.`,
  ),
  'command/output-is-input': message<{ path: string }>(
    'error',
    ({ path }) => `The page would be written over its own source, “${path}”.`,
    () => 'Choose another place with -o.',
  ),
  'command/bad-config': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” cannot be loaded: ${reason}`,
    () => 'It is a module whose default export holds directives, roles and options; see docs/extending.md.',
  ),
  'command/mathjax-not-needed': message('info', () => '--mathjax is not needed: formulas are turned into MathML when the deck is built.'),
  'command/no-templates': message<{ path: string }>(
    'warning',
    ({ path }) => `--template ${path} is ignored: Hovercraft's XSLT templates have no part in this page.`,
    () => 'Move its style sheets to --css or --theme and its scripts to --js; see docs/migrating-from-hovercraft.md.',
  ),
  'command/no-server': message<{ port: number; reason: string }>(
    'error',
    ({ port, reason }) => `No preview can be served on port ${port}: ${reason}.`,
    () => 'Choose another with --port; 0 takes any free one.',
  ),
} as const satisfies Record<string, Message<never>>
