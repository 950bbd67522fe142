import { helpId } from '../page-contract/names.ts'
import { onInit } from './impress.ts'
import { labelOf, slideKeys } from './key-table.ts'

interface Line {
  readonly command: string
  readonly text: string
  readonly row: number
}

/** How long the help shows itself at the start, ms (impress.js's own time). */
const shownFor = 7000

/**
 * The keys of the slides (key-table.ts), and the lines that an author's script adds as impress.js's plugins do: `impress:help:add` with HTML, ordered by
 * `row`. Shows itself at the start, as impress.js's plugin does, where the page has its element (Hovercraft leaves it out for skip-help); goes with the
 * first move.
 */
export function help(): { toggle(): void } {
  const found = new Map<string, Line>(
    slideKeys.map((key, index) => [labelOf(key), { command: labelOf(key), text: key.help, row: index + 1 }]),
  )
  document.addEventListener('impress:help:add', (event) => {
    const line = (event as CustomEvent<Line>).detail
    found.set(line.command, line)
  })
  let timer = 0
  const box = () => document.getElementById(helpId)
  const hide = () => {
    clearTimeout(timer)
    const element = box()
    if (element) element.style.display = 'none'
  }
  const show = () => {
    const element = box() ?? document.body.appendChild(Object.assign(document.createElement('div'), { id: helpId }))
    const rows = [...found.values()].sort((a, b) => a.row - b.row)
    element.innerHTML = `<table>${rows.map(({ command, text }) => `<tr><td><strong>${command}</strong></td><td>${text}</td></tr>`).join('')}</table>`
    element.style.display = 'block'
  }
  onInit((api) => {
    if (box()) {
      show()
      timer = window.setTimeout(hide, shownFor)
    }
    api.lib.gc.addEventListener(document, 'impress:stepleave', hide)
    api.lib.gc.pushCallback(hide)
  })
  return { toggle: () => (box()?.style.display === 'block' ? hide() : show()) }
}
