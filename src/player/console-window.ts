import { consoleCssAttribute } from '../page-contract/attributes.ts'
import { consoleQuery, type Marks, type TalkState } from '../page-contract/console-messages.ts'
import { consoleTemplateId, notesClass } from '../page-contract/names.ts'
import { layOut } from './console-layout.ts'
import { linkToSlides } from './console-link.ts'
import { findSlides } from './go-to.ts'
import { hashOf } from './hash.ts'
import { type Api, activeStep, isTyping, onChange, onInit } from './impress.ts'
import { paint } from './ink.ts'
import { type ConsoleAction, consoleKeys, isPassedOn, keyOf, rowOf, slideKeys } from './key-table.ts'
import { mirror } from './mirror.ts'
import { clockText, lateBy, ranUntil } from './pace.ts'
import { templateText } from './panels.ts'
import { isPreview, showState } from './preview-frame.ts'

// The ids are those of impress.js's own console, so that style sheets written for that one serve.
const nowView =
  '<div class="view"><iframe id="slideView" tabindex="-1" title="What the audience sees"></iframe><div id="screen" role="status"></div><button id="reopen">Open the slides again</button></div>'
const nextView = '<div id="blocker"></div>'
const where =
  '<div id="where"><div id="slide"></div><div id="title" dir="auto"></div><div id="presses"></div><div id="pace" role="status"></div><div id="status" role="status"></div></div>'
const notesSide = `<div id="separator" role="separator" tabindex="0" aria-label="Size of the notes" aria-controls="notes" aria-valuemin="20" aria-valuemax="85"></div>
<div id="notes" tabindex="0" role="region" aria-label="Notes"></div>`
const controls = `<div id="controls">
<div id="prev"><a href="#" role="button">Prev</a></div><div id="next"><a href="#" role="button">Next</a></div>
<input id="goto" placeholder="Go to" aria-label="Go to a slide: number, id or title" autocomplete="off">
<button id="black" title="Black screen (B)">Black</button><button id="white" title="White screen (W)">White</button>
<button id="smaller" aria-label="Smaller notes" title="Smaller notes (−)">A−</button><button id="larger" aria-label="Larger notes" title="Larger notes (+)">A+</button>
<button id="pause" title="Stop the clock, or let it go on (T)"></button>
<div id="timer" role="button" tabindex="0" title="Start the clock again (R)"></div><div id="left"></div><div id="clock" title="Time of day"></div>
</div>`

/**
 * The presenter console, around the frame that this page is a preview in (src/6-page/console-shell.ts): what the audience sees, as a picture of this page
 * before it went on; this page, which shows what comes next; the notes; clock and pace. All it says to the slides and hears from them is messages.
 */
export function consoleWindow(): void {
  const shell = isPreview() ? shellAround() : undefined
  if (shell) onInit((api, root) => openConsole(shell, api, root.getAttribute(consoleCssAttribute) ?? ''))
}

/** The window that is to be the console; a page may be a preview elsewhere. */
function shellAround(): Window | undefined {
  try {
    return new RegExp(`[?&]${consoleQuery}\\b`).test(parent.location.search) ? parent : undefined
  } catch {
    return undefined
  }
}

function openConsole(shell: Window, api: Api, css: string): void {
  const page = shell.document
  const byId = (id: string): HTMLElement => page.getElementById(id) ?? page.body
  page.documentElement.id = 'impressconsole'
  // The console's own words are English, the notes the author's.
  page.documentElement.lang = 'en'
  page.documentElement.dir = 'ltr'
  page.title = `Speaker Console (${document.title})`
  page.head.append(
    ...[templateText(consoleTemplateId), css].map((text) => Object.assign(page.createElement('style'), { textContent: text })),
  )
  const frame = window.frameElement as HTMLIFrameElement
  frame.title = 'What the next press brings'
  byId('views').insertAdjacentHTML('afterbegin', nowView)
  frame.insertAdjacentHTML('afterend', nextView)
  byId('views').insertAdjacentHTML('beforeend', where)
  byId('console').insertAdjacentHTML('beforeend', notesSide)
  page.body.insertAdjacentHTML('beforeend', controls)
  const notes = byId('notes')
  notes.lang = document.documentElement.lang
  notes.dir = document.documentElement.dir
  const layout = layOut(shell, frame, byId)
  const showNotes = notesOn(notes)
  const views = showViews(api, byId('slideView') as HTMLIFrameElement)

  let state: TalkState | undefined
  let isGone = false
  const say = (text: string): void => {
    const status = byId('status')
    if (status.textContent !== text) status.textContent = text
  }
  const tick = (): void => {
    const now = Date.now()
    byId('clock').textContent = new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    if (state) showTime(state, now, byId)
  }
  const setGone = (gone: boolean): void => {
    if (gone === isGone) return
    isGone = gone
    page.body.classList.toggle('gone', gone)
    say(gone ? 'The slides are closed' : 'Ready')
  }
  const { post, open } = linkToSlides(shell, {
    clock: () => state?.clock,
    beat(gone) {
      tick()
      setGone(gone)
    },
    hear(message) {
      setGone(false)
      if (message.type === 'marks') return views.mark(message.marks)
      if (message.type !== 'state') return say('This deck has no slides')
      if (JSON.stringify(state) === JSON.stringify(message.state)) return
      state = message.state
      say(state.isMoving ? 'Moving' : 'Ready')
      layout.resize(state)
      views.show(state)
      showPlace(state, byId)
      showNotes(state)
      tick()
    },
  })
  byId('reopen').addEventListener('click', () => {
    const step = state && document.getElementById(state.now.step)
    const { search, href } = shell.location
    const query = search.replace(new RegExp(`[?&]${consoleQuery}\\b`), '')
    open(href.replace(/[?#].*$/s, '') + query + (state && step ? hashOf({ step, pressed: state.now.pressed }) : ''))
  })

  const input = byId('goto') as HTMLInputElement
  const goTo = (): void => {
    const [found] = findSlides(input.value.trim())
    if (found) post({ type: 'go to', step: found.step.id })
    else say(`No slide ${input.value}`)
    input.value = ''
    input.blur()
  }
  const key = (name: string): void => post({ type: 'key', key: name, shiftKey: false, ctrlKey: false })
  const actions: Readonly<Record<ConsoleAction, (key: string) => void>> = {
    next: () => post({ type: 'go', way: 'next' }),
    restartClock: () => post({ type: 'clock', act: 'restart' }),
    stopClock: () => post({ type: 'clock', act: 'stop or go on' }),
    larger: () => layout.sizeNotes(1),
    smaller: () => layout.sizeNotes(-1),
    askForStep: (typed) => {
      input.focus()
      if (/^\d$/.test(typed)) input.value += typed
    },
  }
  const buttons = {
    prev: () => post({ type: 'go', way: 'prev' }),
    next: () => actions.next(''),
    black: () => key('b'),
    white: () => key('w'),
    larger: () => actions.larger(''),
    smaller: () => actions.smaller(''),
    pause: () => actions.stopClock(''),
    timer: () => actions.restartClock(''),
  }
  for (const [id, act] of Object.entries(buttons)) {
    byId(id).addEventListener('click', (event) => {
      event.preventDefault()
      act()
    })
  }
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && input.value.trim() !== '') goTo()
    else if (event.key === 'Enter' || event.key === 'Escape') {
      input.value = ''
      input.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target)) return
    const pressed = keyOf(event)
    const button = (pressed === 'Enter' || pressed === 'Space') && (event.target as Element).closest?.<HTMLElement>('button, [role=button]')
    const row = rowOf(slideKeys, pressed)
    const own = row?.fromConsole === 'own' ? 'askForStep' : rowOf(consoleKeys, pressed)?.action
    if (button) button.click()
    else if (own) actions[own](pressed)
    else if (isPassedOn(pressed)) {
      post({ type: 'key', key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey })
      if (!row) return
    } else return
    event.preventDefault()
  }
  shell.addEventListener('keydown', onKey)
  // Should something on a slide have taken the focus: it must not move this page.
  const onOwnKey = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation()
    onKey(event)
  }
  window.addEventListener('keydown', onOwnKey, true)
  const view = byId('slideView').parentElement
  for (const name of ['down', 'move', 'up', 'leave'] as const) {
    view?.addEventListener(`pointer${name}`, (event) => {
      const { left, top, width, height } = view.getBoundingClientRect()
      post({ type: 'pointer', event: name, x: (event.clientX - left) / width, y: (event.clientY - top) / height })
    })
  }
  shell.focus()
}

/**
 * Shows a state in both views. As a rule the slides come to what this page shows already: then it is copied as it is, and goes on. Else it goes there
 * first. What is asked for meanwhile wins.
 */
function showViews(api: Api, view: HTMLIFrameElement): { show(state: TalkState): void; mark(marks: Marks): void } {
  const nameOf = ({ step, pressed }: TalkState['now']): string => `${pressed} ${step}`
  let here = ''
  let shown = ''
  let size = ''
  let turn = 0
  let last: TalkState | undefined
  let marks: Marks = { strokes: [] }
  const dot = view.ownerDocument.createElement('div')
  dot.id = 'dot'
  const mark = (): void => {
    for (const step of view.contentDocument?.querySelectorAll('.step') ?? [])
      paint(
        step,
        marks.strokes.filter((stroke) => stroke.step === step.id),
      )
    const [x = 0, y = 0] = marks.dot ?? []
    dot.style.cssText = `left:${100 * x}%;top:${100 * y}%`
    if (marks.dot) view.after(dot)
    else dot.remove()
  }
  const go = async ({ now, next, width, height }: TalkState): Promise<void> => {
    const mine = ++turn
    const active = activeStep()
    if (size !== `${width} ${height}` && active) {
      size = `${width} ${height}`
      // impress.js fits the stage into the window when it goes to where it is.
      api.goto(active, 0)
    }
    if (here !== nameOf(now)) {
      here = ''
      await showState(api, now)
      if (mine !== turn) return
    }
    mirror(view)
    mark()
    here = ''
    await showState(api, next)
    if (mine === turn) here = nameOf(next)
  }
  // `deck watch` has changed this page in place.
  onChange(() => {
    here = ''
    if (last) setTimeout(go, 0, last)
  })
  return {
    mark(given) {
      marks = given
      mark()
    },
    show(state) {
      const wanted = `${nameOf(state.now)} ${nameOf(state.next)} ${state.width} ${state.height}`
      last = state
      if (wanted === shown) return
      shown = wanted
      void go(state)
    },
  }
}

type ById = (id: string) => HTMLElement

function showPlace({ now, next, isLast, presses, slide, slides, title, blank }: TalkState, byId: ById): void {
  byId('slide').innerHTML = `<b>${slide}</b> / ${slides}`
  byId('title').textContent = title
  const left = presses - now.pressed
  byId('presses').textContent = presses === 0 ? '' : left === 0 ? 'Last press' : `${left} ${left === 1 ? 'press' : 'presses'} left`
  byId('blocker').textContent = isLast ? 'Restart' : next.step === now.step ? `Next: press ${next.pressed} of ${presses}` : 'Next'
  byId('screen').textContent = blank ? `The audience sees ${blank}` : ''
  for (const colour of ['black', 'white']) byId(colour).setAttribute('aria-pressed', String(blank === colour))
}

function showTime({ clock, plan }: TalkState, now: number, byId: ById): void {
  const seconds = ranUntil(clock, now) / 1000
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const isStopped = clock.since === undefined
  byId('timer').textContent = `${two(seconds / 60)}m ${two(seconds % 60)}s`
  byId('timer').classList.toggle('stopped', isStopped)
  const pause = byId('pause')
  if (pause.textContent !== (isStopped ? '▶' : '❚❚')) {
    pause.textContent = isStopped ? '▶' : '❚❚'
    pause.setAttribute('aria-label', isStopped ? 'Let the clock go on' : 'Stop the clock')
  }
  const pace = byId('pace')
  const late = plan ? Math.trunc(lateBy(plan, seconds)) : 0
  pace.className = late > 0 ? 'behind' : late < 0 ? 'ahead' : ''
  pace.textContent = plan ? (late === 0 ? 'On time' : `${clockText(late)} ${late > 0 ? 'behind' : 'ahead'}`) : ''
  const left = plan ? plan.whole - seconds : 0
  byId('left').textContent = plan ? (left >= 0 ? `${clockText(left)} left` : `${clockText(left)} over`) : ''
  byId('left').classList.toggle('over', left < 0)
}

/** Shows the notes. Of those for presses the last one whose press has come is marked; what says no press is for the start. */
function notesOn(place: HTMLElement): (state: TalkState) => void {
  let shown = ''
  return ({ now, notes }) => {
    const said = notes.map(({ html }) => `<div class="${notesClass}">${html}</div>`).join('')
    const html = said || '<div class="noNotes">No notes for this step</div>'
    if (shown !== now.step + html) {
      shown = now.step + html
      place.innerHTML = html
      place.scrollTop = 0
    }
    if (notes.every(({ at }) => at === undefined)) return
    const reached = Math.max(0, ...notes.map(({ at = 0 }) => (at <= now.pressed ? at : 0)))
    for (const [index, { at = 0 }] of notes.entries()) {
      const note = place.children[index]
      note?.classList.toggle('now', at === reached)
      note?.classList.toggle('other', at !== reached)
    }
    place.querySelector('.now')?.scrollIntoView({ block: 'nearest' })
  }
}
