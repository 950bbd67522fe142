import type { CanvasSize } from '../4-look/canvas.ts'
import { baseCss, mathsCss } from '../4-look/themes/themes.ts'
import type { Position } from '../diagnostics/position.ts'
import { isUrl, readAddress } from '../formats/addresses.ts'
import { numberAttribute } from '../page-contract/names.ts'
import { textInDataUrl } from './embed/data-url.ts'
import type { Embedder } from './embed/embedder.ts'
import { closeSafe, embedCss } from './embed/style-sheet.ts'
import { embedTheme } from './embed/theme.ts'
import { element, type Html, raw } from './hast.ts'
import type { LaidOutDeck, PageOptions } from './page.ts'
import type { Drawings } from './svg/contract.ts'
import { withoutScriptMedia } from './svg/without-script.ts'

export interface Styles {
  /** `style` and `link` elements in their order: base, code, maths, drawings, theme, the deck's, `--css`. */
  readonly elements: readonly Html[]
  /** The presenter console's own sheets, and those of its previews. */
  readonly console: readonly string[]
  readonly preview: readonly string[]
}

export interface StyleNeeds {
  readonly code: boolean
  readonly maths: string
  readonly drawings: Pick<Drawings, 'css' | 'withoutScript' | 'rewriteCss'>
}

export function pageStyles({ deck, look }: LaidOutDeck, needs: StyleNeeds, embed: Embedder, options: PageOptions): Styles {
  const theme = embedTheme(look.theme, embed)
  const author = (path: string, from: string, position: Position | undefined): string | undefined => {
    const sheet = embed.text(path, from, 'style', position)
    return sheet && embedCss(sheet.text, { from: sheet.path }, embed, needs.drawings.rewriteCss)
  }
  const sheetOf = (path: string, from: string, media: string, position?: Position): Html[] => {
    // A stranger's sheet that is written out in its address is cleaned as one in a file.
    const written = options.safe ? textInDataUrl(readAddress(path).text, 'text/css') : undefined
    if (written !== undefined) return style(embedCss(written, { from, position }, embed, needs.drawings.rewriteCss), media)
    if (isUrl(path)) {
      const href = embed.url(path, from, 'style', position)
      return href === undefined ? [] : [element('link', { rel: ['stylesheet'], href, media })]
    }
    return style(author(path, from, position), media)
  }
  // A slide on paper looks as on screen, which Hovercraft's own medium left it out of.
  const mediumOf = (media: string): string => (media === 'screen,projection' ? 'all' : media)
  const own = deck.styles.filter(({ media }) => media !== 'console' && media !== 'preview')
  const forConsole = (wanted: string) =>
    deck.styles
      .filter(({ media }) => media === wanted)
      .flatMap(({ path, position }) => author(path, position?.source ?? options.source, position) ?? [])
  return {
    elements: [
      ...style(`${baseCss}\n${pageOfCanvas(look.canvas)}`),
      ...style(needs.code ? theme.highlight : undefined),
      ...style(needs.maths && `${needs.maths}\n${mathsCss}`),
      ...style(needs.drawings.css),
      ...style(needs.drawings.withoutScript, withoutScriptMedia),
      ...style(theme.css),
      ...own.flatMap(({ path, media, position }) => sheetOf(path, position?.source ?? options.source, mediumOf(media), position)),
      ...(options.styles ?? []).flatMap((path) => sheetOf(path, options.source, 'all')),
    ],
    console: forConsole('console'),
    preview: forConsole('preview'),
  }
}

/**
 * The canvas for themes, whose slides are no larger than it. Paper of the canvas's size, and rows of it; a pixel less, lest rounding makes a further page. Firefox would cut off the end of a slide that is higher
 * than its row; Chromium makes a further page where rows may grow. A slide stands in the middle of its page, so the page's corner, where its number is,
 * can be told from the slide.
 */
const pageOfCanvas = ({ width, height }: CanvasSize): string => `:root { --canvas-height: ${height}px; --canvas-width: ${width}px }
@page { size: ${width}px ${height}px; margin: 0 }
@media print {
  .impress-enabled #impress > div { grid-auto-rows: ${height - 1}px }
  @supports (-moz-appearance: none) { .impress-enabled #impress > div { grid-auto-rows: minmax(${height - 1}px, auto) } }
  .impress-enabled .step { max-height: calc(${height - 1}px / var(--print-fit, 1)) }
  :where(body:has(#slide-number) .step)::after {
    bottom: calc(50% - ${height / 2 - 14}px / var(--print-fit, 1)); content: counter(slide); font-size: calc(18px / var(--print-fit, 1));
    position: absolute; right: calc(50% - ${width / 2 - 28}px / var(--print-fit, 1))
  }
  :where(body:has(#slide-number) .step[${numberAttribute}])::after { content: attr(${numberAttribute}) }
}`

function style(css: string | undefined, media = 'all'): Html[] {
  if (css === undefined || css.trim() === '') return []
  const attributes = media === 'all' ? {} : { media }
  return [{ ...element('style', attributes), children: [raw(`\n${closeSafe(css.trim())}\n`)] }]
}
