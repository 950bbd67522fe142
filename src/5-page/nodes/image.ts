import type { Properties } from 'hast'
import type { Image } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'
import { cssLength } from './table.ts'

/** Bare numbers, px and % are attributes, as in Hovercraft's page; HTML has no other units there. */
function size(node: Image): Properties {
  const attributes: Properties = {}
  const style: string[] = []
  for (const side of ['width', 'height'] as const) {
    const length = node[side]?.replace(/\s+/g, '')
    if (length === undefined) continue
    if (/^[\d.]+(px|%)?$/.test(length)) attributes[side] = length
    else style.push(`${side}:${length}`)
  }
  if (node.scale !== undefined && node.scale !== 100) style.push(`zoom:${node.scale}%`)
  return style.length > 0 ? { ...attributes, style: style.join(';') } : attributes
}

function image(node: Image, context: RenderContext): Html {
  const embedded = context.embed.image(node.uri, node.position)
  const attributes: Properties = {
    ...(embedded.src === undefined ? {} : { src: embedded.src }),
    ...(node.alt === undefined ? {} : { alt: node.alt }),
    ...size(node),
    ...attributesOf(node, context, embedded.missing ? ['missing'] : []),
    ...(node.align === undefined ? {} : { align: node.align }),
    ...(node.loading === undefined ? {} : { loading: node.loading }),
    ...(embedded.asset === undefined ? {} : { 'data-asset': embedded.asset }),
    ...(embedded.copyOf === undefined ? {} : { 'data-copy-of': embedded.copyOf }),
  }
  return element('img', attributes)
}

export const imageHandlers: Handlers<'image' | 'figure' | 'caption' | 'legend'> = {
  image: (node, context) => [image(node, context)],
  figure: (node, context) => {
    const own = node.align === undefined ? [] : [`align-${node.align}`]
    const style = node.width === undefined ? {} : { style: `width:${cssLength(node.width)}` }
    return [element('figure', { ...attributesOf(node, context, own), ...style }, context.render(node.children, context))]
  },
  caption: (node, context) => [element('figcaption', attributesOf(node, context), context.render(node.children, context))],
  legend: (node, context) => [element('div', attributesOf(node, context, ['legend']), context.render(node.children, context))],
}
