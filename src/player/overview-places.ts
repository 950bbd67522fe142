/** A slide as the overview needs it: its own size in px, and where its middle stands on the stage; `isFlat` where one sees its front from before the stage. */
export interface Pictured {
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly isFlat: boolean
  /** Whether a section of the deck begins with it. */
  readonly begins: boolean
}

/** Where a slide's middle is, px of the window from its upper left corner, and its scale. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A slide that is narrower cannot be told from another, px. */
const least = 110
/** Between slides of the grid, and at the window's edges, px. */
const gap = 16
/** Above a row that begins a section: its title, px. */
export const titleRoom = 30

/** Each slide's place: the deck's own where all can be told apart there, else one in rows. More than the window holds goes on below it. */
export const placesOf = (slides: readonly Pictured[], window: Size): Place[] => ownPlaces(slides, window) ?? gridPlaces(slides, window)

/** The deck as it lies, upright, as large as the window holds it. Undefined where slides stand turned away, are too small or hide one another. */
function ownPlaces(slides: readonly Pictured[], window: Size): Place[] | undefined {
  if (slides.length < 2 || slides.some(({ isFlat }) => !isFlat)) return undefined
  const halves = slides.map(({ width, height, scale }) => [(width * scale) / 2, (height * scale) / 2] as const)
  const edge = (way: 1 | -1, axis: 0 | 1) =>
    slides.reduce((most, slide, index) => Math.max(most, way * (axis ? slide.y : slide.x) + (halves[index]?.[axis] ?? 0)), -Infinity)
  const [right, left, bottom, top] = [edge(1, 0), edge(-1, 0), edge(1, 1), edge(-1, 1)]
  const fit = Math.min((window.width - 2 * gap) / (right + left), (window.height - 2 * gap - titleRoom) / (bottom + top))
  if (halves.some(([half]) => 2 * half * fit < least)) return undefined
  const isHidden = slides.some((one, a) =>
    slides.slice(0, a).some((other, b) => {
      const across = overlap(one.x - other.x, halves[a]?.[0] ?? 0, halves[b]?.[0] ?? 0)
      return across > 0.1 && overlap(one.y - other.y, halves[a]?.[1] ?? 0, halves[b]?.[1] ?? 0) > 0.1
    }),
  )
  if (isHidden) return undefined
  return slides.map(({ x, y, scale }) => ({
    x: window.width / 2 + (x - (right - left) / 2) * fit,
    y: (window.height + titleRoom) / 2 + (y - (bottom - top) / 2) * fit,
    scale: scale * fit,
  }))
}

/** The part of the smaller one that two lines of these halves have in common, their middles so far apart. */
const overlap = (apart: number, a: number, b: number): number => (a + b - Math.abs(apart)) / (2 * Math.min(a, b) || 1)

/** Rows, a new one where a section begins, in the middle of the window: as large as it holds all of them, but never so small that one cannot tell them apart. */
function gridPlaces(slides: readonly Pictured[], window: Size): Place[] {
  const shape = Math.max(...slides.map(({ width, height }) => height / width || 0), 0.1)
  const grids = Array.from({ length: Math.max(1, Math.floor((window.width - gap) / (least + gap))) }, (_, index) => {
    const cells = inRows(slides, index + 1)
    const { row = 0, titles = 0 } = cells[cells.length - 1] ?? {}
    const across = (window.width - gap) / (index + 1) - gap
    const down = (window.height - gap - titles * titleRoom) / (row + 1) - gap
    return { cells, columns: index + 1, rows: row + 1, titles, across, width: Math.min(across, down / shape) }
  })
  const best = grids.reduce((one, other) => (other.width > one.width ? other : one))
  const { cells, columns, rows, titles, across } = best.width < least ? (grids[grids.length - 1] ?? best) : best
  const width = best.width < least ? across : best.width
  const height = width * shape
  const left = (window.width - columns * (width + gap) + gap) / 2
  const top = Math.max(gap, (window.height - rows * (height + gap) + gap - titles * titleRoom) / 2)
  return slides.map((slide, index) => {
    const { row = 0, column = 0, titles: above = 0 } = cells[index] ?? {}
    return {
      x: left + column * (width + gap) + width / 2,
      y: top + row * (height + gap) + above * titleRoom + height / 2,
      scale: slide.width && slide.height ? Math.min(width / slide.width, height / slide.height) : 1,
    }
  })
}

function inRows(slides: readonly Pictured[], columns: number) {
  let [row, column, titles] = [0, -1, 0]
  return slides.map(({ begins }, index) => {
    column++
    if (index > 0 && (column === columns || begins)) {
      row++
      column = 0
    }
    if (begins) titles++
    return { row, column, titles }
  })
}
