import { type Line, pointAt, positionOfLines } from '../../1-source/source.ts'
import type { Position } from '../../diagnostics/position.ts'
import { sliceLine } from '../syntax/sliced-lines.ts'

/** One attribute of a `{…}` block, with where it stands. A name without `=` has no value. */
export interface Attribute {
  readonly name: string
  readonly value: string | undefined
  readonly namePosition: Position
  readonly valuePosition: Position
  /** Where in the line's text the value stands. */
  readonly from: number
  readonly to: number
}

export interface Attributes {
  readonly list: readonly Attribute[]
  /** The index after the closing brace. */
  readonly end: number
}

// One item: `#id`, `.class`, `name=value`, `name="value"`, `name`; blanks or commas between them.
const item =
  /[\s,]*(?:([#.])([^\s{}=,"'#.][^\s{}=,"']*)|([A-Za-z_:@][^\s{}=,"']*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s{},"'=]+)))?|(-)(?=[\s}]))/y

/** Reads the attributes whose opening brace is `line.text[start]`; undefined where it is no such block. */
export function readAttributes(line: Line, start: number): Attributes | undefined {
  const { text } = line
  if (text[start] !== '{') return undefined
  const list: Attribute[] = []
  item.lastIndex = start + 1
  let at = start + 1
  for (let match = item.exec(text); match; match = item.exec(text)) {
    at = item.lastIndex
    const [whole, mark, word = '', name, double, single, bare] = match
    if (match[7]) list.push(attributeAt(line, 'class', 'unnumbered', at - 1, at))
    else if (mark) list.push(attributeAt(line, mark === '#' ? 'id' : 'class', word, at - word.length, at))
    else {
      const value = double ?? single ?? bare
      const to = bare === undefined ? at - 1 : at
      const nameStart = at - whole.length + (/^[\s,]*/.exec(whole)?.[0].length ?? 0)
      list.push(
        value === undefined
          ? attributeAt(line, name ?? '', undefined, nameStart, at)
          : attributeAt(line, name ?? '', value, to - value.length, to, nameStart),
      )
    }
  }
  while (/[\s,]/.test(text[at] ?? '')) at++
  return text[at] === '}' ? { list, end: at + 1 } : undefined
}

function attributeAt(line: Line, name: string, value: string | undefined, from: number, to: number, nameStart = from): Attribute {
  const whole = sliceLine(line, from, to)
  const start = pointAt(line, nameStart)
  const valuePosition = positionOfLines(whole, whole)
  const namePosition = nameStart === from ? valuePosition : { start, end: pointAt(line, nameStart + name.length), source: line.source.path }
  return { name, value, namePosition, valuePosition, from, to }
}

export const classesIn = ({ list }: Attributes): string[] =>
  list.flatMap(({ name, value }) => (name === 'class' ? (value ?? '').split(/\s+/).filter(Boolean) : []))

export const valueIn = ({ list }: Attributes, wanted: string): string | undefined => list.find(({ name }) => name === wanted)?.value
