/**
 * Every key of a talk, in the order of the help. The slides' listener (keys.ts), the console's window (console.ts), the help (help.ts) and the table
 * of keys in docs/presenting.md go by it.
 */

/** A row names what its keys do; TypeScript asks whoever listens for the action of each name. */
export interface KeyRow<Action extends string = string> {
  /** As `keyOf` writes them. */
  readonly keys: readonly string[]
  readonly action: Action
  /** What a reader is told, where that is shorter than all keys. */
  readonly label?: string
  /** What the keys do, for the help. */
  readonly help: string
}

export type SlideAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'askForStep'
  | 'search'
  | 'black'
  | 'white'
  | 'laser'
  | 'draw'
  | 'undoStroke'
  | 'clearStrokes'
  | 'putAway'
  | 'overview'
  | 'fullscreen'
  | 'autoplay'
  | 'openConsole'
  | 'help'

/** A key of the slides' window. */
export interface SlideKey extends KeyRow<SlideAction> {
  /**
   * Whether the console's window passes it on, or has it as its `own` action of that name. What covers the slides is for the window that has them.
   */
  readonly fromConsole: boolean | 'own'
}

export const slideKeys: readonly SlideKey[] = [
  { keys: ['Space', 'ArrowRight', 'ArrowDown', 'PageDown'], action: 'next', help: 'Next', fromConsole: true },
  { keys: ['Shift+Space', 'ArrowLeft', 'ArrowUp', 'PageUp'], action: 'previous', help: 'Previous', fromConsole: true },
  { keys: ['Home'], action: 'first', help: 'First slide', fromConsole: true },
  { keys: ['End'], action: 'last', help: 'Last slide', fromConsole: true },
  { keys: ['o'], action: 'overview', help: 'Overview of all slides', fromConsole: false },
  { keys: ['g'], action: 'askForStep', help: 'Go to a slide', fromConsole: 'own' },
  { keys: ['/'], action: 'search', help: 'Search all slides', fromConsole: false },
  { keys: ['b', '.'], action: 'black', help: 'Black screen', fromConsole: true },
  { keys: ['w', ','], action: 'white', help: 'White screen', fromConsole: true },
  { keys: ['l'], action: 'laser', help: 'Laser pointer', fromConsole: true },
  { keys: ['d'], action: 'draw', help: 'Draw on the slide', fromConsole: true },
  { keys: ['Control+z'], action: 'undoStroke', help: 'Take the last line back', fromConsole: true },
  { keys: ['Delete'], action: 'clearStrokes', help: 'Wipe the slide clean', fromConsole: true },
  { keys: ['Escape'], action: 'putAway', help: 'Put laser or pen away', fromConsole: true },
  { keys: ['f'], action: 'fullscreen', help: 'Full screen', fromConsole: false },
  { keys: ['a'], action: 'autoplay', help: 'Go on by itself, or stop', fromConsole: true },
  { keys: ['p'], action: 'openConsole', help: 'Presenter console', fromConsole: false },
  { keys: ['h', '?'], action: 'help', help: 'This help', fromConsole: false },
]

export type ConsoleAction = 'next' | 'restartClock' | 'stopClock' | 'larger' | 'smaller' | 'askForStep'

/** Keys that the console's window has for itself. */
export const consoleKeys: readonly KeyRow<ConsoleAction>[] = [
  { keys: ['Enter'], action: 'next', help: 'Next' },
  { keys: [...'0123456789'], label: '0–9, then Enter', action: 'askForStep', help: 'Go to the slide of that number' },
  { keys: ['+', '='], action: 'larger', help: 'Larger notes' },
  { keys: ['-'], action: 'smaller', help: 'Smaller notes' },
  { keys: ['t'], action: 'stopClock', help: 'Stop the clock, or let it go on' },
  { keys: ['r'], action: 'restartClock', help: 'Start the clock again' },
]

/** What `keyOf` needs of a `KeyboardEvent`. */
interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * A key with its modifiers, as the table writes it: the event's `key`, letters small (caps lock may be on), the blank as `Space`; before it `Control+`
 * (⌘ as well), `Alt+` and `Shift+`. The shift that a letter or a sign such as `?` is typed with is no modifier.
 */
export function keyOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const isSign = key.length === 1 && key !== ' '
  const modifiers = [(ctrlKey || metaKey) && 'Control', altKey && 'Alt', shiftKey && !isSign && 'Shift']
  return [...modifiers.filter(Boolean), key === ' ' ? 'Space' : isSign ? key.toLowerCase() : key].join('+')
}

/** The row of a key as `keyOf` writes it. */
export const rowOf = <Row extends KeyRow>(rows: readonly Row[], key: string): Row | undefined => rows.find(({ keys }) => keys.includes(key))

const names: ReadonlyMap<string, string> = new Map([
  ['ArrowRight', '→'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowUp', '↑'],
  ['PageDown', 'Page down'],
  ['PageUp', 'Page up'],
  ['Control', 'Ctrl'],
  ['Escape', 'Esc'],
])

/** The keys of a row as a reader knows them: `B, .`, `→`, `Ctrl+R`. */
export const labelOf = ({ keys, label }: KeyRow): string =>
  label ??
  keys
    .map((key) =>
      key
        .split(/\+(?=.)/)
        .map((part) => names.get(part) ?? (part.length === 1 ? part.toUpperCase() : part))
        .join('+'),
    )
    .join(', ')

/** A key that the browser needs itself, in the console's window too: what has the focus. */
const browserKeys: ReadonlySet<string> = new Set(['Tab', 'Shift+Tab'])

/**
 * Whether the console's window passes a key on to the slides. One that is not in the table goes too: a script of the author's, or a slide's
 * `data-goto-key-list`, may wait for it.
 */
export const isPassedOn = (key: string): boolean =>
  (rowOf(slideKeys, key)?.fromConsole ?? !(browserKeys.has(key) || /^(?:Control|Alt)\+/.test(key))) === true
