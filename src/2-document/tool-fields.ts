/**
 * The fields of other tools' decks and what each comes to here: the one table of their names. The reader of Markdown goes by it, messages and the
 * schema speak from it, and a test holds docs/from-marp-slidev-reveal.md to it. Hovercraft's are ours (fields.ts).
 */

/** The tools, by the names of their dialects. */
export const toolNames = ['marp', 'slidev', 'reveal', 'reveal-md', 'pandoc', 'quarto'] as const

export type ToolName = (typeof toolNames)[number]

/** As its users call it. */
export const toolTitles: Readonly<Record<ToolName, string>> = {
  marp: 'Marp',
  slidev: 'Slidev',
  reveal: 'reveal.js',
  'reveal-md': 'reveal-md',
  pandoc: 'pandoc',
  quarto: 'Quarto',
}

/**
 * What a field is: one of the deck, a part of a slide's look, `none`: nothing here, and reported; `known`: nothing, and nothing is missing; else what
 * the reader does with it.
 */
export type FieldMeaning =
  | 'field'
  | 'canvas'
  | 'slide'
  | 'none'
  | 'known'
  | 'header'
  | 'footer'
  | 'style'
  | 'slide-level'
  | 'incremental'
  | 'separator'
  | 'comments'

interface Row {
  /** Parted by blanks. */
  readonly names: string
  readonly is: FieldMeaning
  /** Fields of ours that it comes to, where their names are others. */
  readonly ours?: readonly string[]
  /** The property of the slide's style that it sets. */
  readonly css?: string
  /** What to write for it, or why there is no need to: a sentence. */
  readonly instead?: string
  /** Only this tool has it: a deck with it in the front matter is this tool's. */
  readonly tells?: true
  /** Means so in decks of other tools too. */
  readonly everywhere?: true
  /** In decks of other tools only these values are the tool's: its own themes. */
  readonly values?: string
}

const theme = 'Choose one of the themes here with --theme: default, dark, bare, or a style sheet.'
const code = 'Code is coloured when the deck is built; lines are numbered where showLineNumbers stands behind the language.'
const camera =
  'The camera moves from slide to slide: data-x, data-rotate-y … say where a slide stands, data-transition-duration how long it takes.'
const background = 'Write it in the style of the slide, or give the slide a class and a style sheet.'
const canvas = 'Write data-width and data-height, in px.'
const exporting = 'Exporting is up to deck export and its options.'
const serving = 'deck watch serves a deck on this machine alone, and the page needs no server.'
const talking = 'The player has its own keys, which h shows, and the presenter console.'
const head = 'The head of the page says title, author, description and keywords.'
const latex = 'It is for what LaTeX makes.'

const marp: readonly Row[] = [
  { names: 'marp math html', is: 'known' },
  { names: 'title author description keywords lang', is: 'field' },
  { names: 'paginate', is: 'field', ours: ['slide-numbers'], tells: true, everywhere: true },
  { names: 'size', is: 'field', ours: ['data-width', 'data-height'], everywhere: true },
  { names: 'header', is: 'header' },
  { names: 'footer', is: 'footer' },
  { names: 'style', is: 'style' },
  { names: 'headingDivider', is: 'slide-level', ours: ['slide-level'], tells: true },
  { names: 'class', is: 'slide' },
  { names: 'color', is: 'slide', css: 'color' },
  { names: 'backgroundColor', is: 'slide', css: 'background-color', tells: true },
  { names: 'backgroundImage', is: 'slide', css: 'background-image', tells: true },
  { names: 'backgroundPosition', is: 'slide', css: 'background-position' },
  { names: 'backgroundRepeat', is: 'slide', css: 'background-repeat' },
  { names: 'backgroundSize', is: 'slide', css: 'background-size' },
  { names: 'theme', is: 'none', values: 'gaia uncover', everywhere: true, instead: theme },
  { names: 'transition', is: 'none', instead: camera },
  { names: 'url image', is: 'none', instead: head },
]

const slidev: readonly Row[] = [
  { names: 'layout', is: 'slide', ours: ['class'], tells: true },
  { names: 'class id', is: 'slide' },
  { names: 'routeAlias', is: 'slide', ours: ['id'], tells: true },
  { names: 'background', is: 'slide', css: 'background' },
  { names: 'backgroundSize', is: 'slide', css: 'background-size' },
  { names: 'image url', is: 'slide' },
  { names: 'theme', is: 'none', values: 'seriph apple-basic bricks shibainu', everywhere: true, instead: theme },
  { names: 'addons', is: 'none', tells: true, instead: theme },
  { names: 'themeConfig fonts', is: 'none', instead: theme },
  { names: 'colorSchema', is: 'none', tells: true, instead: theme },
  { names: 'css', is: 'none', instead: 'Name style sheets with --css; classes of UnoCSS mean nothing without one.' },
  { names: 'canvasWidth', is: 'canvas', ours: ['data-width', 'data-height'], tells: true },
  { names: 'aspectRatio', is: 'canvas', ours: ['data-width', 'data-height'] },
  { names: 'transition zoom', is: 'none', instead: camera },
  { names: 'titleTemplate', is: 'none', tells: true, instead: 'Write the whole title in "title".' },
  { names: 'info', is: 'none', instead: 'Write it in "description".' },
  { names: 'favicon', is: 'none', tells: true, instead: 'The page is one file and brings no icon.' },
  { names: 'htmlAttrs', is: 'none', instead: 'Write "lang" and "dir".' },
  { names: 'seoMeta', is: 'none', instead: head },
  { names: 'highlighter lineNumbers monaco', is: 'none', tells: true, instead: code },
  { names: 'monacoTypesSource twoslash', is: 'none', instead: code },
  { names: 'mdc', is: 'none', tells: true, instead: 'Directives, attributes and roles are read in every deck.' },
  { names: 'clicks', is: 'none', tells: true, instead: 'The presses of a slide are counted when the deck is built.' },
  { names: 'level hideInToc', is: 'none', instead: 'The directive "contents" goes by the headings.' },
  { names: 'src', is: 'known' },
  { names: 'preload', is: 'none', instead: 'The page holds all its slides from the start.' },
  { names: 'plantUmlServer', is: 'none', instead: 'Draw the diagram into an SVG file, and show it with "::svg[file.svg]".' },
  { names: 'drawings', is: 'none', tells: true, instead: talking },
  { names: 'duration', is: 'field' },
  { names: 'contextMenu presenter record selectable timer wakeLock', is: 'none', instead: talking },
  { names: 'exportFilename', is: 'none', tells: true, instead: exporting },
  { names: 'browserExporter download', is: 'none', instead: exporting },
  { names: 'remote remoteAssets routerMode', is: 'none', instead: serving },
]

/** Attributes of a slide, in comments. */
const reveal: readonly Row[] = [
  { names: 'data-background', is: 'slide', css: 'background' },
  { names: 'data-background-color', is: 'slide', css: 'background-color' },
  { names: 'data-background-image data-background-gradient', is: 'slide', css: 'background-image' },
  { names: 'data-background-size', is: 'slide', css: 'background-size' },
  { names: 'data-background-position', is: 'slide', css: 'background-position' },
  { names: 'data-background-repeat', is: 'slide', css: 'background-repeat' },
  { names: 'data-background-opacity', is: 'slide', css: 'background-opacity' },
  { names: 'data-background-video data-background-video-loop data-background-video-muted', is: 'none', instead: background },
  { names: 'data-background-iframe data-background-interactive data-background-transition', is: 'none', instead: background },
  { names: 'data-transition data-transition-speed', is: 'none', instead: camera },
  {
    names: 'data-auto-animate data-auto-animate-duration data-auto-animate-easing data-auto-animate-unmatched',
    is: 'none',
    instead: camera,
  },
  { names: 'data-auto-animate-id data-auto-animate-restart data-auto-animate-delay', is: 'none', instead: camera },
  { names: 'data-autoslide', is: 'none', instead: 'Write data-autoplay, in seconds.' },
  { names: 'data-timing', is: 'slide', ours: ['time'] },
  { names: 'data-state', is: 'none', instead: 'While a slide is shown, body has the class "impress-on-ID".' },
  { names: 'data-visibility', is: 'slide', ours: ['class'], instead: 'A slide with the class "skip" is passed by.' },
]

const revealMd: readonly Row[] = [
  { names: 'title', is: 'field' },
  { names: 'slideNumber', is: 'field', ours: ['slide-numbers'], everywhere: true },
  {
    names: 'theme',
    is: 'none',
    values: 'black white league beige night serif simple solarized moon dracula sky blood',
    everywhere: true,
    instead: theme,
  },
  { names: 'highlightTheme', is: 'none', tells: true, everywhere: true, instead: theme },
  {
    names: 'separator verticalSeparator notesSeparator',
    is: 'separator',
    tells: true,
    everywhere: true,
    instead: 'Write a line "---" between slides.',
  },
  { names: 'revealOptions enableMenu', is: 'none', tells: true, everywhere: true, instead: talking },
  { names: 'scripts', is: 'none', everywhere: true, instead: 'Name scripts in js-header or js-body.' },
]

const pandoc: readonly Row[] = [
  { names: 'title subtitle author institute date keywords description lang dir css', is: 'field' },
  { names: 'slide-level', is: 'slide-level' },
  { names: 'incremental', is: 'incremental' },
  {
    names: 'revealjs-url slideous-url slidy-url s5-url',
    is: 'none',
    tells: true,
    everywhere: true,
    instead: 'The page brings its player.',
  },
  { names: 'aspectratio', is: 'none', tells: true, everywhere: true, instead: canvas },
  { names: 'colortheme fonttheme innertheme outertheme', is: 'none', tells: true, everywhere: true, instead: theme },
  { names: 'section-titles beamerarticle documentclass classoption', is: 'none', tells: true, everywhere: true, instead: latex },
  { names: 'header-includes', is: 'none', tells: true, everywhere: true, instead: 'Name style sheets in css, scripts in js-header.' },
  { names: 'bibliography csl', is: 'none', tells: true, everywhere: true, instead: 'Write citations in ":::rst".' },
  { names: 'output', is: 'none', tells: true, everywhere: true, instead: exporting },
]

const quarto: readonly Row[] = [
  { names: 'format', is: 'none', tells: true, everywhere: true, instead: exporting },
  { names: 'execute engine jupyter knitr code-fold', is: 'none', tells: true, everywhere: true, instead: 'Code is shown, never run.' },
  { names: 'filters', is: 'none', tells: true, everywhere: true, instead: 'Directives and roles of your own stand in deck.config.mjs.' },
]

export interface ToolField extends Omit<Row, 'names' | 'values'> {
  readonly tool: ToolName
  readonly name: string
  readonly values?: ReadonlySet<string>
}

const rowsOf = (tool: ToolName, rows: readonly Row[]): ToolField[] =>
  rows.flatMap(({ names, values, ...row }) =>
    names.split(' ').map((name) => ({ ...row, tool, name, ...(values === undefined ? {} : { values: new Set(values.split(' ')) }) })),
  )

const rows: Readonly<Record<ToolName, readonly Row[]>> = { marp, slidev, reveal, 'reveal-md': revealMd, pandoc, quarto }

export const toolFields: readonly ToolField[] = toolNames.flatMap((tool) => rowsOf(tool, rows[tool]))

/** A field of this tool's. */
export const fieldOfTool = (name: string, tool: string): ToolField | undefined =>
  toolFields.find((field) => field.name === name && field.tool === tool)

/** What a field is in a deck of this tool; in one of another tool or none, as far as it is to be known by itself. */
export const toolField = (name: string, value: string, tool: string): ToolField | undefined =>
  fieldOfTool(name, tool) ?? toolFields.find((field) => field.name === name && field.everywhere && (field.values?.has(value) ?? true))

/** The names of all its fields. */
export const namesOfTool = (tool: ToolName): ReadonlySet<string> =>
  new Set(toolFields.flatMap((field) => (field.tool === tool ? [field.name] : [])))

/** The names that a deck of this tool is known by. */
export const tellingFields = (tool: ToolName): ReadonlySet<string> =>
  new Set(toolFields.filter((field) => field.tool === tool && field.tells).map(({ name }) => name))

/** Where a field of ours has another name: `Marp: paginate; reveal-md: slideNumber`. */
export const namesElsewhere = (ours: string): string =>
  toolFields
    .filter((field) => field.ours?.includes(ours))
    .map(({ tool, name }) => `${toolTitles[tool]}: ${name}`)
    .join('; ')
