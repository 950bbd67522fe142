/**
 * What the slides' window and the presenter console tell each other, by `postMessage`: plain data, and no calls into the other's objects. So either may be
 * loaded again, and a console could be on another machine.
 */

/** In the address of a page that is to be the console, behind the question mark. */
export const consoleQuery = 'console'

/** Names of windows in which the page is a preview start with it. */
export const previewName = 'hoverdeck preview'

/** The console's frame with the page, for what comes next. */
export const previewId = 'preView'

/** A slide, by its id, after so many presses of the key. */
export interface SlideState {
  readonly step: string
  readonly pressed: number
}

/** How long the talk has run: `ran` ms, and while the clock is not stopped what has passed since `since` (ms since 1970). */
export interface Clock {
  readonly ran: number
  readonly since?: number
}

export interface Note {
  readonly html: string
  /** After how many presses of the slide it is said, where the author says so. */
  readonly at?: number
}

/** What the console shows. */
export interface TalkState {
  readonly now: SlideState
  /** What the next press leads to; at the end of the talk its start. */
  readonly next: SlideState
  readonly isLast: boolean
  /** How often the key is pressed on the slide in all. */
  readonly presses: number
  /** Which slide it is, from 1, and how many there are. */
  readonly slide: number
  readonly slides: number
  readonly title: string
  readonly notes: readonly Note[]
  /** The size of the slides' window, px. */
  readonly width: number
  readonly height: number
  /** What the audience sees instead of the slides. */
  readonly blank?: string
  readonly isMoving: boolean
  readonly clock: Clock
  /** What the talk takes, and what of it is planned to have passed when this state comes and when it goes; seconds. */
  readonly plan?: Plan
}

export interface Plan {
  readonly whole: number
  readonly from: number
  readonly until: number
}

/** A key that is pressed in the console's window, for the slides' own or an author's script. */
interface PassedKey {
  readonly type: 'key'
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
}

/** A pointer over the console's view of the slides: shares of its width and height. */
interface PointerOnView {
  readonly type: 'pointer'
  readonly event: 'down' | 'move' | 'up' | 'leave'
  readonly x: number
  readonly y: number
}

/** From the console: it is there (again and again; with the clock that it was told last), or the speaker wants something. */
export type ToSlides =
  | { readonly type: 'hello'; readonly clock?: Clock }
  | { readonly type: 'go'; readonly way: 'next' | 'prev' }
  | { readonly type: 'go to'; readonly step: string }
  | { readonly type: 'clock'; readonly act: 'restart' | 'stop or go on' }
  | PassedKey
  | PointerOnView

/** A line drawn on a slide. */
export interface Stroke {
  /** The slide's id. */
  readonly step: string
  /** After how many presses it was drawn; it is seen from then on. */
  readonly pressed: number
  readonly colour: string
  /** Shares of the slide's width and height. */
  readonly points: (readonly [x: number, y: number])[]
}

/** What the audience sees over the slide: lines, and the laser's dot, in shares of the window's width and height. */
export interface Marks {
  readonly strokes: readonly Stroke[]
  readonly dot?: readonly [x: number, y: number]
}

/** From the slides: what is shown now, what is marked there, or that there are none, or that their page is being left. */
export type ToConsole =
  | { readonly type: 'state'; readonly state: TalkState }
  | { readonly type: 'marks'; readonly marks: Marks }
  | { readonly type: 'empty' | 'bye' }

/** A message as it is posted: others may post to a window too. */
export interface Posted<Message> {
  readonly hoverdeck: Message
}
