import { type Api, isReading, isTyping, isWorked, onInit } from './impress.ts'
import { keyOf, rowOf, type SlideAction, slideKeys } from './key-table.ts'

export type Act = (api: Api, event?: KeyboardEvent) => unknown

/**
 * The one listener to the keys of the slides' window (key-table.ts). Tab stays with links and forms, and a key with what it is pressed on: a field, a
 * button, a film, long code that scrolls.
 */
export function listenToKeys(actions: Readonly<Record<SlideAction, Act>>): void {
  onInit((api) => {
    api.lib.gc.addEventListener(document, 'keydown', (event: KeyboardEvent) => {
      // Within an element of the author's that has its own document tree, that which is meant.
      const target = event.composedPath()[0] ?? event.target
      // An article is scrolled.
      if (
        isReading() ||
        event.defaultPrevented ||
        event.isComposing ||
        isTyping(target) ||
        (event.key === ' ' && isWorked(target)) ||
        scrolls(event.key, target)
      )
        return
      const key = keyOf(event)
      const row = rowOf(slideKeys, key)
      // Some remotes send F5 to begin: loading the page again would end full screen.
      if (key === 'F5' && document.fullscreenElement) event.preventDefault()
      if (!row) return
      event.preventDefault()
      actions[row.action](api, event)
    })
  })
}

/** Up and down scroll what has the focus, such as long code, as far as it goes. */
function scrolls(key: string, target: EventTarget | null): boolean {
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
