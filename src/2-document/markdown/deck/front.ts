import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import type { FieldLine } from './field-line.ts'
import { readYamlFields } from './yaml-fields.ts'

/** The tool that a deck was written for, where it shows: it decides what comments and bullets mean. */
export type Flavour = 'plain' | 'marp' | 'slidev'

export interface Front {
  readonly fields: readonly FieldLine[]
  readonly problems: readonly Diagnostic[]
  readonly flavour: Flavour
  /** Whether the fields are pandoc's `% title` lines. */
  readonly isTitleBlock: boolean
  /** The text after it. */
  readonly rest: readonly Line[]
}

const slidevFields = new Set(
  'layout drawings highlighter mdc lineNumbers clicks routeAlias colorSchema canvasWidth exportFilename titleTemplate addons monaco favicon'.split(
    ' ',
  ),
)

// What only Marp's decks have; its editors do without `marp: true`.
const marpFields = new Set('_class _paginate _backgroundColor _color paginate headingDivider backgroundColor backgroundImage'.split(' '))

/** Reads what stands before the first slide: YAML between `---` and `---` or `...`, or pandoc's title block. */
export function readFront(lines: readonly Line[]): Front {
  const isRule = (line: Line | undefined): boolean => /^---[ \t]*$/.test(line?.text ?? '')
  const none = { fields: [], problems: [], flavour: 'plain', isTitleBlock: false, rest: lines } as const
  if (isRule(lines[0])) {
    const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line.text))
    const yaml = end > 0 ? readYamlFields(lines.slice(1, end)) : undefined
    return yaml ? { ...yaml, flavour: flavourOf(yaml.fields), isTitleBlock: false, rest: lines.slice(end + 1) } : none
  }
  const fields = titleBlock(lines)
  return fields.length > 0 ? { ...none, fields, isTitleBlock: true, rest: lines.slice(fields.length) } : none
}

function flavourOf(fields: readonly FieldLine[]): Flavour {
  if (fields.some(({ name, value }) => (name === 'marp' && value === 'true') || marpFields.has(name))) return 'marp'
  return fields.some(({ name }) => slidevFields.has(name)) ? 'slidev' : 'plain'
}

/** `% title`, `% author`, `% date` (pandoc, pandoc_title_block). */
function titleBlock(lines: readonly Line[]): FieldLine[] {
  const fields: FieldLine[] = []
  for (const [index, name] of ['title', 'author', 'date'].entries()) {
    const line = lines[index]
    const mark = /^%[ \t]*/.exec(line?.text ?? '')
    if (!line || !mark) break
    const rest = sliceLine(line, mark[0].length)
    const position = positionOfLines(rest, rest)
    fields.push({ name, value: rest.text.trimEnd(), namePosition: position, valuePosition: position })
  }
  return fields
}
