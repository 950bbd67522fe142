import { onInit, substepsOf } from './impress.ts'

/** The name of the iframes in which the presenter console shows the page itself. */
export const previewName = 'hoverdeck preview'

/** A slide and which of its substeps are shown, by their place among them. */
export interface PreviewState {
  readonly step: string
  readonly visible: readonly number[]
}

/** Whether the page runs as a preview in the presenter console. */
export const isPreview = (): boolean => window.name.startsWith(previewName) && window.parent !== window

/**
 * In a preview: shows the slide that the console asks for at once and as it is in the slides' window, and nothing moves by itself. The
 * author's sheets for previews (`:css-preview:`) come with the page. To be called before impress.js starts.
 */
export function followConsole(): void {
  if (!isPreview()) return
  const root = document.getElementById('impress')
  const style = Object.assign(document.createElement('style'), { textContent: root?.dataset['consoleCssIframe'] ?? '' })
  document.head.append(style)
  document.body.classList.add('impress-console')
  document.getElementById('impress-help')?.remove()
  for (const element of document.querySelectorAll<HTMLElement>('#impress, #impress .step, [data-media-autoplay]')) {
    delete element.dataset['autoplay']
    delete element.dataset['mediaAutoplay']
    element.dataset['transitionDuration'] = '0'
  }
  let state: PreviewState | undefined
  const setSubsteps = () => {
    const step = state && document.getElementById(state.step)
    for (const [index, substep] of (step ? substepsOf(step) : []).entries())
      substep.classList.toggle('substep-visible', state?.visible.includes(index) ?? false)
  }
  onInit((api) => {
    window.addEventListener('message', ({ data, source }: MessageEvent<{ hoverdeck?: PreviewState } | null>) => {
      if (!data?.hoverdeck || (source !== window.parent && source !== window.parent.opener)) return
      state = data.hoverdeck
      const step = document.getElementById(state.step)
      if (step && !step.classList.contains('active')) api.goto(step, 0)
      setSubsteps()
    })
    // Entering a slide hides its substeps.
    document.addEventListener('impress:stepenter', () => setTimeout(setSubsteps, 0))
  })
}
