import type { Step } from '../3-deck/deck.ts'
import { textTable } from '../formats/text-table.ts'
import { axes } from './axes.ts'
import type { Placement } from './placement.ts'

/** Where each step stands, as a table to read in a terminal: number, id, the seven values, the line it starts on. px and degrees. */
export function layoutTable(steps: readonly Step[], placements: readonly Placement[]): string {
  const heading = ['step', 'id', ...axes.map(({ field }) => field.slice('data-'.length)), 'line']
  const rows = steps.map((step, index) => [
    `${index + 1}`,
    step.id,
    ...axes.map(({ axis }) => `${rounded(placements[index]?.[axis] ?? 0)}`),
    `${step.position.start.line}`,
  ])
  return textTable([heading, ...rows], [1])
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
