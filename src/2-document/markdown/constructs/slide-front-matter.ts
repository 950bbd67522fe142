import type { State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import type { Line } from '../../../1-source/source.ts'
import { readYamlFields, type YamlFields } from '../deck/yaml-fields.ts'
import { codes } from '../micromark/codes.ts'
import { isInSlide, type Reading, restOfLine } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'
import { ruleOf, rulesEndText } from './slide-rule.ts'

/** Fields of the slide that the rule above begins. */
export interface SlideFrontMatter extends UnistNode {
  type: 'slideFrontMatter'
  yaml: YamlFields
}

declare module 'mdast' {
  interface RootContentMap {
    slideFrontMatter: SlideFrontMatter
  }
}

/** A slide's front matter (Slidev): a rule, lines of YAML without a blank one, `---`, where CommonMark would read a heading. */
export const slideFrontMatter: Construct = {
  name: 'slideFrontMatter',
  syntax: (reading) => ({ flow: { [codes.dash]: frontMatter(reading) } }),
  mdast: [leaf('slideFrontMatter', (yaml: YamlFields): SlideFrontMatter => ({ type: 'slideFrontMatter', yaml }))],
}

const frontMatter = (reading: Reading): Syntax => ({
  name: 'slideFrontMatter',
  concrete: true,
  tokenize(effects, ok, nok) {
    let left = 0
    const lineEnding = (next: State): State => {
      return (code) => {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return next
      }
    }
    const end: State = (code) => {
      effects.exit('slideFrontMatter')
      return ok(code)
    }
    const line: State = (code) => {
      left--
      return restOfLine(effects, 'slideFrontMatterLine', left > 0 ? lineEnding(line) : end)(code)
    }
    return (code) => {
      const { line: number } = this.now()
      const isRule = isInSlide(this, reading) && ruleOf(reading.lines[number - 1]?.text ?? '') === '-'
      if (!isRule || isUnderText(this, reading)) return nok(code)
      const found = readFrontMatter(reading.lines, number)
      if (!found) return nok(code)
      left = found.next - number
      const begin: State = (code) => {
        effects.enter('slideFrontMatter', { read: found.yaml })
        return line(code)
      }
      return restOfLine(effects, 'thematicBreak', this.interrupt ? ok : lineEnding(begin))(code)
    }
  },
})

/** Whether `---` would make a heading of the text above it. */
function isUnderText(self: TokenizeContext, { dialect }: Reading): boolean {
  if (rulesEndText(dialect) || self.parser.lazy[self.now().line]) return false
  const above = self.events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix' && type !== 'content')
  return self.interrupt === true || above?.[1].type === 'paragraph'
}

/** The front matter that begins at `lines[start]`, and the index of the line behind it. */
function readFrontMatter(lines: readonly Line[], start: number): { readonly yaml: YamlFields; readonly next: number } | undefined {
  let end = start
  if (!/^[a-z][\w-]*:(\s|$)/.test(lines[end]?.text ?? '')) return undefined
  while (/^(?:\s+\S|[A-Za-z][\w.:-]*:(?:\s|$)|- |#)/.test(lines[end]?.text ?? '')) end++
  if (!/^---\s*$/.test(lines[end]?.text ?? '')) return undefined
  const yaml = readYamlFields(lines.slice(start, end))
  return yaml && { yaml, next: end + 1 }
}
