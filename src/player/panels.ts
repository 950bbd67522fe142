import { panelsName } from '../page-contract/names.ts'

let root: ShadowRoot | undefined

/** What a template of the page holds; nothing where it is not there. */
export function templateText(id: string): string {
  const template = document.getElementById(id)
  return (template instanceof HTMLTemplateElement && template.content.textContent) || ''
}

/** Of a key, a click or a touch on a panel the stage hears nothing: no slide moves by it. */
const kept = 'click dblclick keydown keyup keypress mousedown mouseup pointerdown pointerup touchstart touchmove touchend wheel'

/**
 * Where all that lies over the stage stands: beside the body and in a shadow root, so that neither the author's styles nor the page's touch it. It is
 * made when first asked for.
 */
export function panels(): ShadowRoot {
  if (root) return root
  const host = document.createElement(panelsName)
  // Its words are English.
  host.lang = 'en'
  host.dir = 'ltr'
  root = host.attachShadow({ mode: 'open' })
  root.append(make('style', { textContent: templateText(panelsName) }))
  for (const type of kept.split(' ')) host.addEventListener(type, (event) => event.stopPropagation())
  document.documentElement.append(host)
  return root
}

/** An element with these properties, and with attributes of those that are none, as `aria-label`. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, unknown>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) Object.assign(element, { [key]: value })
    else element.setAttribute(key, String(value))
  }
  element.append(...children)
  return element
}

let open: HTMLDialogElement | undefined

/**
 * A panel that is worked with until it is closed: by Escape, by a click beside it, or by what closes it. Only one is open; asked for again, the open
 * one closes, and there is no new one. What had the focus gets it back.
 */
export function openPanel(className: string, label: string, onClose?: () => void): HTMLDialogElement | undefined {
  const before = open
  // Escape closes it before it says so.
  const wasOpen = before?.open
  before?.close()
  if (wasOpen && before?.className === className) return undefined
  const panel = make('dialog', { className, 'aria-label': label })
  open = panel
  panel.addEventListener('click', ({ target }) => target === panel && panel.close())
  panel.addEventListener('close', () => {
    if (open === panel) open = undefined
    panel.remove()
    onClose?.()
  })
  panels().append(panel)
  panel.showModal()
  return panel
}
