/** How much larger than the canvas the window shows it, as impress.js has it (its `computeWindowScale`). */
export function windowScale({ dataset }: HTMLElement): number {
  const number = (value: string | undefined, fallback: number): number => {
    const read = Number(value ?? fallback)
    return Number.isNaN(read) ? fallback : read
  }
  const scale = Math.min(innerWidth / number(dataset['width'], 1024), innerHeight / number(dataset['height'], 768))
  const most = number(dataset['maxScale'], 1)
  return Math.max(number(dataset['minScale'], 0), most > 0 ? Math.min(most, scale) : scale)
}
