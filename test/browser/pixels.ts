import type { Browser } from 'playwright-core'

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
