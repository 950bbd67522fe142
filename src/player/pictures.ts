/** Gives every `img` that names another one's picture (`data-copy-of`) that picture: the page holds its bytes once. */
export function copyPictures(): void {
  const sources = new Map<string, string>()
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-asset]')) sources.set(image.dataset['asset'] ?? '', image.src)
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-copy-of]'))
    image.src = sources.get(image.dataset['copyOf'] ?? '') ?? ''
}
