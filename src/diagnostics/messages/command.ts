import { type Message, message } from './message.ts'

/** The command line and what it writes. */
export const commandMessages = {
  'command/cannot-write': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `“${path}” cannot be written: ${reason}.`,
    () => 'Choose another place with -o.',
  ),
  'command/language-guessed': message<{ language: 'rst' | 'markdown' }>(
    'warning',
    ({ language }) => `Standard input is read as ${language === 'rst' ? 'reStructuredText' : 'Markdown'}, by what it holds.`,
    ({ language }) => `If it is ${language === 'rst' ? 'Markdown, say --from md' : 'reStructuredText, say --from rst'}.`,
  ),
  'command/not-packed': message<{ folder: string; reason: string }>(
    'warning',
    ({ reason }) => `npm could not pack hoverdeck: ${reason}.`,
    ({ folder }) => `The talk asks for it in ${folder}, which is on this machine alone; “npm pack” there makes a file to install instead.`,
  ),
  'command/no-output': message<{ reason: string }>('error', ({ reason }) => `Standard output cannot be written: ${reason}.`),
  'command/output-is-folder': message<{ path: string }>(
    'error',
    ({ path }) => `“${path}” is a folder, so the page cannot be written there.`,
    ({ path }) => `Give a file name: -o ${path.replace(/\/$/, '')}/index.html.`,
  ),
  'command/output-is-input': message<{ path: string; source: string }>(
    'error',
    ({ path, source }) =>
      `The page would be written over its own source, “${source}”${path === source ? '' : `: “${path}” is the same file`}.`,
    () => 'Choose another place with -o.',
  ),
  'command/output-elsewhere': message<{ path: string; real: string; folder: string }>(
    'error',
    ({ path, real, folder }) => `“${path}” leads to “${real}”, outside “${folder}”, so nothing is written.`,
    ({ real }) => `Remove the link, or name the place itself with -o, such as ${real}.`,
  ),
  'command/crashed': message<{ doing: string; file: string; reason: string; trace: readonly string[] }>(
    'severe',
    ({ doing, file, reason }) => `hoverdeck itself failed when it ${doing} “${file}”: ${reason}.`,
    ({ trace }) => ['Please report it, with the deck if others may see it, and with these lines:', ...trace].join('\n      '),
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
  'command/no-browser': message(
    'error',
    () => 'PDF and pictures are made by Chrome or Chromium, and none was found.',
    () =>
      'Install one (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium), or set CHROME_PATH to its executable.',
  ),
  'command/bad-chrome-path': message<{ path: string }>(
    'error',
    ({ path }) => `CHROME_PATH says “${path}”, but no such file is there.`,
    () => 'Set it to the executable of Chrome or Chromium, or unset it to have one looked for.',
  ),
  'command/browser-fails': message<{ path: string; reason: string }>(
    'error',
    ({ path, reason }) => `The browser “${path}” does not do its work: ${reason}.`,
    () => 'Set CHROME_PATH to the executable of another Chrome or Chromium.',
  ),
  'command/page-incomplete': message<{ seconds: number }>(
    'warning',
    ({ seconds }) => `Something that the deck names elsewhere had not come after ${seconds} s, and may be missing.`,
    () => 'Keep pictures, fonts and films beside the deck.',
  ),
  'command/no-pages': message(
    'error',
    () => 'There is no slide that could be a page, so nothing was written.',
    () => 'A slide with nothing on it, such as an overview, has no page.',
  ),
} as const satisfies Record<string, Message<never>>
