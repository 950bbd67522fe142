import type { Clock, Plan } from '../page-contract/console-messages.ts'

/** A slide as far as its time goes: what the author says it takes (s), and whether it is passed by. */
export interface TimedSlide {
  readonly time: number | undefined
  readonly isSkipped: boolean
}

/**
 * When the slide `at` is planned to be in the state after `pressed` of its presses, in seconds from the start. Slides without a time of their own share evenly what is
 * left of the talk's; the presses of a slide part its time evenly. Undefined where nothing says how long the talk takes: no duration, and a slide without a time.
 */
export function planOf(
  slides: readonly TimedSlide[],
  duration: number | undefined,
  { at, pressed, presses }: { readonly at: number; readonly pressed: number; readonly presses: number },
): Plan | undefined {
  const shown = slides.filter(({ isSkipped }) => !isSkipped)
  const untimed = shown.filter(({ time }) => time === undefined).length
  const said = shown.reduce((sum, { time = 0 }) => sum + time, 0)
  if (shown.length === 0 || (duration === undefined && untimed > 0)) return undefined
  const share = duration === undefined || untimed === 0 ? 0 : Math.max(0, duration - said) / untimed
  const timeOf = ({ time, isSkipped }: TimedSlide): number => (isSkipped ? 0 : (time ?? share))
  const before = slides.slice(0, at).reduce((sum, slide) => sum + timeOf(slide), 0)
  const slide = slides[at]
  const part = slide ? timeOf(slide) / (presses + 1) : 0
  return { whole: duration ?? said, from: before + part * pressed, until: before + part * (pressed + 1) }
}

/** ms */
export const ranUntil = ({ ran, since }: Clock, now: number): number => ran + (since === undefined ? 0 : now - since)

/** By how many seconds the speaker is late; less than 0 is early, 0 in time. */
export const lateBy = ({ from, until }: Plan, seconds: number): number => Math.max(0, seconds - until) || Math.min(0, seconds - from)

/** `12:05`, `1:02:05`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds))
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}
