import { activeStep, allSteps, onInit } from './impress.ts'
import { placeOf } from './place.ts'

/**
 * At rest the slide that is shown stands exactly flat. impress.js turns the stage back by what the slide is turned by, which leaves
 * dust in the last digits, and has all slides in one room, where the planes of those around cut it; software compositors paint such pieces with holes.
 * So at rest the stage is not turned at all, and each slide stands by itself where one sees it from there: the same picture, without a room. Those
 * nearer to the camera lie over those that are further away.
 *
 * What impress.js has written stays in the elements. Animations that are at their end lie over it: to begin and to end one starts no transition,
 * changes no attribute, and so costs little style.
 */
export function standFlat(): void {
  onInit((api, root) => {
    const canvas = root.firstElementChild
    if (!(canvas instanceof HTMLElement)) return
    let laid: readonly Animation[] = []
    const leave = (): void => {
      for (const animation of laid) animation.cancel()
      laid = []
    }
    api.lib.gc.addEventListener(document, 'impress:steprefresh', () => {
      leave()
      const active = activeStep()
      if (active && isTurned(canvas)) laid = lay(root, canvas, active)
    })
    api.lib.gc.pushCallback(leave)
    // The last of these plugins runs once a move is certain, and before anything of it has been written.
    window.impress.addPreStepLeavePlugin(() => {
      leave()
      return undefined
    }, 99)
  })
}

/** Where nothing is turned, all slides stand flat and in parallel as they are. What else a script has put on the canvas stands by impress.js alone. */
const isTurned = (canvas: Element): boolean =>
  allSteps().some(({ dataset }) => turns.some((name) => (Number(dataset[name] ?? 0) || 0) % 360 !== 0)) &&
  [...canvas.children].every((child) => child.matches('.step') || child.getClientRects().length === 0)

const turns = ['rotate', 'rotateX', 'rotateY', 'rotateZ']

interface Standing {
  readonly step: HTMLElement
  readonly transform: string
  /** px towards the camera. */
  readonly depth: number
}

function lay(root: HTMLElement, canvas: HTMLElement, active: HTMLElement): Animation[] {
  const scale = Number(active.dataset['scale'] ?? 1)
  // impress.js takes the scale of the slide out of the root's.
  const camera = placeOf(active)
    .scale(1 / scale)
    .inverse()
  const steps = allSteps().filter(({ parentElement }) => parentElement === canvas)
  const standing = steps.map((step): Standing => {
    // Where a margin puts it before it is moved.
    const { offsetLeft: left, offsetTop: top } = step
    if (step === active && left === 0 && top === 0) return { step, transform: `scale(${scale})`, depth: 0 }
    const place = camera.translate(left, top).multiply(placeOf(step))
    return { step, transform: `translate(${-left}px, ${-top}px) ${place}`, depth: Math.round(place.m43 * 100) / 100 }
  })
  const depths = [...new Set([0, ...standing.map(({ depth }) => depth)])].sort((a, b) => a - b)
  const { perspective } = root.style
  return [
    hold(root, { perspective: 'none', transformStyle: 'flat' }),
    hold(canvas, { perspective, perspectiveOrigin: '0 0', transform: 'none', transformStyle: 'flat' }),
    ...standing.map(({ step, transform, depth }) =>
      hold(step, { transform: `translate(-50%, -50%) ${transform}`, zIndex: `${depths.indexOf(depth) - depths.indexOf(0)}` }),
    ),
  ]
}

function hold(element: HTMLElement, style: Keyframe): Animation {
  const animation = element.animate([style, style], { duration: 0, fill: 'both' })
  animation.finish()
  return animation
}
