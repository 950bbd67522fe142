import { activeStep, onChange, onInit } from './impress.ts'
import { isShown, onAnyPressed } from './presses.ts'
import { isPreview } from './preview-frame.ts'

const mediaIn = (part: ParentNode): HTMLMediaElement[] => [...part.querySelectorAll<HTMLMediaElement>('video, audio')]

/** What the element, its slide or the deck says, in this order. */
function wish(media: Element, name: 'autoplay' | 'autostop' | 'autopause'): boolean | undefined {
  const value = media.closest(`[data-media-${name}]`)?.getAttribute(`data-media-${name}`)
  return value == null ? undefined : /^(?:true)?$/i.test(value)
}

/**
 * Films and sound start when their slide is entered, or when they appear on it, and stop when it is left: those with `autoplay`, or with impress.js's
 * `data-media-autoplay`, which a slide or the deck may have for all of theirs. What the audience or the speaker has started stops too. With
 * `data-media-autopause` it goes on from there the next time; where that and `data-media-autostop` are false, it plays on. In a preview nothing plays. In
 * place of impress.js's own plugin, which leaves HTML's `autoplay` and what was started by hand alone, and throws where a browser refuses to play.
 */
export function playMedia(): void {
  // Or it would play at once, wherever it is.
  const hold = (part: ParentNode): void => {
    for (const media of mediaIn(part)) {
      if (!media.autoplay) continue
      media.autoplay = false
      media.dataset['mediaAutoplay'] ??= ''
      media.pause()
    }
  }
  hold(document)
  onChange(hold)
  if (isPreview()) return
  const started = new Set<HTMLMediaElement>()
  const start = (step: Element): void => {
    for (const media of mediaIn(step)) {
      if (!wish(media, 'autoplay')) continue
      if (!isSeen(media)) stop(media)
      else if (!started.has(media)) {
        started.add(media)
        // A browser may refuse sound before anybody has touched the page.
        void media.play().catch(() => {})
      }
    }
  }
  const stop = (media: HTMLMediaElement): void => {
    const [stops, pauses] = [wish(media, 'autostop'), wish(media, 'autopause')]
    started.delete(media)
    if (!stops && !pauses && (stops ?? pauses) === false) return
    media.pause()
    if (stops || (!pauses && wish(media, 'autoplay'))) media.currentTime = 0
  }
  onInit((api) => {
    const { gc } = api.lib
    gc.addEventListener(document, 'impress:stepenter', ({ target }: { target: Element }) => start(target))
    gc.addEventListener(document, 'impress:stepleave', ({ target }: { target: Element }) => {
      mediaIn(target).forEach(stop)
      mark()
    })
  })
  onAnyPressed((step) => {
    if (step.classList.contains('present')) start(step)
  })
  onChange((part) => {
    const step = activeStep()
    if (step && part.contains(step)) start(step)
  })
  for (const type of ['play', 'pause', 'ended']) document.addEventListener(type, mark, true)
}

const isSeen = (media: Element): boolean => {
  for (let substep = media.closest('.substep'); substep; substep = substep.parentElement?.closest('.substep') ?? null)
    if (!isShown(substep)) return false
  return true
}

/** impress.js's classes of the body, for style sheets: what films and sound of the slide do. */
function mark(): void {
  const all = mediaIn(activeStep() ?? document.createElement('p'))
  for (const kind of ['video', 'audio']) {
    const own = all.filter(({ localName, ended, currentTime, paused }) => localName === kind && !ended && (!paused || currentTime > 0))
    const isPlaying = own.some(({ paused }) => !paused)
    document.body.classList.toggle(`impress-media-${kind}-playing`, isPlaying)
    document.body.classList.toggle(`impress-media-${kind}-paused`, own.length > 0 && !isPlaying)
  }
}
