/** A place in the window, px. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** A running browser. */
export interface Engine {
  /** Opens a page in a window that is so large inside; resolves when it is loaded. */
  open(url: string, size?: { readonly width: number; readonly height: number }): Promise<EnginePage>
  close(): Promise<void>
}

/** What the tests of all three engines do with a page. */
export interface EnginePage {
  /** Runs a function in the page and waits for what it promises; argument and result are JSON. */
  evaluate<Result, Argument = undefined>(run: (argument: Argument) => Result, argument?: Argument): Promise<Awaited<Result>>
  /** The same in a frame of the page. */
  evaluateInFrame<Result>(selector: string, run: () => Result): Promise<Awaited<Result>>
  /** Presses a key by its `KeyboardEvent.key`, with `Shift+` or `Control+` before it, so many times, so many ms apart. */
  press(key: string, times?: number, apart?: number): Promise<void>
  /** Clicks the middle of the first element that the selector finds, or a place. */
  click(target: string | Place): Promise<void>
  /**
   * Fingers go along their paths, which are of one length, 16 ms from place to place. Chromium and Firefox make the touches themselves; WebKitGTK's
   * driver cannot, there the page gets the events that a touch would send.
   */
  touch(...fingers: readonly (readonly Place[])[]): Promise<void>
  /** A PNG of what the window shows. */
  screenshot(): Promise<Buffer>
  reload(): Promise<void>
  /** What the console said, and every uncaught error, from the start. */
  said(): Promise<string[]>
  /** The page of the window that this page has opened. */
  popup(): Promise<EnginePage>
  close(): Promise<void>
}

export const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time))

/** The first answer that is one, within ten seconds. */
export async function eventually<Answer>(what: string, ask: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
  throw new Error(`waited for ${what} in vain`)
}

/** A function with its argument as the text of an expression, whose value is a promise of JSON. */
export const expressionOf = (run: (argument: never) => unknown, argument: unknown): string =>
  `(async()=>JSON.stringify(await (${run})(${argument === undefined ? '' : JSON.stringify(argument)})))()`

/** The middle of an element in the window. */
export const middleOf = (page: EnginePage, target: string | Place): Promise<Place> | Place =>
  typeof target === 'string'
    ? page.evaluate((selector) => {
        const { left, top, width, height } = (document.querySelector(selector) as Element).getBoundingClientRect()
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
      }, target)
    : target

/** WebDriver's and BiDi's name for a key (W3C WebDriver §17.4.2). */
const codes: Readonly<Record<string, string>> = {
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  F5: '\uE035',
}

/** Actions as WebDriver and BiDi both write them (W3C WebDriver §17). */
export function keyActions(key: string, times: number, apart: number): unknown[] {
  const keys = key.split(/\+(?=.)/).map((name) => codes[name] ?? name)
  const once = [
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...[...keys].reverse().map((value) => ({ type: 'keyUp', value })),
    ...(apart > 0 ? [{ type: 'pause', duration: apart }] : []),
  ]
  return [{ type: 'key', id: 'keyboard', actions: Array.from({ length: times }, () => once).flat() }]
}

export function pointerActions(pointerType: 'mouse' | 'touch', path: readonly Place[], id = 'pointer'): unknown {
  const [first, ...rest] = path.map(({ x, y }) => ({ type: 'pointerMove', x, y, duration: 0 }))
  const moves = rest.flatMap((move) => [{ type: 'pause', duration: 16 }, move])
  const actions = [first, { type: 'pointerDown', button: 0 }, ...moves, { type: 'pointerUp', button: 0 }]
  return { type: 'pointer', id, parameters: { pointerType }, actions }
}
