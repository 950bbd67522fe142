import { assetAttribute, assetCopyAttribute } from '../page-contract/attributes.ts'

/** Gives every `img` that names another one's picture (`data-copy-of`) that picture: the page holds its bytes once. */
export function copyPictures(): void {
  const sources = new Map<string, string>()
  const pictures = (attribute: string) => document.querySelectorAll<HTMLImageElement>(`img[${attribute}]`)
  for (const image of pictures(assetAttribute)) sources.set(image.getAttribute(assetAttribute) ?? '', image.src)
  for (const image of pictures(assetCopyAttribute)) image.src = sources.get(image.getAttribute(assetCopyAttribute) ?? '') ?? ''
}
