import type { Source } from '../../../1-source/source.ts'
import { characterSets } from './character-sets.ts'

/** The standard definition file that `<name.txt>` stands for: it is made, not read. */
export function definitionFile(path: string): Source | undefined {
  const name = /^<(.+)\.txt>$/.exec(path)?.[1] ?? ''
  if (name === 's5defs') return { path, text: slideRoles() }
  const set = characterSets.get(name)
  return set === undefined ? undefined : { path, text: definitions(set) }
}

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

/** Classes for S5 slides (docutils: s5defs.txt). */
const slideRoles = (): string =>
  [
    '.. Definitions of interpreted text roles (classes) for S5/HTML data.\n',
    publicDomain,
    ...(
      'black gray silver white maroon red magenta fuchsia pink orange yellow lime green olive teal cyan aqua blue navy purple ' +
      'huge big small tiny outline print handout incremental'
    )
      .split(' ')
      .map((role) => `.. role:: ${role}\n`),
    '.. role:: slide\n   :class: slide-display\n',
    '.. default-role:: incremental\n',
  ].join('')
