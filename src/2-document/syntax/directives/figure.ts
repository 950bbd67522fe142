import { type Position, spanning } from '../../../diagnostics/position.ts'
import type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from '../../directive.ts'
import type { Figure, Node } from '../../nodes.ts'
import { positionOf } from '../sliced-lines.ts'
import { addName } from './class-and-name.ts'
import { besideText, imageNode, imageOptions } from './image.ts'
import { choice, classOption, lengthOrPercentageOrPixels, unchanged } from './options.ts'

const figureWidth: OptionConverter = (text) => (text?.toLowerCase() === 'image' ? { value: 'image' } : lengthOrPercentageOrPixels(text))

/** An image with a caption (the body's first paragraph) and a legend (the rest of it). */
export const figure: Directive = {
  name: 'figure',
  arguments: { required: 1, finalWhitespace: true },
  options: { ...imageOptions, align: choice(besideText), figwidth: figureWidth, figclass: classOption, figname: unchanged },
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    const { align, ...ofImage } = options
    const image = imageNode({ ...invocation, options: ofImage, position: positionOfHead(invocation) }, tools)
    const width = options['figwidth'] as string | undefined
    const classes = options['figclass'] as string[] | undefined
    const node: Figure = {
      type: 'figure',
      ...(classes ? { classes } : {}),
      ...(width === undefined || width === 'image' ? {} : { width }),
      ...(align === undefined ? {} : { align: String(align) }),
      // As wide as its image: how wide that is, the page finds out.
      ...(width === 'image' ? { figwidth: 'image' as const } : {}),
      children: [image],
      position,
    }
    addName(node, options['figname'], tools)
    return content.length ? withCaption(node, invocation, tools) : [node]
  },
}

/** The directive without its body: where the image is written. */
function positionOfHead({ blockLines, content: [first], position }: DirectiveInvocation): Position {
  const end = first ? blockLines.findIndex(({ number, source }) => number === first.number && source === first.source) : -1
  return end > 0 ? positionOf(blockLines, 0, end) : position
}

function withCaption(figure: Figure, { content }: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const body = tools.parseBlocks(content)
  // A target, and what the class directive holds a place for, are the caption's (docutils since 0.22: misc.Figure).
  const first = body.findIndex(({ type }) => type !== 'target' && type !== 'pending')
  figure.children.push(...body.splice(0, first < 0 ? body.length : first))
  const [caption, ...rest] = body
  if (!caption) return [figure]
  if (caption.type === 'paragraph') figure.children.push({ ...caption, type: 'caption' })
  else if (caption.type !== 'comment' || caption.children.length) return [figure, tools.error('rst/figure-caption', {})]
  const [start] = rest
  if (start) figure.children.push({ type: 'legend', children: rest, ...(start.position ? { position: legendPosition(rest) } : {}) })
  return [figure]
}

/** From the first node of the legend to the end of the last; a message may stand behind what it is about. */
const legendPosition = (nodes: readonly Node[]): Position => {
  const places = nodes.flatMap(({ position }) => position ?? [])
  return places.reduce((whole, place) => (place.end.offset > whole.end.offset ? spanning(whole, place) : whole))
}
