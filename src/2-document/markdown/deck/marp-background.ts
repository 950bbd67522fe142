import type { Position } from '../../../diagnostics/position.ts'
import type { Container, Image } from '../../nodes.ts'
import { type PictureSide, splitStyle } from './picture-style.ts'

/** A picture, or a colour, that is the ground of its slide (Marpit: image syntax, slide backgrounds). */
export interface MarpBackground {
  readonly uri: string
  readonly alt: string
  /** `cover`, `contain`, `auto` or a share of the width: `80%`. */
  readonly fit: string
  readonly width?: string
  readonly height?: string
  readonly filter?: string | undefined
  /** The side that all of the slide's pictures stand at; of several the last counts, and so with `direction`. */
  readonly side?: PictureSide
  readonly direction?: 'vertical' | 'horizontal'
}

export interface PlacedBackground extends MarpBackground {
  readonly position: Position
}

/** What a slide's backgrounds become: its style, and where CSS has no word for them pictures of their own behind the text. */
export interface Ground {
  readonly styles: readonly { readonly value: string; readonly position: Position }[]
  readonly pictures?: Container
}

export function groundOf(backgrounds: readonly PlacedBackground[]): Ground {
  const colour = backgrounds.findLast(({ uri }) => isColour(uri))
  const pictures = backgrounds.filter(({ uri }) => !isColour(uri) && uri !== '')
  const side = backgrounds.findLast((background) => background.side)?.side
  const coloured = colour ? [{ value: `background-color: ${colour.uri};`, position: colour.position }] : []
  const [first] = pictures
  if (!first) return { styles: coloured }
  const { position } = first
  if (pictures.length === 1 && first.filter === undefined) {
    const url = `url("${first.uri.replace(/["\\\n]/g, (character) => encodeURIComponent(character))}")`
    const value = side
      ? splitStyle(url, extentOf(first), side)
      : `background-image: ${url}; background-size: ${extentOf(first)}; background-repeat: no-repeat; background-position: center;`
    return { styles: [...coloured, { value, position }] }
  }
  const isVertical = backgrounds.findLast(({ direction }) => direction)?.direction === 'vertical'
  return {
    styles: side ? [...coloured, { value: splitStyle('none', 'auto', side), position }] : coloured,
    pictures: { type: 'container', classes: ['ground', ...(isVertical ? ['vertical'] : [])], children: pictures.map(pictureOf), position },
  }
}

/** Marp asks a parser of colours; here a word without an ending is no picture's name. */
const isColour = (uri: string): boolean => /^(?:#[\da-f]{3,8}|(?:rgb|hsl|hwb)a?\([^()"'\\;]*\)|[a-z]+)$/i.test(uri)

function pictureOf({ uri, alt, fit, width, height, filter, position }: PlacedBackground): Image {
  const isShare = fit.endsWith('%')
  const isSized = width !== undefined || height !== undefined || isShare
  const size = isSized
    ? `height: ${cssSize(height)}; width: ${cssSize(width ?? (isShare ? fit : undefined))};`
    : `object-fit: ${fit === 'auto' ? 'none' : fit};`
  return { type: 'image', uri, alt, imageStyle: `${size}${filter === undefined ? '' : ` filter: ${filter};`}`, children: [], position }
}

const extentOf = ({ width, height, fit }: MarpBackground): string => (width || height ? `${cssSize(width)} ${cssSize(height)}` : fit)

const cssSize = (size = 'auto'): string => (/^[\d.]+$/.test(size) ? `${size}px` : size)
