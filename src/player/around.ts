import { onDrawingClass, slideNumberId } from '../page-contract/names.ts'
import { activeStep, onChange, onInit, onShow } from './impress.ts'
import { windowScale } from './view.ts'

/**
 * Header, footer and slide number stand before the stage: on a slide that fills the window they lie on it. There they get the colour of its text as
 * `--on-slide`, which a theme may use. Known before the camera arrives: the slide will stand upright in the window's middle, whatever its own scale.
 */
export function colourAround(): void {
  onInit((api, root) => {
    const colour = (step: HTMLElement) => {
      const scale = windowScale(root)
      const hasGround = isPainted(step)
      for (const part of document.querySelectorAll<HTMLElement>(`.header, .footer, #${slideNumberId}`)) {
        if (root.contains(part)) continue
        if (hasGround && touches(part, step.offsetWidth * scale, step.offsetHeight * scale))
          part.style.setProperty('--on-slide', getComputedStyle(step).color)
        else part.style.removeProperty('--on-slide')
      }
    }
    onShow(colour)
    const colourActive = () => {
      const step = activeStep()
      if (step) colour(step)
    }
    api.lib.gc.addEventListener(window, 'resize', colourActive)
    onChange(colourActive)
  })
}

/** What stands on a drawing has the drawing for its ground. */
function isPainted(step: HTMLElement): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(step)
  return (
    backgroundImage !== 'none' || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) || step.classList.contains(onDrawingClass)
  )
}

/** Whether an element lies on a slide of this size, px of the window. */
function touches(part: HTMLElement, width: number, height: number): boolean {
  const { left, top, right, bottom } = part.getBoundingClientRect()
  const across = Math.min(right, (innerWidth + width) / 2) - Math.max(left, (innerWidth - width) / 2)
  const down = Math.min(bottom, (innerHeight + height) / 2) - Math.max(top, (innerHeight - height) / 2)
  // The edge of a margin does not count.
  return across > 0 && down > (bottom - top) / 2
}
