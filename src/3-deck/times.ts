import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { FieldValue, Step } from './deck.ts'

/** `1h 30min`, `90s`, `2m`: each unit at most once, larger ones first; with letters behind it a unit is spelled out (`2 minutes`). */
const withUnits =
  /^(?=\d)(?:(\d+(?:\.\d+)?) ?h(?:(?:ou)?rs?)?)? ?(?:(\d+(?:\.\d+)?) ?m(?:ins?|inutes?)?)? ?(?:(\d+(?:\.\d+)?) ?s(?:ecs?|econds?)?)?$/i

/** `1:30` is a minute and a half, `1:05:00` an hour and five minutes. */
const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/

/** Seconds, more than none; undefined where the text is no time. A number alone is none: of a talk it could be minutes, of a slide seconds. */
function parseTime(text: string): number | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] = withUnits.exec(text) ?? clock.exec(text) ?? []
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return time > 0 ? time : undefined
}

/** What a field says takes how long. One that says no time is reported. */
export function timeOf(field: FieldValue | undefined, name: string, report: Report): number | undefined {
  const time = field && parseTime(field.value.trim())
  if (field && time === undefined) report(diagnose('deck/bad-time', { field: name, value: field.value }, field.position))
  return time
}

/** Reports slides that take more time together than the talk has. */
export function reportLongTalk(duration: number | undefined, field: FieldValue | undefined, steps: readonly Step[], report: Report): void {
  const sum = steps.reduce((total, { time = 0 }) => total + time, 0)
  if (duration === undefined || sum <= duration) return
  report(diagnose('deck/times-exceed-duration', { sum: written(sum), duration: written(duration) }, field?.position))
}

/** As an author would write it: `1h 5min 30s`. */
const written = (time: number): string =>
  [
    [Math.floor(time / 3600), 'h'],
    [Math.floor((time % 3600) / 60), 'min'],
    [time % 60, 's'],
  ]
    .flatMap(([value, unit]) => (value ? [`${value}${unit}`] : []))
    .join(' ')
