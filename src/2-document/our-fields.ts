import type { Position } from '../diagnostics/position.ts'

/**
 * Fields of nodes that are ours: what a later phase needs and docutils has no attribute for. Each node type picks its own (nodes.ts); in pseudo-XML
 * none is an attribute.
 */
export interface OurFields {
  /**
   * Set in a deck's steps (3-deck/presses.ts): the presses of its slide, from 1, at which it goes on to its next state. What has the class `substep`
   * goes on from hidden to shown, a drawing to the next of its `:steps:`; raw HTML has one for each of its tags with the class.
   */
  presses?: readonly number[]
  /** Declarations of CSS for its element, which another tool gives it (reveal.js). */
  style?: string
  /** Of a speaker's note: after how many presses of the slide it is said. */
  at?: number
  /** What a message says, in our wording, advice included; printed as the paragraph that docutils has as first child. */
  message: string
  /** More of it, printed as last child: the title styles in use. */
  addition?: string
  /**
   * The markup as written (docutils' `rawsource`), of a target, substitution_definition and pending the whole block. `resolve` shows it where a
   * reference leads nowhere.
   */
  rawsource?: string
  /** Id prefix → the last number that the parser gave, for `resolve` to go on from. */
  lastNumbers?: Record<string, number>
  /** What the line is made of, which says the level of its step: `-`, `=`; in Markdown `--`, too. */
  character?: string
  /** Nobody wrote it: a heading begins the slide. */
  implicit?: true
  /** The first paragraph as written: `a@b` and `*` stay. */
  written?: string
  /** What shows while the pointer rests on it: HTML's and Markdown's `title`. */
  tooltip?: string
  /** Declarations of CSS for a picture, none with an address in it: a filter, how it fills its place. */
  imageStyle?: string
  /** An address that is a link by itself. */
  standalone?: true
  /** As wide as its image. */
  figwidth?: 'image'
  /** Of a column, with a unit; the others share the rest. */
  columnWidth?: string
  /** What other tools take at code. */
  listing?: Listing
  /** What other tools take at a formula. */
  equation?: Equation
  /** The last line that docutils' reader took for the directive, blank or not. */
  lastLine?: number | undefined
  /** What a drawing shows. */
  view: DrawingView
  /** Name of a part in `view` → where it stands first. */
  places?: Readonly<Record<string, Position>>
  /** The element of HTML that it is shown as, where its role stands for one; of code, the one within `pre` that holds it. */
  htmlElement?: string
}

/** Those of one node type. */
export type Ours<Name extends keyof OurFields> = Pick<OurFields, Name>

/** The options under their names: Sphinx's, Pandoc's, reveal.js's. */
export interface Listing {
  /** Lines to mark, from 1: `1,3-5`. */
  'emphasize-lines'?: string
  hl_lines?: string
  linenos?: true
  'lineno-start'?: number
  caption?: string
  dedent?: string
  force?: true
}

/** The options under their names: Sphinx's. */
export interface Equation {
  label?: string
  nowrap?: true
  'no-wrap'?: true
}

/** Names are ids or labels of layers and groups, or globs of them (`edge_*`), as written. */
export interface DrawingView {
  show?: string[]
  hide?: string[]
  dim?: string[]
  /** One entry for the start and one for each press of the key after it. */
  steps?: DrawingTerm[][]
  /** Goes on from what the deck's previous drawing of the same file showed last. */
  from?: 'previous'
  /** Of a change, in ms. */
  duration?: number
  fit?: 'contain' | 'cover' | 'fill'
  /** What stands beside the drawing's page, or beside the view that is cut out, shows too. */
  overflow?: 'visible' | 'hidden'
  /** The layers or groups that the view is cut to. */
  zoom?: string[]
}
export interface DrawingTerm {
  /** `+` adds, `-` takes away, no sign replaces what earlier terms showed. */
  sign: '+' | '-' | ''
  name: string
}
