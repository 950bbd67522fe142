import { activeStep } from './impress.ts'
import { beginStroke, type Drawn } from './ink.ts'
import { make, panels } from './panels.ts'
import { penTools } from './pen-tools.ts'

/** Where the dot is, px of the window. */
let at: readonly [x: number, y: number] | undefined
let tell = (): void => {}

/** Calls back when the dot is elsewhere or gone. */
export const onDot = (callback: (at: readonly [x: number, y: number] | undefined) => void): void => {
  tell = () => callback(at)
}

function moveDot(to?: readonly [x: number, y: number]): void {
  at = to
  if (to) {
    dot ??= make('div', { className: 'dot' })
    dot.style.transform = `translate(${to[0]}px, ${to[1]}px)`
    if (!dot.isConnected) panels().append(dot)
  } else dot?.remove()
  tell()
}

type Tool = 'laser' | 'pen'

let tool: Tool | undefined
let sheet: HTMLElement | undefined
let dot: HTMLElement | undefined
let drawn: Drawn | undefined

/** Takes the laser or the pen, and puts it away where one has it; undefined puts away either. */
export function take(wanted?: Tool): void {
  tool = wanted === tool ? undefined : wanted
  sheet?.remove()
  if (at) moveDot()
  penTools(tool === 'pen', () => take())
  drawn = sheet = undefined
  if (!tool) return
  // Over the slides, so that what is drawn presses nothing there and swipes nothing away.
  sheet = make('div', { className: `sheet ${tool}` })
  for (const [type, event] of [
    ['pointerdown', 'down'],
    ['pointermove', 'move'],
    ['pointerup', 'up'],
    ['pointerleave', 'leave'],
    ['pointercancel', 'leave'],
  ] as const) {
    sheet.addEventListener(type, ({ isPrimary, button, clientX, clientY }) => {
      if (isPrimary && button < 1) point(event, clientX, clientY)
    })
  }
  panels().append(sheet)
}

/**
 * A pointer over the slides, or over the console's view of them: px of the slides' window. With the laser a dot follows it, with the pen it draws while
 * it is down.
 */
export function point(event: 'down' | 'move' | 'up' | 'leave', x: number, y: number): void {
  if (tool === 'laser') moveDot(event === 'leave' ? undefined : [x, y])
  if (tool !== 'pen') return
  const step = activeStep()
  // While the camera moves nothing stands still enough to be drawn on.
  if (event === 'down' && step?.classList.contains('present')) drawn = beginStroke(step)
  if (event !== 'leave') drawn?.to(x, y)
  if (event === 'up' || event === 'leave') {
    drawn?.end()
    drawn = undefined
  }
}
