import type { Properties } from 'hast'
import type { Image } from '../../2-document/nodes.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { assetAttribute, assetCopyAttribute } from '../../page-contract/attributes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'
import { cssLength } from './table.ts'

/**
 * Sizes are attributes, as in Hovercraft's page, which a style sheet wins over. HTML knows px and % alone there: a browser reads `80em` as
 * 80 px, and decks were made for what it showed.
 */
function size(node: Image, { report }: RenderContext): Properties {
  const attributes: Properties = {}
  for (const side of ['width', 'height'] as const) {
    const length = node[side]?.replace(/\s+/g, '')
    if (length === undefined) continue
    attributes[side] = length
    if (!/^[\d.]+(px|%)?$/.test(length)) report(diagnose('page/picture-unit', { side, length }, node.position))
  }
  const style = [node.scale === undefined || node.scale === 100 ? '' : `zoom:${node.scale}%`, node.imageStyle ?? '']
    .filter(Boolean)
    .join('; ')
  return style === '' ? attributes : { ...attributes, style }
}

/** For who does not see a picture that its author does not describe: its name, shorter than docutils' whole path. */
const nameOf = (uri: string): string => (/^data:/i.test(uri) ? '' : uri.replace(/^.*[\\/]/s, '').replace(/\.\w+([?#].*)?$/s, ''))

function image(node: Image, context: RenderContext): Html {
  const embedded = context.embed.image(node.uri, node.position)
  const { style, ...others } = attributesOf(node, context, embedded.missing ? ['missing'] : [])
  const sized = size(node, context)
  const attributes: Properties = {
    ...(embedded.src === undefined ? {} : { src: embedded.src }),
    alt: node.alt ?? nameOf(node.uri),
    ...(node.tooltip === undefined ? {} : { title: node.tooltip }),
    ...sized,
    ...others,
    ...(style === undefined ? {} : { style: [sized['style'], style].filter(Boolean).join('; ') }),
    ...(node.align === undefined ? {} : { align: node.align }),
    ...(node.loading === undefined ? {} : { loading: node.loading }),
    ...(embedded.asset === undefined ? {} : { [assetAttribute]: embedded.asset }),
    ...(embedded.copyOf === undefined ? {} : { [assetCopyAttribute]: embedded.copyOf }),
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
