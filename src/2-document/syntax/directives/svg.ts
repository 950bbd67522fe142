import { pointInBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from '../../directive.ts'
import type { Drawing } from '../../nodes.ts'
import type { DrawingTerm, DrawingView } from '../../our-fields.ts'
import { partWords, plainName } from '../../part-names.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { choice, joinUri, lengthOrPercentageOrUnitless, unchangedRequired } from './options.ts'

const namesExpected = 'names of layers or groups are expected'

const names: OptionConverter = (text) => {
  const words = partWords(text ?? '')
  const value = words.flatMap((word) => (word.bar ? [] : plainName(word)))
  return value.length === 0 || value.length < words.length ? { problem: namesExpected } : { value }
}

/** `node1 node2 | +*Pod* | +kubelet* -etcd` */
const steps: OptionConverter = (text) => {
  const value: DrawingTerm[][] = [[]]
  for (const word of partWords(text ?? '')) {
    if (word.bar) value.push([])
    else value.at(-1)?.push({ sign: word.sign, name: word.name })
  }
  return value.every((terms) => terms.length === 0)
    ? { problem: `${namesExpected}, with a bar between what one press shows and the next` }
    : { value }
}

const duration: OptionConverter = (text) => {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(ms|s)?$/.exec(text?.trim() ?? '')
  return match ? { value: Number(match[1]) * (match[2] === 's' ? 1000 : 1) } : { problem: 'a time such as 400ms or 0.4s is expected' }
}

/** A drawing whose layers come and go from slide to slide and from press to press. */
export const svg: Directive = {
  name: 'svg',
  arguments: { required: 1, finalWhitespace: true },
  options: {
    show: names,
    hide: names,
    dim: names,
    steps,
    from: choice(['previous']),
    duration,
    fit: choice(['contain', 'cover', 'fill']),
    zoom: names,
    overflow: choice(['hidden', 'visible']),
    width: lengthOrPercentageOrUnitless,
    height: lengthOrPercentageOrUnitless,
    align: choice(['left', 'center', 'right']),
    alt: unchangedRequired,
    ...classAndName,
  },
  run: (invocation, tools) => [drawingNode(invocation, tools)],
}

/** The drawing that `svg::`, or an inlined `image::`, shows. */
export function drawingNode(invocation: DirectiveInvocation, tools: DirectiveTools): Drawing {
  const { options, position } = invocation
  const view: DrawingView = {}
  for (const option of ['show', 'hide', 'dim', 'steps', 'from', 'duration', 'fit', 'zoom', 'overflow'] as const) {
    if (options[option] !== undefined) Object.assign(view, { [option]: options[option] })
  }
  const node: Drawing = {
    type: 'drawing',
    uri: joinUri(invocation.arguments[0] ?? ''),
    ...classesOf(invocation),
    children: [],
    position,
    view,
    places: placesOf(invocation),
  }
  for (const attribute of ['alt', 'width', 'height', 'align'] as const) {
    if (options[attribute] !== undefined) Object.assign(node, { [attribute]: options[attribute] })
  }
  addName(node, options['name'], tools)
  return node
}

/** Where each name stands first, for a message about it. */
function placesOf({ optionBlocks }: DirectiveInvocation): Record<string, Position> {
  const places: Record<string, Position> = Object.create(null)
  for (const option of ['show', 'hide', 'dim', 'steps', 'zoom']) {
    const block = optionBlocks[option]
    const source = block?.lines[0]?.source.path
    if (!block || source === undefined) continue
    for (const word of partWords(block.text)) {
      if (word.bar) continue
      const name = option === 'steps' ? word.name : plainName(word)
      places[name] ??= { start: pointInBlock(block, word.start), end: pointInBlock(block, word.end), source }
    }
  }
  return places
}
