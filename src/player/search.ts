import { goTo } from './address.ts'
import { openFinder } from './finder.ts'
import { type Api, activeStep, allSteps, onInit } from './impress.ts'
import { make, panels } from './panels.ts'
import { pressHolding } from './presses.ts'
import { numberOf } from './slide-number.ts'
import { type Block, blocksOf, titleOf } from './slide-text.ts'
import { substepDrawing } from './unfold.ts'
import { util } from './util.ts'

/** How long what was found stays marked, ms. */
const markedFor = 4000

/** Letters around what was found, in the list. */
const context = 40

/** The last search: asked for again, it goes on from there. */
let last = ''

/** Searches all slides for text that the audience sees at some press, and goes to the slide, and the press, at which it is seen. */
export function search(api: Api): void {
  const slides = allSteps().map((step, index) => ({ step, number: numberOf(step, index), title: titleOf(step), blocks: blocksOf(step) }))
  openFinder({
    className: 'search',
    label: 'Search all slides',
    none: 'Nothing found',
    query: last,
    find(query) {
      last = query
      const words = query.split(/\s+/).filter(Boolean)
      if (words.length === 0) return { found: [] }
      const [phrase, ...each] = [words.map(literal).join('\\s+'), ...words.map(literal)].map((word) => new RegExp(word, 'iu'))
      const found = slides.flatMap(({ step, number, title, blocks }) =>
        blocks.flatMap((block) => {
          const hits = hitsIn(block.text, phrase ? [phrase] : []) ?? hitsIn(block.text, each)
          const press = hits && pressOf(block, hits[0], step)
          if (!hits || press === undefined) return []
          return [{ number, title: shown(block.text, hits), detail: title, go: () => arrive(api, step, press, () => mark(block, hits)) }]
        }),
      )
      return { found }
    },
  })
}

type Hit = readonly [start: number, end: number]
type Hits = readonly [Hit, ...Hit[]]

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Where each of the patterns matches first; undefined where one does not. */
function hitsIn(text: string, patterns: readonly RegExp[]): Hits | undefined {
  const hits = patterns.flatMap((pattern): Hit[] => {
    const match = pattern.exec(text)
    return match ? [[match.index, match.index + match[0].length]] : []
  })
  const [first, ...rest] = hits.sort(([a], [b]) => a - b)
  return first && hits.length === patterns.length ? [first, ...rest] : undefined
}

/** The text around what was found, which is marked. */
function shown(text: string, hits: Hits): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let done = Math.max(0, hits[0][0] - context)
  if (done > 0) fragment.append('…')
  for (const [start, end] of hits) {
    if (start < done) continue
    fragment.append(text.slice(done, start), make('mark', {}, text.slice(start, end)))
    done = end
  }
  fragment.append(text.slice(done, done + context * 2), done + context * 2 < text.length ? '…' : '')
  return fragment
}

const nodeAt = ({ nodes }: Block, at: number): readonly [Text, number] | undefined => [...nodes].reverse().find(([, start]) => start <= at)

/** After how many presses the text is seen; undefined where it never is. */
function pressOf(block: Block, [start]: Hit, step: Element): number | undefined {
  const element = nodeAt(block, start)?.[0].parentElement
  if (!element) return undefined
  const drawn = substepDrawing(element)
  return drawn === undefined ? undefined : Math.max(pressHolding(step, element), drawn ? pressHolding(step, drawn) : 0)
}

/** Goes to a slide as it is after so many presses, and calls back when it stands there. */
function arrive(api: Api, step: HTMLElement, pressed: number, then: () => void): void {
  const later = () => setTimeout(then, 0)
  const isHere = step === activeStep()
  goTo(api, { step, pressed })
  if (isHere) {
    util.triggerEvent(step, 'impress:substep:enter', { reason: 'goto' })
    later()
  } else document.addEventListener('impress:stepenter', ({ target }) => target === step && later(), { once: true })
}

let marks: readonly HTMLElement[] = []
let timer = 0

/** Lays a mark over what was found, for a while. */
function mark(block: Block, hits: Hits): void {
  unmark()
  marks = hits.flatMap(([start, end]) => {
    const [first, last] = [nodeAt(block, start), nodeAt(block, end - 1)]
    if (!first || !last) return []
    const range = document.createRange()
    range.setStart(first[0], start - first[1])
    range.setEnd(last[0], end - last[1])
    scrollTo(range, first[0])
    return [...range.getClientRects()].map(({ left, top, width, height }) =>
      make('div', { className: 'mark', style: `left:${left}px;top:${top}px;width:${width}px;height:${height}px` }),
    )
  })
  panels().append(...marks)
  clearTimeout(timer)
  timer = window.setTimeout(unmark, markedFor)
}

/** Brings a text into the middle of what it scrolls in, such as long code. */
function scrollTo(range: Range, { parentElement }: Text): void {
  for (let element = parentElement; element?.closest('.step'); element = element.parentElement) {
    const { clientHeight, offsetHeight, scrollHeight } = element
    if (scrollHeight <= clientHeight || !/auto|scroll/.test(getComputedStyle(element).overflowY)) continue
    const { top, height } = element.getBoundingClientRect()
    element.scrollTop += ((range.getBoundingClientRect().top - top - height / 2) * offsetHeight) / height
  }
}

function unmark(): void {
  for (const one of marks) one.remove()
}

/** What was found is marked until the next move. To be called before impress.js starts. */
export function unmarkFound(): void {
  onInit(({ lib: { gc } }) => {
    for (const type of ['stepleave', 'substep:enter', 'substep:leave']) gc.addEventListener(document, `impress:${type}`, unmark)
    gc.addEventListener(window, 'resize', unmark)
  })
}
