import { colours, takeBack, takeColour } from './ink.ts'
import { make, panels } from './panels.ts'

let bar: HTMLElement | undefined

/** The pen's colours, and what takes its lines back, at the bottom of the window. */
export function penTools(shown: boolean, away: () => void): void {
  bar?.remove()
  bar = undefined
  if (!shown) return
  const pens = colours.map(([name, colour], index) =>
    make('button', {
      className: 'colour',
      'aria-label': name,
      title: name,
      'aria-pressed': String(index === 0),
      style: `color: ${colour}`,
      onclick: () => choose(index),
    }),
  )
  const choose = (index: number): void => {
    takeColour(colours[index]?.[1] ?? colours[0][1])
    for (const [place, pen] of pens.entries()) pen.setAttribute('aria-pressed', String(place === index))
  }
  choose(0)
  const acts = [
    make('button', { onclick: () => takeBack(false) }, 'Undo'),
    make('button', { onclick: () => takeBack(true) }, 'Clear'),
    make('button', { onclick: away }, 'Done'),
  ]
  bar = make('div', { className: 'tools', role: 'toolbar', 'aria-label': 'Drawing' }, ...pens, ...acts)
  panels().append(bar)
}
