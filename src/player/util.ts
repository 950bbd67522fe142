import { stepOfHash } from './hash.ts'

const queryAll = (selector: string, context: ParentNode = document): Element[] => [...context.querySelectorAll(selector)]

/**
 * impress.js's `lib.util` under the same names, for its plugins and for authors' scripts. Its `getElementFromHash` fails on a
 * percent-encoded id and returns elements that are no steps; this one does not.
 */
export const util = {
  $: (selector: string, context: ParentNode = document): Element | null => context.querySelector(selector),
  $$: queryAll,
  arrayify: <Item>(list: ArrayLike<Item>): Item[] => [...Array.from(list)],
  byId: (id: string): HTMLElement | null => document.getElementById(id),
  getElementFromHash: (): HTMLElement | null => stepOfHash(location.hash),
  getUrlParamValue: (name: string): string | undefined => new URLSearchParams(location.search).get(name) || undefined,
  throttle: (callback: (...args: unknown[]) => void, delay: number): ((...args: unknown[]) => void) => {
    let timer = 0
    return (...args) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => callback(...args), delay)
    }
  },
  toNumber: (value: unknown, fallback = 0): number => (Number.isNaN(Number(value ?? Number.NaN)) ? fallback : Number(value)),
  triggerEvent: (target: EventTarget, name: string, detail?: unknown): void => {
    target.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true, detail }))
  },
}
