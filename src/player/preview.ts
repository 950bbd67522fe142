/**
 * Runs in a page that `deck watch` serves: makes it the new one when the deck was built again, in place or, where that can't be, by loading it (the
 * step stays, it is in the hash), and shows what is wrong with the source over the slide. Inside a shadow root, so that neither touches the other's styles.
 */

import { eventsPath, type PreviewEvent, versionAttribute } from '../page-contract/preview-event.ts'
import { changePage } from './change-page.ts'
import { isPreview } from './preview-frame.ts'

const style = `
  :host { all: initial }
  section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; box-sizing: border-box; padding: 12px 20px;
    background: rgba(24, 24, 30, .96); color: #f4f4f6; font: 14px/1.45 system-ui, sans-serif; border-top: 3px solid #e5484d }
  section:empty { display: none }
  article + article { border-top: 1px solid #3a3a44; margin-top: 10px; padding-top: 10px }
  small { color: #a9a9b5; font: 12px ui-monospace, monospace } .error small, .severe small { color: #ff9592 } .warning small { color: #ffca16 }
  p { margin: 4px 0 } pre { margin: 6px 0; padding: 8px; background: #101014; overflow: auto; font: 12.5px/1.4 ui-monospace, monospace }
  button { position: sticky; float: right; top: 0; background: none; border: 1px solid #666; border-radius: 4px; color: inherit; font: inherit; cursor: pointer }`

const host = document.createElement('div')
const root = host.attachShadow({ mode: 'open' })
const sheet = document.createElement('style')
sheet.textContent = style
const panel = document.createElement('section')
panel.setAttribute('role', 'status')
root.append(sheet, panel)
document.documentElement.append(host)

const show = (html: string): void => {
  // In the presenter console's previews it would hide the slide.
  if (isPreview()) return
  panel.innerHTML = html
  if (html === '') return
  const close = document.createElement('button')
  close.textContent = 'Hide'
  close.addEventListener('click', () => panel.replaceChildren())
  panel.prepend(close)
}

let shown = Number(document.currentScript?.getAttribute(versionAttribute))
const events = new EventSource(eventsPath)
const listen = <Type extends PreviewEvent['type']>(type: Type, act: (event: Extract<PreviewEvent, { type: Type }>) => void): void =>
  events.addEventListener(type, ({ data }: MessageEvent<string>) => act(JSON.parse(data)))
// Also told when the connection is made, anew or late: what changed meanwhile is not known.
listen('page', ({ version, changes }) => {
  if (version === shown) return
  if (version !== shown + 1 || !changes || !changePage(changes)) return (isPreview() ? parent : window).location.reload()
  shown = version
})
listen('problems', ({ html }) => show(html))
