import { exporterName } from '../page-contract/exporter.ts'
import { readingClass } from '../page-contract/names.ts'
import { hashOf, targetOfHash } from './hash.ts'
import { activeStep, allSteps, announceChange, isReading, onChange, onInit } from './impress.ts'
import { refreshPresses } from './presses.ts'
import { isPreview } from './preview-frame.ts'
import { foldNotes, layArticle, measureStage, scatterDrawings, unfoldNotes } from './reading-layout.ts'

/** In a narrower window a slide cannot be read; a phone that lies across is wider. */
const narrow = matchMedia('(max-width: 599px)')
const onPaper = matchMedia('print')

/** How long after the last scrolling the address follows, ms. */
const scrollTime = 200

/**
 * The reading view: in a narrow window, and anywhere with `?read`, the same page is one article that scrolls. It looks as the page does where no script
 * runs (`impress-not-supported`), so that style sheets know one state less; what impress.js has written into the elements is undone by base.css.
 * impress.js stands still meanwhile: whoever asks it for a slide scrolls there, and no press moves anything. Paper always has the slides.
 */
export function readNarrow(): void {
  // A preview, and a page in another page, is a picture of a slide.
  if (isPreview() || exporterName in window) return
  const asked = new URLSearchParams(location.search).has('read')
  let isPrinting = false
  onInit((api, root) => {
    const { goto, next, prev, swipe } = api
    api.goto = (step, ...rest) => {
      if (!isReading()) return goto(step, ...rest)
      const target = typeof step === 'number' ? allSteps().slice(step)[0] : typeof step === 'string' ? document.getElementById(step) : step
      // The window's size is another: impress.js goes where it is.
      if (target && target !== activeStep()) scrollToStart(target)
      return target ?? false
    }
    api.next = (event) => !isReading() && next(event)
    api.prev = (event) => !isReading() && prev(event)
    api.swipe = (share) => (isReading() ? undefined : swipe(share))
    const show = (): void => {
      const reads = (asked || (narrow.matches && window.parent === window)) && !isPrinting && !onPaper.matches
      if (reads === isReading()) return
      if (reads) enter(root)
      else leave(root, goto)
    }
    let top = 0
    const print = (now: boolean) => () => {
      if (now) top = scrollY
      isPrinting = now
      show()
      if (!now && isReading()) scrollTo(0, top)
    }
    const { gc } = api.lib
    gc.addEventListener(window, 'beforeprint', print(true))
    gc.addEventListener(window, 'afterprint', print(false))
    for (const query of [narrow, onPaper]) gc.addEventListener(query, 'change', show)
    let timer = 0
    gc.addEventListener(window, 'scroll', () => {
      clearTimeout(timer)
      if (isReading()) timer = window.setTimeout(follow, scrollTime)
    })
    let width = innerWidth
    gc.addEventListener(window, 'resize', () => {
      // A phone's browser changes the height alone while one scrolls.
      if (isReading() && innerWidth !== width) announceChange(root)
      width = innerWidth
    })
    show()
  })
  onChange((part) => {
    if (!isReading()) return
    foldNotes(part)
    layArticle()
  })
  // Before links.ts, which goes to slides.
  addEventListener('hashchange', (event) => {
    if (!isReading()) return
    event.stopImmediatePropagation()
    const target = targetOfHash(location.hash)
    // impress.js writes where it is.
    if (target && target !== activeStep()) scrollToStart(target)
  })
  document.addEventListener('click', (event) => {
    const link = isReading() && event.target instanceof Element && event.target.closest('a[href^="#"]')
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const hash = link.getAttribute('href') ?? ''
    const target = targetOfHash(hash)
    if (!target) return
    history.pushState(null, '', hash)
    scrollToStart(target)
  })
}

/** WebKit scrolls what is zoomed to another place. */
function scrollToStart(target: Element): void {
  target.scrollIntoView({ block: 'start' })
  for (let round = 0; round < 9; round++) scrollBy(0, target.getBoundingClientRect().top)
}

/** The slide that is read: the first that has more than its end in the window. */
const stepInView = (): HTMLElement | undefined => allSteps().find((step) => step.getBoundingClientRect().bottom > innerHeight / 3)

function follow(): void {
  const step = stepInView()
  if (step && isReading()) history.replaceState({ ...history.state, slide: allSteps().indexOf(step) }, '', hashOf({ step, pressed: 0 }))
}

function setView(root: HTMLElement, reads: boolean): void {
  const { classList } = document.body
  classList.toggle(readingClass, reads)
  classList.toggle('impress-not-supported', reads)
  classList.toggle('impress-enabled', !reads)
  for (const step of allSteps()) refreshPresses(step)
  if (!reads) {
    unfoldNotes(root)
    scatterDrawings()
  }
  announceChange(root)
}

function enter(root: HTMLElement): void {
  const active = activeStep()
  const target = targetOfHash(location.hash)
  measureStage()
  setView(root, true)
  const start = target && active?.contains(target) ? target : active
  if (start && start !== allSteps()[0]) scrollToStart(start)
}

function leave(root: HTMLElement, goto: (step: Element, duration: number) => unknown): void {
  const step = stepInView()
  setView(root, false)
  scrollTo(0, 0)
  const there = step ?? activeStep()
  if (there) goto(there, 0)
}
