import type { Browser, Page } from 'playwright-core'

/** How many pixels of two pictures differ by more than the smallest step of a channel or two. */
export async function difference(browser: Browser, first: Buffer, second: Buffer): Promise<number> {
  if (first.equals(second)) return 0
  const page = await browser.newPage()
  const count = await page.evaluate(
    async (sources) => {
      const pixels = await Promise.all(
        sources.map(async (source) => {
          const bitmap = await createImageBitmap(await (await fetch(source)).blob())
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data
        }),
      )
      const [a, b] = pixels as [Uint8ClampedArray, Uint8ClampedArray]
      let different = 0
      for (let index = 0; index < a.length; index += 4) {
        if ([0, 1, 2].some((channel) => Math.abs((a[index + channel] ?? 0) - (b[index + channel] ?? 0)) > 2)) different++
      }
      return different
    },
    [first, second].map((png) => `data:image/png;base64,${png.toString('base64')}`),
  )
  await page.close()
  return count
}

/** How many colours a picture has. */
export async function coloursIn(browser: Browser, png: Buffer): Promise<number> {
  const page = await browser.newPage()
  const count = await page.evaluate(
    async (source) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return count
}

export type Colour = readonly [red: number, green: number, blue: number]

/** The colour of one px of the window. */
export async function colourAt(page: Page, x: number, y: number): Promise<Colour> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  return page.evaluate(
    async (source) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob())
      const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return [red, green, blue] as const
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
}

/** WCAG 2's contrast ratio, from 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [dark = 0, light = 0] = [first, second].map(luminance).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How many pixels of the window have each of these colours, exactly. */
export async function colouredPixels(page: Page, colours: readonly string[]): Promise<number[]> {
  const png = await page.screenshot()
  return page.evaluate(
    async ([source, wanted]) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
      return wanted.map((colour) => {
        context.fillStyle = colour
        context.fillRect(0, 0, 1, 1)
        const [own] = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)
        return pixels.filter((pixel) => pixel === own).length
      })
    },
    [`data:image/png;base64,${png.toString('base64')}`, colours] as const,
  )
}
