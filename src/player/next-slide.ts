import { allSteps, type LeaveEvent } from './impress.ts'

/** The slide after this one, or before it, round the end, that is not to be passed by (`class: skip`); undefined where there is no other. */
function nextTo(step: HTMLElement, way: 1 | -1): HTMLElement | undefined {
  const steps = allSteps()
  const at = steps.indexOf(step)
  const others = [...steps.slice(at + 1), ...steps.slice(0, at)]
  return (way === 1 ? others : others.reverse()).find(({ classList }) => !classList.contains('skip'))
}

/** Whether a press goes on from the last slide to the first. */
export const isLast = (step: HTMLElement): boolean =>
  !Object.keys(step.dataset).some((name) => /^goto(?:Next)?(?:List)?$/.test(name)) &&
  allSteps().every((other) => other.classList.contains('skip') || !(step.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING))

/** Of a slide's id, or its number from 0, as impress.js has it. */
const named = (name: string | undefined): HTMLElement | undefined =>
  name ? allSteps().find(({ id }, index) => id === name || String(index) === name) : undefined

/**
 * Where a press leads that leaves the slide: to what the slide says (`data-goto-next`, `data-goto-prev`, `data-goto`, or a key of its
 * `data-goto-key-list`), else to the next that is not to be passed by; nowhere from one with the class `stop`. In place of impress.js's plugins goto, skip and
 * stop, which throw where a slide is named that is not there or all others are passed by, and send who goes to a slide by a link elsewhere.
 */
export function leadOn(): void {
  window.impress.addPreStepLeavePlugin((event: LeaveEvent) => {
    const { target, detail, origEvent } = event
    const { dataset, classList } = target
    const { reason } = detail
    if (reason !== 'next' && reason !== 'prev') return undefined
    const isNext = reason === 'next'
    if (isNext && classList.contains('stop')) return false
    const lists = [dataset['gotoKeyList'], dataset['gotoNextList']].map((list) => list?.split(' ') ?? [])
    const byKey = origEvent && 'key' in origEvent ? lists[1]?.[lists[0]?.indexOf(String(origEvent.key)) ?? -1] : undefined
    const next =
      named(byKey) ?? named(dataset[isNext ? 'gotoNext' : 'gotoPrev']) ?? named(dataset['goto']) ?? nextTo(target, isNext ? 1 : -1)
    if (!next) return false
    if (next !== detail.next) {
      const root = target.closest<HTMLElement>('#impress')
      detail.transitionDuration = Number(next.dataset['transitionDuration'] ?? root?.dataset['transitionDuration'] ?? 1000)
    }
    detail.next = next
    return undefined
  }, 10)
}
