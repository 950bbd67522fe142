import { goTo } from './address.ts'
import { addressOf } from './hash.ts'
import { onInit } from './impress.ts'

/** Links within the deck lead to their slide, and one that names none nowhere: the browser would scroll the locked page. */
export function followLinks(): void {
  onInit((api) => {
    api.lib.gc.addEventListener(document, 'click', (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const address = addressOf(link.getAttribute('href') ?? '')
      if (address) goTo(api, address)
    })
  })
}
