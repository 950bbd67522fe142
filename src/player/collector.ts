import type { Collector } from './impress.ts'

const collectors = new Map<string, Collector>()

/**
 * impress.js's `lib.gc` under the same names, in place of its src/lib/gc.js: what plugins add is noted, and `tear()` takes it away again with what impress.js itself
 * has put into the page. A step keeps its id: the compiler gives each one.
 */
export function collectorOf(rootId: string): Collector {
  const known = collectors.get(rootId)
  if (known) return known
  let undo: (() => void)[] = [() => resetPage(rootId)]
  const pushElement = (element: Element): void => void undo.unshift(() => element.remove())
  const pushEventListener = (target: EventTarget, type: string, listener: (event: never) => void): void =>
    void undo.unshift(() => target.removeEventListener(type, listener as EventListener))
  const collector: Collector = {
    pushElement,
    pushEventListener,
    appendChild(parent, child) {
      parent.append(child)
      pushElement(child)
    },
    addEventListener(target, type, listener) {
      target.addEventListener(type, listener as EventListener)
      pushEventListener(target, type, listener)
    },
    pushCallback: (callback) => void undo.unshift(() => callback(rootId)),
    teardown() {
      for (const act of undo) act()
      undo = []
      collectors.delete(rootId)
    },
  }
  collectors.set(rootId, collector)
  return collector
}

const state = ['future', 'past', 'present', 'active']
const styles = [
  'position',
  'top',
  'left',
  'transform',
  'transform-origin',
  'transform-style',
  'transition',
  'perspective',
  'height',
  'overflow',
]

function resetPage(rootId: string): void {
  const root = document.getElementById(rootId)
  const { body, documentElement } = document
  for (const name of [...body.classList]) if (/^impress-(?:on-|enabled$|disabled$|supported$)/.test(name)) body.classList.remove(name)
  const steps = root?.querySelectorAll<HTMLElement>('.step') ?? []
  for (const { classList } of steps) classList.remove(...state)
  for (const element of [documentElement, body, root, ...steps]) for (const name of styles) element?.style.removeProperty(name)
  // The canvas that impress.js has put around the steps.
  root?.firstElementChild?.replaceWith(...root.firstElementChild.childNodes)
}
