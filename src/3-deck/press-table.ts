import { textTable } from '../formats/text-table.ts'
import type { Step } from './deck.ts'

/** What each press of the key changes, as a table to read in a terminal: number of the slide, of the press on it, what, and the line where it stands. */
export function pressTable(steps: readonly Step[]): string {
  const rows = steps.flatMap(({ presses, position: { source } }, index) =>
    presses.flatMap((press, before) =>
      press.map(({ kind, label, position }) => [`${index + 1}`, `${before + 1}`, `${kind}: ${label}`, placeOf(position, source)]),
    ),
  )
  return textTable([['slide', 'press', 'what', 'line'], ...rows], [2])
}

/** The line; in another file than the slide begins in, behind that file's name. */
const placeOf = (position: Step['position'] | undefined, source: string): string => {
  if (!position) return ''
  return `${position.source === source ? '' : `${position.source.replace(/^.*[\\/]/s, '')}:`}${position.start.line}`
}
