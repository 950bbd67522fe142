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
  const slides = allSteps().map((step, index): Slide => {
    return { step, place: String(index + 1), number: numberOf(step, index), id: step.id, title: titleOf(step) }
  })
  openFinder({
    className: 'go-to',
    label: 'Go to a slide: number, title or id',
    none: 'No slide has this number, title or id',
    find(typed) {
      const query = typed.toLowerCase()
      const ranked = slides.map((slide) => ({ slide, rank: query === '' ? 0 : rankOf(slide, query) })).filter(({ rank }) => rank < none)
      if (query !== '') ranked.sort((a, b) => a.rank - b.rank)
      const found = ranked.map(({ slide: { step, number, id, title } }) => ({
        number,
        title,
        // The compiler's own ids tell nothing.
        ...(title === id || /^step-\d+$/.test(id) ? {} : { detail: id }),
        go: () => void api.goto(step),
      }))
      return { found, at: query === '' ? slides.findIndex(({ step }) => step === active) : 0 }
    },
  })
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
