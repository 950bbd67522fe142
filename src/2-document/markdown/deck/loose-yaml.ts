import type { Line } from '../../../1-source/source.ts'
import { namesOfTool } from '../../tool-fields.ts'

/** A line of front matter as a reader of YAML gets it. */
export interface LooseLine {
  readonly text: string
  /** The column in the file's line for a column of `text`. */
  readonly columnOf: (column: number) => number
}

const names = [...namesOfTool('marp')].join('|')
const directive = new RegExp(`^((?:_?(?:${names})|"_?(?:${names})"|'_?(?:${names})')[ \\t]*:)([ \\t]+)(.*?)[ \\t]*$`)

/** What YAML gives another meaning than a text's, or has marks for; Marp leaves these to YAML. */
const leftToYaml = /^(?:["'{|>~&*`[]|(?:true|false|null)$|$)/

/**
 * A line of a Marp deck's front matter or comment as Marp reads it (Marpit: `looseYAML`): the value of a directive is a text to its line's end, so that
 * `#fff` is no comment and a colon in it begins nothing.
 */
export function looseLine({ text }: Pick<Line, 'text'>): LooseLine {
  const [, name = '', space = '', value = ''] = directive.exec(text) ?? []
  const isSwitch = /paginate/.test(name) && /^(?:true|false)$/.test(value)
  if (name === '' || (leftToYaml.test(value) && !isSwitch)) return { text, columnOf: (column) => column }
  const start = name.length + space.length
  return {
    text: `${name}${space}"${value.replace(/["\\]/g, '\\$&')}"`,
    columnOf: (column) => (column <= start ? column : Math.min(column - 1, text.length)),
  }
}

/** A line as it stands. */
export const strictLine = ({ text }: Pick<Line, 'text'>): LooseLine => ({ text, columnOf: (column) => column })
