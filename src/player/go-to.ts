import { openFinder } from './finder.ts'
import { type Api, activeStep, allSteps } from './impress.ts'
import { numberOf } from './slide-number.ts'
import { titleOf } from './slide-text.ts'

interface Slide {
  readonly step: HTMLElement
  readonly place: string
  /** As it is shown. */
  readonly number: string
  readonly id: string
  readonly title: string
}

/** Asks for a slide by its number, its id or words of its title, and goes there. */
export function askForStep(api: Api): void {
  const active = activeStep()
  openFinder({
    className: 'go-to',
    label: 'Go to a slide: number, title or id',
    none: 'No slide has this number, title or id',
    find(typed) {
      const slides = findSlides(typed)
      const found = slides.map(({ step, number, id, title }) => ({
        number,
        title,
        // The compiler's own ids tell nothing.
        ...(title === id || /^step-\d+$/.test(id) ? {} : { detail: id }),
        go: () => void api.goto(step),
      }))
      return { found, at: typed === '' ? slides.findIndex(({ step }) => step === active) : 0 }
    },
  })
}

/** The slides that have what was typed for number, id or words of their title, the best first; all of them where nothing was. */
export function findSlides(typed: string): Slide[] {
  const query = typed.toLowerCase()
  const slides = allSteps().map((step, index): Slide => {
    return { step, place: String(index + 1), number: numberOf(step, index), id: step.id, title: titleOf(step) }
  })
  if (query === '') return slides
  const ranked = slides.map((slide) => ({ slide, rank: rankOf(slide, query) })).filter(({ rank }) => rank < none)
  return ranked.sort((a, b) => a.rank - b.rank).map(({ slide }) => slide)
}

const none = 5

/** How well a slide is what was typed, in small letters: 0 is the very one. */
function rankOf({ place, number, id, title }: Slide, query: string): number {
  const text = `${title} ${id}`.toLowerCase()
  const isAsked = [
    number === query || id.toLowerCase() === query,
    place === query,
    number.startsWith(query),
    text.startsWith(query),
    query.split(/\s+/).every((word) => text.includes(word)),
  ]
  const rank = isAsked.indexOf(true)
  return rank < 0 ? none : rank
}
