import { cssUrl } from '../../../formats/css/tokens.ts'

/** A slide's style for a picture behind all of it. `isSized`: its size is said elsewhere. */
export const pictureStyle = (address: string, isSized = false): string =>
  `background-image: ${cssUrl(address)}; ${isSized ? '' : 'background-size: cover; '}background-position: center; background-repeat: no-repeat;`

export interface PictureSide {
  readonly name: 'left' | 'right'
  /** Of the slide's width, in per cent: `40%`. */
  readonly share: string
}

/** A slide's style for a picture, or several, at one of its sides: the picture's edges, and the columns of which the middle one holds the text (base.css). */
export function splitStyle(images: string, size: string, { name, share }: PictureSide): string {
  const rest = `${100 - Number.parseFloat(share)}%`
  const [picture, text] = [`calc(${share} + 40px)`, 'minmax(0, 1fr)']
  const edges =
    name === 'left'
      ? `--background-inset: 0 ${rest} 0 0; --background-columns: ${picture} ${text} 0;`
      : `--background-inset: 0 0 0 ${rest}; --background-columns: 0 ${text} ${picture};`
  return `--background-image: ${images}; --background-size: ${size}; ${edges}`
}
