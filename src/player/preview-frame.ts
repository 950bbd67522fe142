import { previewCssAttribute } from '../page-contract/attributes.ts'
import { previewName, type SlideState } from '../page-contract/console-messages.ts'
import { helpId } from '../page-contract/names.ts'
import { type Api, allSteps } from './impress.ts'
import { allPresses, setPressed } from './presses.ts'

/** Whether the page runs as a preview in the presenter console. */
export const isPreview = (): boolean => window.name.startsWith(previewName) && window.parent !== window

/**
 * In a preview nothing moves by itself, and the author's sheets for previews (`:css-preview:`) come with the page. To be called before impress.js starts.
 */
export function preparePreview(): void {
  if (!isPreview()) return
  const root = document.getElementById('impress')
  const style = Object.assign(document.createElement('style'), { textContent: root?.getAttribute(previewCssAttribute) ?? '' })
  document.head.append(style)
  document.body.classList.add('impress-console')
  document.getElementById(helpId)?.remove()
  for (const element of document.querySelectorAll<HTMLElement>('#impress, #impress .step, [data-media-autoplay]')) {
    delete element.dataset['autoplay']
    delete element.dataset['mediaAutoplay']
    element.dataset['transitionDuration'] = '0'
  }
}

/** impress.js arrives with the next timers; where something keeps it, the preview does not wait for it (ms). */
const longestMove = 500

/** Shows a slide at once as it is after so many presses, and those before it as one left them. Resolves when it is there. */
export async function showState(api: Api, { step, pressed }: SlideState): Promise<void> {
  const target = document.getElementById(step)
  if (!target?.matches('.step')) return
  if (!target.classList.contains('present')) {
    const steps = allSteps()
    for (const [index, other] of steps.entries()) setPressed(other, index < steps.indexOf(target) ? allPresses : 0)
    await new Promise<void>((done) => {
      const arrived = (): void => {
        document.removeEventListener('impress:steprefresh', arrived)
        // Entering a slide starts it over.
        setTimeout(done, 0)
      }
      document.addEventListener('impress:steprefresh', arrived)
      setTimeout(arrived, longestMove)
      api.goto(target, 0)
    })
  }
  setPressed(target, pressed)
}
