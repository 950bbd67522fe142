import { type Api, isInteractive, isReading, isTyping, onInit } from './impress.ts'
import { keyOf, rowOf, type SlideAction, slideKeys } from './key-table.ts'

export type Act = (api: Api, event?: KeyboardEvent) => unknown

/**
 * The one listener to the keys of the slides' window (key-table.ts). Tab stays with links and forms, and a key with what it is pressed on: a field, a
 * button, a film, long code that scrolls.
 */
export function listenToKeys(actions: Readonly<Record<SlideAction, Act>>): void {
  onInit((api) => {
    api.lib.gc.addEventListener(document, 'keydown', (event: KeyboardEvent) => {
      // An article is scrolled.
      if (isReading() || event.defaultPrevented || isTyping(event.target) || isOfElement(event)) return
      const row = rowOf(slideKeys, keyOf(event))
      if (!row) return
      event.preventDefault()
      actions[row.action](api, event)
    })
  })
}

const isOfElement = (event: KeyboardEvent): boolean => (event.key === ' ' && isInteractive(event.target)) || scrolls(event)

/** Up and down scroll what has the focus, such as long code, as far as it goes. */
function scrolls({ key, target }: KeyboardEvent): boolean {
  const way = /^(Arrow|Page)(Up|Down)$/.exec(key)?.[2]
  if (!way || !(target instanceof Element) || target === document.body) return false
  const { scrollTop, scrollHeight, clientHeight } = target
  const rest = way === 'Up' ? scrollTop : scrollHeight - clientHeight - scrollTop
  return rest >= 1 && /auto|scroll/.test(getComputedStyle(target).overflowY)
}

export function fullscreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => {})
}
