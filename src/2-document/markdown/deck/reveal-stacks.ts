import { placingFieldNames } from '../../fields.ts'
import type { Raw, Reference } from '../../nodes.ts'
import { textOf } from '../../resolve/tree.ts'
import type { DialectName } from '../dialects/names.ts'
import { type OpenSlide, putField } from './open-slide.ts'

/** Whether the deck's slides stand in stacks: reveal.js counts them in two directions. */
export const hasStacks = (dialect: DialectName): boolean => dialect === 'reveal' || dialect === 'reveal-md'

/** From one slide to the next, in widths and heights of the canvas: a quarter of it between them. */
const distance = 1.25

interface Cell {
  /** Of the stack, from 0. */
  readonly column: number
  /** In the stack, from 0. */
  readonly row: number
}

/** Where each slide stands to reveal.js: a rule with `--` puts one below the slide before it. */
function cellsOf(slides: readonly OpenSlide[]): Cell[] {
  let [column, row] = [-1, 0]
  return slides.map(({ holder, index }) => {
    const rule = holder[index]
    const isBelow = column >= 0 && rule?.type === 'transition' && rule.character === '--'
    if (isBelow) row++
    else [column, row] = [column + 1, 0]
    return { column, row }
  })
}

/** Links of reveal.js to a slide by its place, `#/2` and `#/2/1`, lead to the slide; one that there is not leads nowhere, which is told. */
export function leadToSlides(links: readonly (Reference | Raw)[], slides: readonly OpenSlide[]): void {
  if (links.length === 0) return
  const places = new Map(cellsOf(slides).map(({ column, row }, index) => [`${column}/${row}`, index]))
  const toSlide = (written: string): string => {
    const [, column = '', row = '0'] = slideLink.exec(written) ?? []
    const index = places.get(`${Number(column)}/${Number(row)}`)
    const slide = index === undefined ? undefined : slides[index]
    return slide ? `#/${idOf(slide) ?? `step-${(index ?? 0) + 1}`}` : written
  }
  for (const link of links) {
    if (link.type === 'reference') link.refuri = toSlide(link.refuri ?? '')
    else
      for (const text of link.children) text.value = text.value.replace(linkInHtml, (_, before: string, to: string) => before + toSlide(to))
  }
}

const linkInHtml = /(\bhref\s*=\s*["']?)(#\/\d+(?:\/\d+)?)(?=["'\s>])/gi

export const slideLink = /^#\/(\d+)(?:\/(\d+))?$/

const fieldsOf = ({ list }: OpenSlide): readonly (readonly [name: string, value: string])[] =>
  (list?.children ?? []).map(({ children: [name, body] }) => [name ? textOf(name) : '', body ? textOf(body) : ''])

const idOf = (slide: OpenSlide): string | undefined => fieldsOf(slide).findLast(([name]) => name === 'id')?.[1]

/** Slides below one another stand so on the stage, too; where the author places any slide, all places are the author's. */
export function placeStacks(slides: readonly OpenSlide[]): void {
  const cells = cellsOf(slides)
  const isPlaced = slides.some((slide) => fieldsOf(slide).some(([name]) => placingFieldNames.has(name)))
  if (isPlaced || !cells.some(({ row }) => row > 0)) return
  // A slide's fields may be put before its content, which moves what stands behind it.
  for (const [index, slide] of [...slides.entries()].toReversed()) {
    const { column, row } = cells[index] as Cell
    const position = slide.holder[slide.index]?.position
    if (!position) continue
    const at = { ...position, end: position.start }
    putField(slide, { name: 'data-x', value: `${column * distance}w`, namePosition: at, valuePosition: at })
    putField(slide, { name: 'data-y', value: `${row * distance}h`, namePosition: at, valuePosition: at })
  }
}
