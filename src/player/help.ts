import { helpId } from '../page-contract/names.ts'
import { type Api, onInit } from './impress.ts'
import { keyOf, labelOf, rowOf, type SlideAction, slideKeys } from './key-table.ts'
import { make, openPanel } from './panels.ts'

interface Line {
  /** HTML, as that of the text. */
  readonly command: string
  readonly text: string
  readonly row: number
}

/** How long the hint is shown at the start, ms. */
const shownFor = 4000

/**
 * The keys of the slides (key-table.ts), which do what they say there too, each a button, and the lines that an author's script adds as impress.js's plugins
 * do: `impress:help:add` with HTML, ordered by `row`. At the start a hint says how to get there, where the page has its element (Hovercraft leaves it
 * out for skip-help); it goes with the first move, and does not come again when the page is loaded again.
 */
export function help(act: (action: SlideAction, api: Api) => void): (api: Api) => void {
  const added = new Map<string, Line>()
  document.addEventListener('impress:help:add', (event) => {
    const line = (event as CustomEvent<Line>).detail
    added.set(line.command, line)
  })
  const open = (api: Api): void => {
    const panel = openPanel('help', 'Keys')
    if (!panel) return
    const choose = (action: SlideAction): void => {
      panel.close()
      if (action !== 'help') act(action, api)
    }
    const rows = slideKeys.map((row, index) => {
      const keys = labelOf(row)
        .split(', ')
        .map((key) => make('kbd', {}, key))
      return { row: index + 1, item: make('button', { onclick: () => choose(row.action) }, make('span', {}, ...keys), row.help) }
    })
    const further = [...added.values()].map(({ command, text, row }) => {
      return { row, item: make('div', { innerHTML: `<span><kbd>${command}</kbd></span>${text}` }) }
    })
    panel.append(...[...rows, ...further].sort((a, b) => a.row - b.row).map(({ item }) => item))
    panel.addEventListener('keydown', (event) => {
      const row = rowOf(slideKeys, keyOf(event))
      if (!row || (event.key === ' ' && event.target !== panel)) return
      event.preventDefault()
      choose(row.action)
    })
  }
  onInit((api) => {
    const hint = document.getElementById(helpId)
    if (!hint) return
    const hide = () => {
      hint.style.display = 'none'
    }
    const [entry] = performance.getEntriesByType('navigation')
    if (entry && 'type' in entry && entry.type === 'reload') return
    hint.innerHTML = matchMedia('(pointer: coarse)').matches ? 'All that can be done here' : '<kbd>H</kbd> shows all keys'
    hint.style.display = 'block'
    hint.addEventListener('click', () => open(api))
    const timer = setTimeout(hide, shownFor)
    for (const type of ['impress:stepleave', 'impress:substep:enter', 'keydown', 'click']) api.lib.gc.addEventListener(document, type, hide)
    api.lib.gc.pushCallback(() => clearTimeout(timer))
  })
  return open
}
