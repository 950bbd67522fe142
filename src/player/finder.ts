import { make, openPanel } from './panels.ts'

/** A line of the list: what it says, and what happens when it is chosen. */
export interface Found {
  readonly number: string
  readonly title: Node | string
  /** Below the title. */
  readonly detail?: Node | string
  go(): void
}

interface Finding {
  readonly className: string
  /** The name of the panel and its field. */
  readonly label: string
  readonly query?: string
  /** What the list shows for what has been typed, and which of it is chosen at first, from 0. */
  find(query: string): { readonly found: readonly Found[]; readonly at?: number }
  /** What is said where nothing is found. */
  readonly none: string
}

/** The most lines of a list; whoever seeks one further down types more. */
const most = 1000

/**
 * A field and below it a list of what it finds (ARIA's combobox): typing finds, the arrows choose, Enter or a click goes, Escape gives up.
 */
export function openFinder({ className, label, query = '', find, none }: Finding): void {
  const panel = openPanel(`finder ${className}`, label)
  if (!panel) return
  const list = make('ol', { id: 'found', role: 'listbox', 'aria-label': label })
  const status = make('p', { role: 'status' })
  const input = make('input', {
    role: 'combobox',
    placeholder: label,
    'aria-label': label,
    'aria-controls': 'found',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'go',
    value: query,
  })
  let found: readonly Found[] = []
  let chosen = 0
  const choose = (index: number): void => {
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = Math.max(0, Math.min(index, found.length - 1))
    const option = list.children[chosen]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option?.id ?? '')
  }
  const go = (index: number): void => {
    const wanted = found[index]
    if (!wanted) return
    panel.close()
    wanted.go()
  }
  const update = (): void => {
    const { found: all, at = 0 } = find(input.value.trim())
    found = all.slice(0, most)
    list.replaceChildren(
      ...found.map(({ number, title, detail }, index) =>
        make(
          'li',
          { id: `found-${index}`, role: 'option', 'aria-selected': 'false', onclick: () => go(index) },
          make('b', {}, number),
          ' ',
          make('span', { dir: 'auto' }, title, ...(detail ? [' ', make('small', { dir: 'auto' }, detail)] : [])),
        ),
      ),
    )
    status.textContent = all.length > 0 || input.value === '' ? '' : none
    choose(at)
  }
  input.addEventListener('input', update)
  panel.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor((list.clientHeight * found.length) / list.scrollHeight) - 1)
    const way = /^(Arrow|Page)(Down|Up)$/.exec(event.key)
    if (event.key === 'Enter' && !event.isComposing) go(chosen)
    else if (way) choose(chosen + (way[1] === 'Page' ? page : 1) * (way[2] === 'Up' ? -1 : 1))
    else return
    event.preventDefault()
  })
  panel.append(input, list, status)
  update()
  input.select()
}
