import { previewCssAttribute } from '../page-contract/attributes.ts'
import { helpId } from '../page-contract/names.ts'
import { type PreviewMessage, type PreviewState, previewName } from '../page-contract/preview-state.ts'
import { onInit } from './impress.ts'
import { setPressed } from './presses.ts'

/** Whether the page runs as a preview in the presenter console. */
export const isPreview = (): boolean => window.name.startsWith(previewName) && window.parent !== window

/**
 * In a preview: shows the slide that the console asks for at once and as it is in the slides' window, and nothing moves by itself. The
 * author's sheets for previews (`:css-preview:`) come with the page. To be called before impress.js starts.
 */
export function followConsole(): void {
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
  let state: PreviewState | undefined
  const press = () => {
    const step = state && document.getElementById(state.step)
    if (state && step) setPressed(step, state.pressed)
  }
  onInit((api) => {
    window.addEventListener('message', ({ data, source }: MessageEvent<Partial<PreviewMessage> | null>) => {
      if (!data?.hoverdeck || (source !== window.parent && source !== window.parent.opener)) return
      state = data.hoverdeck
      const step = document.getElementById(state.step)
      if (step && !step.classList.contains('active')) api.goto(step, 0)
      press()
    })
    // Entering a slide starts it over.
    document.addEventListener('impress:stepenter', () => setTimeout(press, 0))
  })
}
