import { spanning } from '../../../diagnostics/position.ts'
import type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from '../../directive.ts'
import type { Figure, Node } from '../../nodes.ts'
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
    const image = imageNode({ ...invocation, options: ofImage }, tools)
    const width = options['figwidth'] as string | undefined
    const classes = options['figclass'] as string[] | undefined
    const node: Figure = {
      type: 'figure',
      ...(classes ? { classes } : {}),
      ...(width === undefined || width === 'image' ? {} : { width }),
      ...(align === undefined ? {} : { align: String(align) }),
      // As wide as its image: how wide that is, the page finds out.
      ...(width === 'image' ? { data: { figwidth: 'image' } } : {}),
      children: [image],
      position,
    }
    addName(node, options['figname'], tools)
    return content.length ? withCaption(node, invocation, tools) : [node]
  },
}

function withCaption(figure: Figure, { content }: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const [first, ...rest] = tools.parseBlocks(content)
  if (!first) return [figure]
  if (first.type === 'paragraph') figure.children.push({ ...first, type: 'caption' })
  else if (first.type !== 'comment' || first.children.length) return [figure, tools.error('rst/figure-caption', {})]
  const [start] = rest
  if (start) figure.children.push({ type: 'legend', children: rest, ...(start.position ? { position: legendPosition(rest) } : {}) })
  return [figure]
}

/** From the first to the last node of the legend. */
const legendPosition = (nodes: readonly Node[]): NonNullable<Node['position']> => {
  const places = nodes.flatMap(({ position }) => position ?? [])
  const [first] = places
  const last = places.at(-1)
  return first && last ? spanning(first, last) : (first as NonNullable<Node['position']>)
}
