import type { Clock, Posted, ToConsole, ToSlides } from '../page-contract/console-messages.ts'

/** How often the console asks whether the slides are there, ms, and how often without an answer they are gone. */
const beat = 1000
const patience = 3

export interface Link {
  post(message: ToSlides): void
  /** Opens slides that are gone again, at this address. */
  open(address: string): void
}

interface Hearing {
  hear(message: ToConsole): void
  /** Called with each beat: whether the slides are gone. */
  beat(isGone: boolean): void
  /** What a page that is loaded again is to go on from. */
  clock(): Clock | undefined
}

/** The console's way to the slides' window: the one that has opened it, or that it has opened since. It calls again and again, since either may be loaded again. */
export function linkToSlides(shell: Window, { hear, beat: onBeat, clock }: Hearing): Link {
  let slides: Window | null = shell.opener
  let unanswered = 0
  const post = (message: ToSlides): void => slides?.postMessage({ hoverdeck: message } satisfies Posted<ToSlides>, '*')
  const call = (): void => {
    onBeat(unanswered++ >= patience || !slides || slides.closed)
    const going = clock()
    post({ type: 'hello', ...(going ? { clock: going } : {}) })
  }
  window.addEventListener('message', ({ data, source, origin }: MessageEvent<Partial<Posted<ToConsole>> | null>) => {
    const message = data?.hoverdeck
    if (!message || source !== slides || origin !== window.origin) return
    unanswered = 0
    // A page that is loaded again is there soon.
    if (message.type === 'bye') for (const wait of [100, 300, 600]) setTimeout(call, wait)
    else hear(message)
  })
  shell.setInterval(call, beat)
  setTimeout(call, 0)
  return {
    post,
    open(address) {
      slides = shell.open(address)
    },
  }
}
