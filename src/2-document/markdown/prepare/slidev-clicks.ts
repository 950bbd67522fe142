import { closeDirective, type LineReader, named, openDirective, put } from './preparation.ts'

/** No line of colons ends it. */
const anyTag = 99

/** `<v-clicks>`, `<v-click>` and `<v-after>` on lines of their own, and their ends (Slidev, animations). */
export const clicks: LineReader = ({ line, text, prefix }, preparation) => {
  const match = /^[ \t]*<(\/?)(v-clicks?|v-after)(?:\s[^>]*)?>[ \t]*$/.exec(text)
  if (!match) return undefined
  const { open } = preparation
  const name = match[2] === 'v-clicks' ? 'incremental' : 'fragment'
  if (!match[1]) open.push(openDirective(preparation, line, named(name), { prefix, colons: anyTag }))
  else if (open.at(-1)?.colons === anyTag) closeDirective(preparation, line, prefix)
  else put(preparation, '', line)
  return 0
}
