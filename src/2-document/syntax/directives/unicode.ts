import { pointInBlock, type TextBlock } from '../../../1-source/source.ts'
import type { Point } from '../../../diagnostics/position.ts'
import type { Directive } from '../../directive.ts'
import type { Text } from '../../nodes.ts'
import { flag, unicodeCharacter } from './options.ts'

/** Characters by their codes, and text, for a substitution. What follows ` .. ` is a comment. */
export const unicode: Directive = {
  name: 'unicode',
  arguments: { required: 1, finalWhitespace: true },
  options: { trim: flag, ltrim: flag, rtrim: flag },
  run({ argumentBlock, options, position, substitution }, tools) {
    const { definition } = tools
    if (substitution === undefined || !definition) return [tools.error('rst/directive-no-substitution', { directive: 'unicode' })]
    if (options['trim'] || options['ltrim']) definition.ltrim = 1
    if (options['trim'] || options['rtrim']) definition.rtrim = 1
    const nodes: Text[] = []
    for (const [code, start] of codes(argumentBlock)) {
      const value = unicodeCharacter(code)
      if (value === undefined) return [tools.error('rst/unicode-code', { code })]
      const [from, to]: Point[] = [pointInBlock(argumentBlock, start), pointInBlock(argumentBlock, start + code.length)]
      nodes.push({ type: 'text', value, position: from && to ? { start: from, end: to, source: position.source } : position })
    }
    return nodes
  },
}

/** Each word before the comment, with its place. */
function codes({ text }: TextBlock): [string, number][] {
  const comment = /( |\n|^)\.\. /.exec(text)
  return Array.from((comment ? text.slice(0, comment.index) : text).matchAll(/[^\s\x1c-\x1f\x85]+/g), (match) => [match[0], match.index])
}
