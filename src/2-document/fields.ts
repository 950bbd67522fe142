/** What a field's value is. A number may be written with what makes it relative (`r100`); a flag counts with any value; a time is `90s` (3-deck/times.ts). */
export type FieldType = 'text' | 'flag' | 'number' | 'time' | 'place' | 'names' | 'files' | 'path'

/** A field that an author may write, in both languages under the same name; other tools' names for it are in tool-fields.ts. */
export interface FieldEntry {
  readonly name: string
  readonly type: FieldType
  /** One sentence, for the schema and whoever completes what an author types. */
  readonly meaning: string
  /** Hovercraft 2.7 knew it too, and means the same by it. */
  readonly inHovercraft: boolean
  /** Markdown's alone: reStructuredText has directives and classes for it. */
  readonly inMarkdownOnly?: boolean
}

/** Fields of the deck (docs/dev/dialect.md, Fields). One of another name is kept; a `data-` field becomes an attribute of the stage. */
export const deckFields: readonly FieldEntry[] = [
  { name: 'title', type: 'text', meaning: 'The title of the page.', inHovercraft: true },
  { name: 'author', type: 'text', meaning: 'Who wrote the deck.', inHovercraft: true },
  { name: 'description', type: 'text', meaning: 'What search engines show.', inHovercraft: true },
  { name: 'keywords', type: 'text', meaning: 'What it is about.', inHovercraft: true },
  { name: 'lang', type: 'text', meaning: 'The language, as in HTML: en, de-CH.', inHovercraft: false },
  { name: 'dir', type: 'text', meaning: 'The direction of the text: ltr or rtl.', inHovercraft: false },
  { name: 'theme', type: 'text', meaning: 'The theme: default, dark, bare, or a style sheet of your own.', inHovercraft: false },
  { name: 'css', type: 'files', meaning: 'Style sheets for screen and projection.', inHovercraft: true },
  { name: 'js-header', type: 'files', meaning: 'Scripts in the head of the page.', inHovercraft: true },
  { name: 'js-body', type: 'files', meaning: 'Scripts at the end of the page.', inHovercraft: true },
  { name: 'data-width', type: 'number', meaning: 'The width of the canvas, in px.', inHovercraft: false },
  { name: 'data-height', type: 'number', meaning: 'The height of the canvas, in px.', inHovercraft: false },
  { name: 'data-max-scale', type: 'number', meaning: 'How much the canvas may be enlarged.', inHovercraft: false },
  { name: 'data-min-scale', type: 'number', meaning: 'How much the canvas may be made smaller.', inHovercraft: false },
  { name: 'data-transition-duration', type: 'number', meaning: 'How long the camera moves, in ms.', inHovercraft: true },
  { name: 'data-perspective', type: 'number', meaning: 'The distance of the eye, in px; 0 is none.', inHovercraft: true },
  { name: 'duration', type: 'time', meaning: 'How long the talk takes, for the presenter console: 30min, 1h 15min.', inHovercraft: false },
  { name: 'data-autoplay', type: 'number', meaning: 'Each slide goes on by itself after so many seconds.', inHovercraft: true },
  { name: 'loop', type: 'flag', meaning: 'A deck that goes on by itself begins again at its end.', inHovercraft: false },
  { name: 'auto-console', type: 'flag', meaning: 'Opens the presenter console at once.', inHovercraft: true },
  { name: 'skip-help', type: 'flag', meaning: 'Leaves the help out.', inHovercraft: true },
  { name: 'slide-numbers', type: 'flag', meaning: 'Shows the number of the slide.', inHovercraft: true },
  {
    name: 'slide-level',
    type: 'number',
    meaning: 'Headings of this level and above begin slides.',
    inHovercraft: false,
    inMarkdownOnly: true,
  },
  {
    name: 'html-comments',
    type: 'text',
    meaning: '“notes” makes HTML comments the notes of the speaker.',
    inHovercraft: false,
    inMarkdownOnly: true,
  },
  {
    name: 'dialect',
    type: 'text',
    meaning: 'The tool whose Markdown it is: plain, marp, slidev, reveal, reveal-md, pandoc or quarto.',
    inHovercraft: false,
    inMarkdownOnly: true,
  },
  { name: 'incremental', type: 'flag', meaning: 'Every list unfolds item by item.', inHovercraft: false, inMarkdownOnly: true },
]

/** `css-print`, `css-screen,projection`: style sheets for one medium (docs/dev/dialect.md, Fields). */
export const mediumPrefix = 'css-'

/** Fields of a slide that say where it stands; the page carries the placement that comes of them. */
export const placingFields: readonly FieldEntry[] = [
  { name: 'data-x', type: 'place', meaning: 'How far to the right it stands, in px.', inHovercraft: true },
  { name: 'data-y', type: 'place', meaning: 'How far down it stands, in px.', inHovercraft: true },
  { name: 'data-z', type: 'place', meaning: 'How far towards the viewer it stands, in px.', inHovercraft: true },
  { name: 'data-rotate-x', type: 'place', meaning: 'How far it is turned about the x axis, in degrees.', inHovercraft: true },
  { name: 'data-rotate-y', type: 'place', meaning: 'How far it is turned about the y axis, in degrees.', inHovercraft: true },
  { name: 'data-rotate-z', type: 'place', meaning: 'How far it is turned about the z axis, in degrees.', inHovercraft: true },
  { name: 'data-rotate', type: 'place', meaning: 'The same as data-rotate-z.', inHovercraft: true },
  { name: 'data-scale', type: 'place', meaning: 'How large it is.', inHovercraft: true },
  { name: 'data-rotate-order', type: 'text', meaning: 'The order of the axes it is turned about: xyz, zyx …', inHovercraft: false },
  { name: 'hovercraft-path', type: 'path', meaning: 'An SVG path that this slide and those after it stand on.', inHovercraft: true },
  { name: 'data-rel-x', type: 'place', meaning: 'By how much x differs from the slide before (impress.js 2.0).', inHovercraft: false },
  { name: 'data-rel-y', type: 'place', meaning: 'By how much y differs from the slide before (impress.js 2.0).', inHovercraft: false },
  { name: 'data-rel-z', type: 'place', meaning: 'By how much z differs from the slide before (impress.js 2.0).', inHovercraft: false },
  { name: 'data-rel-rotate-x', type: 'place', meaning: 'By how much it is turned further about x, in degrees.', inHovercraft: false },
  { name: 'data-rel-rotate-y', type: 'place', meaning: 'By how much it is turned further about y, in degrees.', inHovercraft: false },
  { name: 'data-rel-rotate-z', type: 'place', meaning: 'By how much it is turned further about z, in degrees.', inHovercraft: false },
  { name: 'data-rel-to', type: 'text', meaning: 'The id of the slide that relative values go by.', inHovercraft: false },
  { name: 'data-rel-position', type: 'text', meaning: '“relative”: relative values go by the axes of that slide.', inHovercraft: false },
  { name: 'data-rel-reset', type: 'text', meaning: 'Relative values do not go on: “relative” or “all”.', inHovercraft: false },
  { name: 'data-on', type: 'text', meaning: 'The part of another slide’s drawing that it looks at: ID#PART.', inHovercraft: false },
]

/** The other fields of a slide that mean something by themselves. One of any other name becomes an attribute of the slide. */
export const slideFields: readonly FieldEntry[] = [
  { name: 'id', type: 'text', meaning: 'The id of the slide, and its address #/ID.', inHovercraft: true },
  { name: 'class', type: 'names', meaning: 'Classes for style sheets.', inHovercraft: true },
  { name: 'header', type: 'text', meaning: 'Stands above this slide instead of the deck’s header.', inHovercraft: false },
  { name: 'footer', type: 'text', meaning: 'Stands below this slide instead of the deck’s footer.', inHovercraft: false },
  {
    name: 'slide-number',
    type: 'text',
    meaning: '“none” leaves the number out, “hold” shows the one of the slide before, “skip” does neither count nor show it.',
    inHovercraft: false,
  },
  { name: 'time', type: 'time', meaning: 'How long the slide takes, for the presenter console: 90s, 2min.', inHovercraft: false },
  { name: 'data-autoplay', type: 'number', meaning: 'Goes on by itself after so many seconds, and after each press.', inHovercraft: true },
  { name: 'data-transition-duration', type: 'number', meaning: 'How long the camera moves to it, in ms.', inHovercraft: true },
]

/** Fields of a slide whose value is shown, so that it is read as text with markup. */
export const shownFieldNames: ReadonlySet<string> = new Set(['header', 'footer'])

const namesOf = (fields: readonly FieldEntry[]): ReadonlySet<string> => new Set(fields.map(({ name }) => name))

export const deckFieldNames = namesOf(deckFields)
export const placingFieldNames = namesOf(placingFields)
