import type { DialectName } from '../dialects/names.ts'

/** What a field of the deck's front matter means here. */
export type DeckMeaning = 'field' | 'slide' | 'none' | 'known' | 'header' | 'footer' | 'style' | 'slide-level' | 'incremental' | 'comments'

const marpSlide = new Set('class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color'.split(' '))

/** Marp's and Marpit's directives; `known` ones are understood elsewhere or change nothing. */
const marp: ReadonlyMap<string, DeckMeaning> = new Map(
  Object.entries<DeckMeaning>({
    marp: 'known',
    math: 'known',
    html: 'known',
    header: 'header',
    footer: 'footer',
    style: 'style',
    headingDivider: 'slide-level',
    theme: 'none',
    url: 'none',
    image: 'none',
    transition: 'none',
  }),
)

const slidev = new Set(
  (
    'addons aspectRatio browserExporter canvasWidth colorSchema clicks contextMenu css download drawings exportFilename favicon fonts hideInToc ' +
    'highlighter htmlAttrs info level lineNumbers mdc monaco monacoTypesSource plantUmlServer preload presenter record remote remoteAssets ' +
    'routerMode selectable seoMeta src theme themeConfig titleTemplate transition twoslash wakeLock zoom duration timer'
  ).split(' '),
)
const slidevSlide = new Set('layout class background id routeAlias backgroundSize'.split(' '))

// The themes that come with reveal.js, Marp and Slidev; ours have other names.
const otherThemes = new Set(
  'black white league beige night serif simple solarized moon dracula sky blood gaia uncover seriph apple-basic bricks shibainu'.split(' '),
)
/** What reveal-md, pandoc and Quarto read in front matter and nothing here does. */
const otherFields = new Set(
  (
    'revealOptions separator verticalSeparator highlightTheme scripts revealjs-url enableMenu format execute engine jupyter filters ' +
    'bibliography csl header-includes documentclass classoption aspectratio output'
  ).split(' '),
)

export function deckMeaning(name: string, value: string, dialect: DialectName): DeckMeaning {
  if (name === 'slide-level') return 'slide-level'
  if (name === 'incremental') return 'incremental'
  if (name === 'html-comments') return 'comments'
  if (dialect === 'marp') {
    if (marpSlide.has(name.replace(/^_/, ''))) return 'slide'
    if (name.startsWith('_')) return 'known'
    const meaning = marp.get(name)
    if (meaning) return meaning
  }
  if (dialect === 'slidev') {
    if (slidevSlide.has(name)) return 'slide'
    if (slidev.has(name)) return 'none'
  }
  if (name === 'theme' && otherThemes.has(value)) return 'none'
  if (name === 'dialect') return 'known'
  return otherFields.has(name) ? 'none' : 'field'
}

/** Directives that a comment may hold (Marpit: directives), without the `_` of the ones for one slide. */
export const commentDirectives: ReadonlySet<string> = new Set([
  ...marpSlide,
  ...marp.keys(),
  ...['paginate', 'size', 'lang', 'title', 'author', 'description', 'keywords'],
])

/** Size presets of Marp's themes, in px. */
export const canvasSizes: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries<readonly [string, string]>({
    '16:9': ['1280', '720'],
    '4:3': ['960', '720'],
    '4K': ['3840', '2160'],
    A4: ['1122', '794'],
  }),
)

/** A slide field's CSS property. */
export const styleProperties: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    backgroundColor: 'background-color',
    backgroundImage: 'background-image',
    backgroundPosition: 'background-position',
    backgroundRepeat: 'background-repeat',
    backgroundSize: 'background-size',
    color: 'color',
  }),
)
