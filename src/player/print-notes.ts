import { notesClass } from '../page-contract/names.ts'
import { onInit } from './impress.ts'
import { placeAmong } from './slide-names.ts'

/** Height of a page as a share of its width, as of A4. */
const upright = Math.SQRT2

/**
 * With `?print=notes` a page of paper has a slide and below it what is said to it: for whom speaks without a second screen, and for whom was not there.
 * The notes stand beside the slides, for slides cut off what reaches out of them.
 */
export function printNotes(): void {
  if (new URLSearchParams(location.search).get('print') !== 'notes') return
  onInit((_, root) => {
    const [width, height] = [Number(root.dataset['width']), Number(root.dataset['height'])]
    const page = Math.round(width * upright)
    const rest = page - height
    const style = document.createElement('style')
    style.textContent = `.print-notes { display: none }
@page { size: ${width}px ${page}px }
@media print {
  .impress-enabled #impress > div { grid-auto-rows: ${height - 1}px minmax(${rest}px, auto) !important }
  .impress-enabled #impress .step { break-after: avoid }
  .print-notes { align-self: stretch; background: #fff; box-sizing: border-box; break-after: page; color: #000; display: block; font: 26px/1.45 system-ui, sans-serif; padding: 20px 60px; width: ${width}px }
  .print-notes:last-child { break-after: auto }
  .impress-enabled #impress .step:has(+ .print-notes:last-child) { break-after: avoid }
}`
    document.head.append(style)
    for (const step of root.querySelectorAll<HTMLElement>('.step:has(> :not(.notes))')) {
      const notes = document.createElement('div')
      notes.className = 'print-notes'
      const place = Object.assign(document.createElement('small'), { lang: 'en', textContent: placeAmong(step) })
      const said = [...step.querySelectorAll(`.${notesClass}`)].flatMap((part) => [...(part.cloneNode(true) as Element).childNodes])
      notes.append(place, ...said)
      for (const element of notes.querySelectorAll('[id]')) element.removeAttribute('id')
      step.after(notes)
    }
  })
}
