import { textBlock } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'

/** The date, for a substitution; the content is a format of C's `strftime`. */
export const date: Directive = {
  name: 'date',
  content: true,
  run({ content, position, substitution }, tools) {
    if (substitution === undefined) return [tools.error('rst/directive-no-substitution', { directive: 'date' })]
    return [{ type: 'text', value: formatDate(textBlock(content).text || '%Y-%m-%d', tools.settings.now ?? new Date()), position }]
  },
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')
const two = (value: number, fill = '0'): string => String(value).padStart(2, fill)
const dayOfYear = (now: Date): number =>
  Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(now.getFullYear(), 0, 1)) / 86_400_000)
/** Weeks that start on a Sunday (0) or Monday (1). */
const week = (now: Date, first: 0 | 1): string => two(Math.floor((dayOfYear(now) + 7 - ((now.getDay() + 7 - first) % 7)) / 7))

/** The week of ISO 8601 and the year that it belongs to: those of the week's Thursday. */
function isoWeek(now: Date): { year: number; week: number } {
  const thursday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 4 - (now.getDay() || 7))
  return { year: thursday.getFullYear(), week: Math.floor(dayOfYear(thursday) / 7) + 1 }
}

function zone(now: Date): string {
  const minutes = -now.getTimezoneOffset()
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`
}

/** In the C locale, as Python's `time.strftime` without `setlocale`. */
const conversions: ReadonlyMap<string, (now: Date) => string> = new Map(
  Object.entries<(now: Date) => string>({
    a: (now) => (weekdays[now.getDay()] ?? '').slice(0, 3),
    A: (now) => weekdays[now.getDay()] ?? '',
    b: (now) => (months[now.getMonth()] ?? '').slice(0, 3),
    B: (now) => months[now.getMonth()] ?? '',
    c: (now) => formatDate('%a %b %e %H:%M:%S %Y', now),
    C: (now) => two(Math.floor(now.getFullYear() / 100)),
    d: (now) => two(now.getDate()),
    D: (now) => formatDate('%m/%d/%y', now),
    e: (now) => two(now.getDate(), ' '),
    F: (now) => formatDate('%Y-%m-%d', now),
    g: (now) => two(isoWeek(now).year % 100),
    G: (now) => String(isoWeek(now).year),
    h: (now) => formatDate('%b', now),
    H: (now) => two(now.getHours()),
    I: (now) => two(now.getHours() % 12 || 12),
    j: (now) => String(dayOfYear(now) + 1).padStart(3, '0'),
    k: (now) => two(now.getHours(), ' '),
    l: (now) => two(now.getHours() % 12 || 12, ' '),
    m: (now) => two(now.getMonth() + 1),
    M: (now) => two(now.getMinutes()),
    n: () => '\n',
    p: (now) => (now.getHours() < 12 ? 'AM' : 'PM'),
    P: (now) => (now.getHours() < 12 ? 'am' : 'pm'),
    r: (now) => formatDate('%I:%M:%S %p', now),
    R: (now) => formatDate('%H:%M', now),
    s: (now) => String(Math.floor(now.getTime() / 1000)),
    S: (now) => two(now.getSeconds()),
    t: () => '\t',
    T: (now) => formatDate('%H:%M:%S', now),
    u: (now) => String(now.getDay() || 7),
    U: (now) => week(now, 0),
    V: (now) => two(isoWeek(now).week),
    w: (now) => String(now.getDay()),
    W: (now) => week(now, 1),
    x: (now) => formatDate('%m/%d/%y', now),
    X: (now) => formatDate('%H:%M:%S', now),
    y: (now) => two(now.getFullYear() % 100),
    Y: (now) => String(now.getFullYear()),
    z: zone,
    Z: (now) => /\(([^)]+)\)/.exec(now.toString())?.[1] ?? '',
    '%': () => '%',
  }),
)

/** `-` before a letter takes the fill away, as in the GNU library. An unknown letter stays as written. */
const formatDate = (format: string, now: Date): string =>
  format.replace(/%(-?)([a-zA-Z%])/g, (written, bare: string, letter: string) => {
    const text = conversions.get(letter)?.(now) ?? written
    return bare ? text.replace(/^[0 ]+(?=.)/, '') : text
  })
