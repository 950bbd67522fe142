import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Option, OptionList, OptionListItem } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { indentedBlock, positionOf, sliceLine, trimBlankStart } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct } from './construct.ts'
import { type ReadItem, readItems } from './list-item.ts'
import { optionPattern } from './patterns.ts'

/** Command-line options (`-a`, `--long=arg`, `/V`), each with a description two blanks after it or below. */
export const optionList: BlockConstruct = {
  name: 'option_list',
  starts: '-+/',
  read(lines, index, context) {
    if (!optionPattern.test(lines[index]?.text ?? '')) return undefined
    const list: OptionList = { type: 'option_list', children: [] }
    const { next, warnings } = readItems(list, 'option list', lines, index, context, (at) => readOptionItem(lines, at, context))
    return next === index ? undefined : { nodes: [list, ...warnings], next }
  },
}

function readOptionItem(lines: readonly Line[], index: number, context: ParseContext): ReadItem<OptionListItem> | undefined {
  const line = lines[index]
  const marker = line && optionPattern.exec(line.text)
  if (!marker) return undefined
  const block = indentedBlock(lines, index, { first: marker[0].length })
  const body = trimBlankStart(block.lines)
  // Without a description it is plain text.
  if (body.length === 0) return undefined
  const markerLine = sliceLine(line, 0, marker[0].trimEnd().length)
  const item: OptionListItem = {
    type: 'option_list_item',
    children: [
      { type: 'option_group', children: readOptions(markerLine), position: positionOf([markerLine]) },
      { type: 'description', children: context.parseBlocks(body), position: positionOf(body) },
    ],
    position: positionOf(lines, index, block.next),
  }
  return { item, next: block.next, blankFinish: block.blankFinish }
}

function readOptions(marker: Line): Option[] {
  const options: Option[] = []
  for (const { index, 0: whole, 1: text = '' } of marker.text.matchAll(separateOptions)) {
    const end = index + whole.length
    options.push(readOption(sliceLine(marker, end - text.length, end)))
  }
  return options
}

// A comma in angle brackets separates nothing.
const separateOptions = /(?:^|, )((?:[^,<]|<[^<>]+>)+)/g

// A delimiter of “=” or a blank, or none right after the letter of a short option.
const optionParts = /^((?:--|\/)[^ =]+|[-+].)([ =]?)(.*)$/su

function readOption(line: Line): Option {
  const [, name = line.text, delimiter = '', argument = ''] = optionParts.exec(line.text) ?? []
  const nameLine = sliceLine(line, 0, name.length)
  const option: Option = {
    type: 'option',
    children: [{ type: 'option_string', children: [textOf(nameLine)], position: positionOf([nameLine]) }],
    position: positionOf([line]),
  }
  if (argument) {
    const argumentLine = sliceLine(line, name.length + delimiter.length)
    option.children.push({ type: 'option_argument', delimiter, children: [textOf(argumentLine)], position: positionOf([argumentLine]) })
  }
  return option
}

const textOf = (line: Line) => ({ type: 'text' as const, value: line.text, position: positionOfLines(line, line) })
