import { type PreviewMessage, type PreviewState, previewName } from '../page-contract/preview-state.ts'
import { consoleStyle } from './console-style.ts'

/** The console's window, written by the page itself: no file is loaded but the page again, for the two previews. */
export interface ConsoleWindow {
  readonly closed: boolean
  /** When the timer was started, in ms since 1970. */
  readonly started: number
  focus(): void
  close(): void
  /** Closes after a while, unless the page that is loaded now opens it again. */
  closeSoon(): void
  show(shown: Content): void
  resetTimer(): void
  onMove(move: (way: 'prev' | 'next') => void): void
}

interface Content {
  readonly current: PreviewState
  readonly next: PreviewState
  readonly isLast: boolean
  readonly notes: string
  readonly status: string
}

interface Settings {
  /** The author's sheets for the console (`:css-console:`). */
  readonly css: string
  readonly onKey: (event: KeyboardEvent) => void
  readonly started: number
}

// The ids are those of impress.js's own console.
const body = `
<div id="console">
  <div id="views">
    <div class="view"><iframe id="slideView" name="${previewName} slide" tabindex="-1" title="This slide"></iframe></div>
    <div class="view"><iframe id="preView" name="${previewName} next" tabindex="-1" title="Next slide"></iframe><div id="blocker"></div></div>
  </div>
  <div id="notes" tabindex="0"></div>
</div>
<div id="controls">
  <div id="prev"><a href="#" role="button">Prev</a></div>
  <div id="next"><a href="#" role="button">Next</a></div>
  <div id="clock">--:--</div>
  <div id="timer" role="button" tabindex="0" title="Click to start again">00m 00s</div>
  <div id="status"></div>
</div>`

/** How long a console waits for its slides to be loaded again, in ms. */
export const reloadTime = 2000

/** Undefined where the browser does not let a window open. */
export function openConsoleWindow({ css, onKey, started: since }: Settings): ConsoleWindow | undefined {
  const opened = window.open('', 'impressConsole', 'popup,width=1200,height=720')
  if (!opened) return undefined
  const page = opened.document
  opened.clearTimeout(Number(page.body.dataset['closing']))
  // An empty window is in quirks mode, where a table has neither the colour nor the size of the text around it (HTML §15.3.10).
  page.open()
  page.write('<!DOCTYPE html><html lang="en" id="impressconsole"><head></head><body></body></html>')
  page.close()
  page.body.innerHTML = body
  page.head.append(...[consoleStyle, css].map((text) => Object.assign(page.createElement('style'), { textContent: text })))
  page.title = `Speaker Console (${document.title})`
  const byId = (id: string): HTMLElement => page.getElementById(id) ?? page.body
  // The console's own words are English, the notes the author's.
  for (const name of ['lang', 'dir']) byId('notes').setAttribute(name, document.documentElement.getAttribute(name) ?? '')
  const frames = { slideView: frame(byId('slideView')), preView: frame(byId('preView')) }
  const arrange = () => {
    for (const one of Object.values(frames)) one.arrange()
  }
  opened.addEventListener('resize', arrange)
  window.addEventListener('resize', arrange)
  opened.addEventListener('keydown', onKey)
  // Loaded again, it would stay empty; closed, it can be opened anew.
  opened.addEventListener('pagehide', () => opened.close())
  arrange()
  let started = since
  const tick = () => {
    const seconds = Math.floor((Date.now() - started) / 1000)
    byId('clock').textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    byId('timer').textContent = `${twoDigits(Math.floor(seconds / 60))}m ${twoDigits(seconds % 60)}s`
  }
  const resetTimer = () => {
    started = Date.now()
    tick()
  }
  opened.setInterval(tick, 1000)
  byId('timer').addEventListener('click', resetTimer)
  tick()
  return {
    get closed() {
      return opened.closed
    },
    get started() {
      return started
    },
    focus: () => opened.focus(),
    close: () => opened.close(),
    closeSoon: () => {
      // Text, not a function: this page's functions die with it.
      page.body.dataset['closing'] = String(opened.setTimeout('close()', reloadTime))
    },
    resetTimer,
    show({ current, next, isLast, notes, status }) {
      frames.slideView.show(current)
      frames.preView.show(next)
      byId('blocker').textContent = isLast ? 'Restart' : 'Next'
      byId('status').textContent = status
      const place = byId('notes')
      const html = notes || '<div class="noNotes">No notes for this step</div>'
      if (place.innerHTML === html) return
      place.innerHTML = html
      place.scrollTop = 0
    },
    onMove(move) {
      for (const way of ['prev', 'next'] as const) {
        byId(way).addEventListener('click', (event) => {
          event.preventDefault()
          move(way)
        })
      }
    },
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The page in an iframe of the size of the slides' window, scaled down to its place: it shows what the audience sees. */
function frame(element: HTMLElement): { show(state: PreviewState): void; arrange(): void } {
  const iframe = element as HTMLIFrameElement
  let state: PreviewState | undefined
  const send = () => state && iframe.contentWindow?.postMessage({ hoverdeck: state } satisfies PreviewMessage, '*')
  iframe.addEventListener('load', send)
  return {
    show(wanted) {
      state = wanted
      if (iframe.src === '') iframe.src = `${document.URL.replace(/#.*$/s, '')}#/${encodeURIComponent(wanted.step)}`
      else send()
    },
    arrange() {
      const place = iframe.parentElement
      if (!place) return
      const scale = Math.min(place.clientWidth / innerWidth, place.clientHeight / innerHeight) || 0.1
      iframe.style.cssText = `width:${innerWidth}px;height:${innerHeight}px;transform:scale(${scale})`
    },
  }
}
