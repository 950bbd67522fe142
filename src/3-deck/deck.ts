import type { Node } from '../2-document/nodes.ts'
import type { Position } from '../diagnostics/position.ts'

/** The first paragraph of a field's body as written, and where. A repeated field has its values joined with a blank. */
export interface FieldValue {
  readonly value: string
  readonly position: Position
}

export interface Deck {
  /** Plain text: `:title:`, else the document title, else the first heading, else ''. */
  readonly title: string
  readonly lang: string | undefined
  /** Every deck field by name, as written. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** What the talk takes (`:duration:`), in seconds. */
  readonly duration?: number
  readonly header: readonly Node[]
  readonly footer: readonly Node[]
  readonly steps: readonly Step[]
  readonly styles: readonly StyleReference[]
  readonly scripts: readonly ScriptReference[]
  /** What `.. meta::` says in the page's head. */
  readonly meta?: readonly MetaReference[]
}

/** One element of the head: its attributes by name, `content` among them. */
export interface MetaReference {
  readonly attributes: Readonly<Record<string, string>>
  readonly position?: Position
}

export interface StyleReference {
  readonly path: string
  /** `screen,projection` from `css-screen,projection`; `preview` and `console` are the presenter console's. */
  readonly media: string
  readonly position?: Position
}

export interface ScriptReference {
  readonly path: string
  readonly place: 'head' | 'body'
  readonly position?: Position
}

/** What a press of the key changes on a slide, in the order in which it stands there. */
export type Press = readonly Change[]

export interface Change {
  /** A block that appears, a drawing that shows its next state, an element of raw HTML that appears. */
  readonly kind: 'substep' | 'drawing' | 'html'
  /** For people: how the text begins, the drawing with the terms of the state, the tag. */
  readonly label: string
  readonly position?: Position
}

/** What the speaker says; `at` is after how many presses of the slide, where the author says so. */
export interface StepNote {
  readonly content: readonly Node[]
  readonly at?: number
}

export interface Step {
  /** Unique in the page; `step-N` where the author gave none. */
  readonly id: string
  /** Level of the transition that opened it, from 1. */
  readonly level: number
  /** The author's classes (`:class:`). */
  readonly classes: readonly string[]
  /** Position fields as written, by name: data-x … data-scale, data-rotate, hovercraft-path, data-rel-*. Read by the layout. */
  readonly placing: Readonly<Record<string, FieldValue>>
  /** Every other field: an attribute of the step. */
  readonly attributes: Readonly<Record<string, string>>
  /** Its own, in the place of the deck's; empty where it has none of the deck's. */
  readonly header?: readonly Node[]
  readonly footer?: readonly Node[]
  /** What is shown as its number, where that is another than its place among the slides; '' is nothing. */
  readonly number?: string
  readonly content: readonly Node[]
  /** What each press of the key changes before the next slide comes; the numbers on the nodes of `content` count them from 1. */
  readonly presses: readonly Press[]
  readonly notes: readonly StepNote[]
  /** What its speaker takes for it (`:time:`), in seconds. */
  readonly time?: number
  readonly position: Position
}
