import { cssString } from '../../../formats/css/tokens.ts'
import { escapeAttribute } from '../../../formats/html-escapes.ts'
import type { Container, Node } from '../../nodes.ts'
import type { Settings } from '../../settings.ts'
import type { FieldLine } from './field-line.ts'
import { type PictureSide, pictureStyle, splitStyle } from './picture-style.ts'

type LayoutFields = ReadonlyMap<string, FieldLine>

/** The fields of a Slidev slide that say something together (its documentation, “Layouts”). */
export const layoutNames: ReadonlySet<string> = new Set(['layout', 'image', 'backgroundSize', 'url'])

/** The slide's fields that its layout and its picture become: beside the text for `image-left` and `image-right`, else behind it. */
export function layoutFields(fields: LayoutFields): FieldLine[] {
  const image = fields.get('image')
  const side = sideOf(fields)
  const frame = fields.get('url')
  if (!image) return frame && side ? [{ ...frame, name: 'style', value: splitStyle('none', 'auto', side) }] : []
  const size = fields.get('backgroundSize')
  const style = side
    ? splitStyle(`url(${cssString(image.value)})`, size?.value ?? 'cover', side)
    : pictureStyle(image.value, size !== undefined)
  return [{ ...image, name: 'style', value: style }]
}

function sideOf(fields: LayoutFields): PictureSide | undefined {
  const name = /^(?:image|iframe)-(left|right)$/.exec(fields.get('layout')?.value ?? '')?.[1]
  return name === undefined ? undefined : { name: name === 'left' ? 'left' : 'right', share: '50%' }
}

/** The page that a slide with `layout: iframe` shows. */
export function layoutFrame(fields: LayoutFields, { rawEnabled }: Settings): Node | undefined {
  const url = fields.get('url')
  if (!url || rawEnabled === false || !fields.get('layout')?.value.startsWith('iframe')) return undefined
  const { valuePosition: position } = url
  const value = `<iframe src="${escapeAttribute(url.value)}" title="${escapeAttribute(url.value)}"></iframe>`
  const frame: Node = { type: 'raw', format: 'html', children: [{ type: 'text', value, position }], position }
  const box: Container = { type: 'container', classes: ['frame'], children: [frame], position }
  return box
}
