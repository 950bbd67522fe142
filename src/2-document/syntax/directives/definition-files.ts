import type { Source } from '../../../1-source/source.ts'
import { characterSets } from './character-sets.ts'

/** The standard definition file that `<name.txt>` stands for: it is made, not read. */
export function definitionFile(path: string): Source | undefined {
  const name = /^<(.+)\.txt>$/.exec(path)?.[1] ?? ''
  if (name === 's5defs') return { path, text: slideRoles() }
  if (path === htmlRolesPath) return { path, text: htmlRoles() }
  const set = characterSets.get(name)
  return set === undefined ? undefined : { path, text: definitions(set) }
}

/** What stands between `<` and `.txt>`. */
export const definitionFileNames: readonly string[] = ['html-roles', 's5defs', ...characterSets.keys()]

const publicDomain = '.. This data file has been placed in the public domain.\n'

function definitions(set: string): string {
  const words = set.split(' ')
  let text = `${publicDomain}.. Derived from the Unicode character mappings available from
   <http://www.w3.org/2003/entities/xml/>.
   Processed by unicode2rstsubs.py, part of Docutils:
   <https://docutils.sourceforge.io>.\n\n`
  for (let index = 0; index + 1 < words.length; index += 2)
    text += `.. |${words[index]}| unicode:: U+${words[index + 1]?.replaceAll('+', ' U+')}\n`
  return text
}

/** Classes for S5 slides (docutils: s5defs.txt), as there under headings that are comments. */
const slideRoles = (): string =>
  [
    '.. Definitions of interpreted text roles (classes) for S5/HTML data.\n',
    publicDomain,
    heading('Colours'),
    roles('black gray silver white maroon red magenta fuchsia pink orange yellow lime green olive teal cyan aqua blue navy purple'),
    heading('Text Sizes'),
    roles('huge big small tiny'),
    heading('Display in Slides (Presentation Mode) Only'),
    '.. role:: slide\n   :class: slide-display\n',
    heading('Display in Outline Mode Only'),
    roles('outline'),
    heading('Display in Print Only'),
    roles('print'),
    heading('Display in Handout Mode Only'),
    roles('handout'),
    heading('Incremental Display'),
    roles('incremental'),
    '.. default-role:: incremental\n',
  ].join('')

const heading = (text: string): string => `\n.. ${text}\n   ${'='.repeat(text.length)}\n\n`

const roles = (names: string): string =>
  names
    .split(' ')
    .map((name) => `.. role:: ${name}\n`)
    .join('')

/** Where the roles come from whose text stands in an element of HTML by their name. */
export const htmlRolesPath = '<html-roles.txt>'

/** Roles for HTML's text-level elements (docutils: html-roles.txt). */
const htmlRoles = (): string =>
  `.. Roles for the text-level elements of HTML.\n\n${roles('b bdi del dfn i ins kbd(literal) mark q samp(literal) small u s var')}`
