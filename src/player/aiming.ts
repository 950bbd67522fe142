import { type Aim, aimAxes, type Box, readAim, scaleAimed } from '../page-contract/aim.ts'
import { drawingAttribute } from '../page-contract/attributes.ts'
import { allSteps, onChange, onInit } from './impress.ts'
import { placeOf } from './place.ts'

interface Aiming {
  readonly step: HTMLElement
  readonly aim: Aim
  /** The step that the drawing is on. */
  readonly holder: HTMLElement
}

/**
 * Places the steps that look at a part of a drawing where the part really is: a drawing stands where text and theme leave it on its own slide, which
 * a look does not change. Again whenever anything on that slide gets another size (fonts, pictures, a changed deck).
 */
export function placeAims(): void {
  onInit((api, root) => {
    const aiming = allSteps().flatMap(aimingStep)
    if (aiming.length === 0) return
    const holders = [...new Set(aiming.map(({ holder }) => holder))]
    let isMoving = false
    let isLate = false
    const place = (): void => {
      // What is measured would take the camera out of its way.
      isLate = isMoving
      if (isMoving) return
      const moved = placeAll(aiming, root)
      const active = moved.find(({ classList }) => classList.contains('active'))
      if (active) api.goto(active, 0)
    }
    const observer = new ResizeObserver(place)
    const observe = (): void => {
      observer.disconnect()
      for (const holder of holders) for (const element of [holder, ...holder.children, ...drawingsOf(holder)]) observer.observe(element)
    }
    observe()
    api.lib.gc.pushCallback(() => observer.disconnect())
    document.addEventListener('impress:stepleave', () => {
      isMoving = true
    })
    document.addEventListener('impress:steprefresh', () => {
      isMoving = false
      if (isLate) place()
    })
    onChange(() => {
      observe()
      place()
    })
  })
}

function aimingStep(step: HTMLElement): Aiming[] {
  const aim = readAim((name) => step.getAttribute(name))
  const holder = aim && document.getElementById(aim.holder)
  return aim && holder ? [{ step, aim, holder }] : []
}

/** Those of `svg::`, else those of `raw::`: the first of them is looked at (src/4-look/drawings/frame.ts). */
function drawingsOf(holder: HTMLElement): SVGSVGElement[] {
  const all = [...holder.querySelectorAll<SVGSVGElement>(`svg[${drawingAttribute}]`)]
  const placed = all.filter((svg) => svg.matches('.drawing > svg'))
  return placed.length > 0 ? placed : all
}

/** Which steps stand elsewhere now. */
function placeAll(aiming: readonly Aiming[], root: HTMLElement): HTMLElement[] {
  const holders = [...new Set(aiming.map(({ holder }) => holder))]
  const flat = [root, ...(root.firstElementChild instanceof HTMLElement ? [root.firstElementChild] : []), ...holders]
  const boxes = laidFlat(flat, () => aiming.map(({ aim: { part }, holder }) => boxOn(holder, part)))
  const moved: HTMLElement[] = []
  const done = new Set<Aiming>()
  const place = (one: Aiming): void => {
    if (done.has(one)) return
    done.add(one)
    // A step may look at a drawing on a step that looks at one itself.
    for (const other of aiming) if (other.step === one.holder) place(other)
    const box = boxes[aiming.indexOf(one)]
    if (box && standOn(one, box, root)) moved.push(one.step)
  }
  for (const one of aiming) place(one)
  return moved
}

/** A part of a drawing on its step: px from the step's middle. Undefined where the drawing is not shown. */
function boxOn(holder: HTMLElement, part: Box): Box | undefined {
  const matrix = drawingsOf(holder)[0]?.getScreenCTM()
  const step = holder.getBoundingClientRect()
  if (!matrix || step.width === 0) return undefined
  const corners = [part.x, part.x + part.width].flatMap((x) =>
    [part.y, part.y + part.height].map((y) => new DOMPoint(x, y).matrixTransform(matrix)),
  )
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return {
    x: left - step.left - step.width / 2,
    y: top - step.top - step.height / 2,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
  }
}

/** Whether the step stands elsewhere now. */
function standOn({ step, aim, holder }: Aiming, box: Box, { dataset }: HTMLElement): boolean {
  const factor = scaleAimed(box, { width: Number(dataset['width']), height: Number(dataset['height']) })
  if (!(factor > 0)) return false
  const { x, y, z } = placeOf(holder).transformPoint(new DOMPoint(box.x + box.width / 2, box.y + box.height / 2))
  const there = { x, y, z, scale: factor * (Number(holder.dataset['scale']) || 1) }
  let isMoved = false
  for (const axis of aimAxes) {
    const by = aim.by[axis]
    if (by === undefined) continue
    const value = there[axis] + by
    // Less cannot be seen, and would be measured otherwise each time.
    if (Math.abs(value - Number(step.dataset[axis])) <= 1e-4 * there.scale) continue
    step.dataset[axis] = value.toFixed(6)
    isMoved = true
  }
  return isMoved
}

/** Has elements lie flat in the window while `measure` does, at their own size; nothing of it is seen. */
function laidFlat<Result>(elements: readonly HTMLElement[], measure: () => Result): Result {
  const styles = elements.map(({ style }) => style.cssText)
  const restyle = (added: string): void => {
    for (const [index, { style }] of elements.entries()) style.cssText = `${styles[index]};${added}`
  }
  restyle('transform:none!important;perspective:none!important;transition:none!important')
  const result = measure()
  // Or it would set out from where it was measured.
  restyle('transition:none!important')
  for (const element of elements) void getComputedStyle(element).transform
  restyle('')
  return result
}
