import type { Page } from 'playwright-core'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { askPage } from './ask-page.ts'
import { type Opening, openPage, reasonIn } from './open-page.ts'
import { completePdf, type PdfFacts } from './pdf-file.ts'

export interface Wish extends Pick<Opening, 'html' | 'path' | 'script' | 'signal' | 'loadTime'> {
  /** The stage, px. */
  readonly canvas: { readonly width: number; readonly height: number }
  /** Of the slides to export, from 0, in order. */
  readonly slides: readonly number[]
  /** A page or picture for each press of the key. */
  readonly substeps: boolean
}

export interface PdfWish extends Wish {
  /** Slide that looks at a part of a drawing → slide that the drawing is on. */
  readonly looks: Readonly<Record<number, number>>
  /** Of all slides. */
  readonly titles: readonly { readonly text: string; readonly level: number }[]
  readonly about: PdfFacts['about']
}

export interface Exported<Result> {
  readonly diagnostics: readonly Diagnostic[]
  readonly result: Result
}

/** The slides as pages of the stage's size, made by the page's own style for paper; no pages, no bytes. */
export async function printPdf(wish: PdfWish): Promise<Exported<{ bytes: Uint8Array; pages: number } | undefined> | Diagnostic> {
  return drive(wish, wish.canvas, 1, async (page) => {
    const { slides, substeps, looks } = wish
    const pages = await askPage(page, 'layPages', { slides, substeps, looks })
    if (pages.length === 0) return undefined
    // Beforehand: the player makes slides fit their pages then, and while Chrome prints each change would lay out all pages anew.
    await page.emulateMedia({ media: 'print' })
    await askPage(page, 'settled')
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    const outline = pages.flatMap(({ slide, pressed }, index) => {
      const title = wish.titles[slide]
      return title?.text && pressed === 0 ? [{ ...title, page: index }] : []
    })
    return { bytes: completePdf(printed, { about: wish.about, outline, pages: pages.length }), pages: pages.length }
  })
}

export interface Picture {
  /** From 0. */
  readonly slide: number
  readonly pressed: number
  /** How often the key is pressed on that slide. */
  readonly presses: number
  readonly png: Uint8Array
}

export interface PictureWish extends Wish {
  /** Of a picture, px; the stage is fitted into it. */
  readonly size: { readonly width: number; readonly height: number }
}

/** A picture of each slide as the window shows it, handed to `take` as soon as it is made; it says whether to go on. */
export async function takePictures(wish: PictureWish, take: (picture: Picture) => boolean): Promise<Exported<number> | Diagnostic> {
  const { canvas, size, slides, substeps } = wish
  const ratio = Math.min(size.width / canvas.width, size.height / canvas.height)
  const seen = { width: Math.ceil(size.width / ratio), height: Math.ceil(size.height / ratio) }
  return drive(wish, seen, ratio, async (page) => {
    const presses = await askPage(page, 'presses')
    const clip = { x: 0, y: 0, width: size.width / ratio, height: size.height / ratio }
    let taken = 0
    for (const slide of slides) {
      const last = presses[slide] ?? 0
      for (let pressed = substeps ? 0 : last; pressed <= last; pressed++) {
        await askPage(page, 'show', slide, pressed)
        const png = await page.screenshot({ clip, animations: 'disabled', scale: 'device', timeout: 60_000 })
        if (!take({ slide, pressed, presses: last, png })) return taken
        taken++
      }
    }
    return taken
  })
}

/** Opens the page, has something done with it, and closes the browser whatever comes. */
async function drive<Result>(
  wish: Wish,
  viewport: Opening['viewport'],
  pixelRatio: number,
  work: (page: Page) => Promise<Result>,
): Promise<Exported<Result> | Diagnostic> {
  const { html, path, script, signal, loadTime } = wish
  const open = await openPage({ html, path, script, signal, viewport, pixelRatio, ...(loadTime === undefined ? {} : { loadTime }) })
  if ('code' in open) return open
  try {
    return { result: await work(open.page), diagnostics: open.diagnostics }
  } catch (error) {
    return diagnose('command/browser-fails', { path: open.browser, reason: reasonIn(error) })
  } finally {
    await open.close()
  }
}
