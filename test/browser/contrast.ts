export interface PaintedText {
  readonly text: string
  /** Of the letters against what is behind them (WCAG 2.2, contrast ratio); where that is a gradient, against the worst of its colours. */
  readonly contrast: number
  /** Of what is behind them, 0 black to 1 white. */
  readonly ground: number
}

/** Every text of a slide that is shown, as the browser paints it, but for what stands in drawings. Runs in the page. */
export const textsOf = (id: string): PaintedText[] => {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const read = (css: string): Colour => {
    // Mixed colours are told as `color(srgb 0.9 …)`.
    const whole = css.startsWith('color(') ? 255 : 1
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.replace(/^[a-z]+\([a-z]*/, '').match(/[\d.]+/g) ?? []).map(Number)
    return [red * whole, green * whole, blue * whole, alpha]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  /** What may be behind an element: one colour, or those of a gradient. */
  const groundsOf = (element: Element | null): Colour[] => {
    if (!element) return [[255, 255, 255, 1]]
    const { backgroundColor, backgroundImage } = getComputedStyle(element)
    const own = read(backgroundColor)
    const below = own[3] === 1 ? [own] : groundsOf(element.parentElement).map((ground) => over(own, ground))
    const stops = backgroundImage.match(/(?:rgba?|color)\([^)]*\)/g) ?? []
    return stops.length === 0 ? below : stops.flatMap((stop) => below.map((ground) => over(read(stop), ground)))
  }
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const step = document.getElementById(id) as HTMLElement
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT)
  const texts: PaintedText[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement || !textContent?.trim() || parentElement.closest('svg, style') || parentElement.getClientRects().length === 0)
      continue
    const grounds = groundsOf(parentElement)
    const contrasts = grounds.map((below) => {
      const [ink, ground] = [luminance(over(read(getComputedStyle(parentElement).color), below)), luminance(below)]
      return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
    })
    texts.push({ text: textContent.trim(), contrast: Math.min(...contrasts), ground: Math.max(...grounds.map(luminance)) })
  }
  return texts
}
