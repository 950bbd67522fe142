import { sliceLine } from '../../../../syntax/sliced-lines.ts'
import { readAttributes } from '../../../attributes.ts'
import { type FenceSyntax, nameAt, skipBlanks } from './fence-syntax.ts'

const words = /[ \t]+([^\s:{][^{]*[^\s:{]|[^\s:{])/y

/** `::: name A title {attributes}` (markdown-it-container, as VitePress and Docusaurus have it). */
export const vitepress: FenceSyntax = (line, start) => {
  const { text } = line
  const name = nameAt(text, start)
  words.lastIndex = start + name.length
  const written = name ? words.exec(text)?.[1] : undefined
  if (written === undefined) return undefined
  const end = words.lastIndex
  const attributes = readAttributes(line, skipBlanks(text, end))
  return { opening: { name, argument: sliceLine(line, end - written.length, end), titled: true, attributes }, end: attributes?.end ?? end }
}
