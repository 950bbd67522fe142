import { activeStep, allSteps } from './impress.ts'

/** What a slide that is not seen has in the copy: its place among the others, and nothing in it. */
const unseen = new WeakSet<Node>()

/**
 * Makes the page in a frame a picture of this one as it is now: no script runs in it and no film plays. It is changed where this page has changed, so that nothing
 * flickers, and holds no more of the slides than is seen.
 */
export function mirror(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument
  if (!page) return
  if (page.compatMode !== document.compatMode) {
    page.open()
    page.write('<!DOCTYPE html>')
    page.close()
  }
  const active = activeStep()
  const steps = new Set<Node>(allSteps())
  const seen = new Set<Node>([...steps].filter((step) => step === active || isInWindow(step as HTMLElement)))
  const root = document.getElementById('impress')
  // At rest the slides may stand otherwise than their styles say (rest.ts).
  const isLaid = (root?.getAnimations?.().length ?? 0) > 0
  const laid = new Set<Node | null | undefined>(isLaid ? [root, root?.firstElementChild, ...seen] : [])

  const match = (from: Element, to: Element): void => {
    const isHidden = steps.has(from) && !seen.has(from)
    if (isHidden && unseen.has(to)) return
    matchAttributes(from, to)
    if (laid.has(from)) layAs(from, (to as HTMLElement).style)
    if (isHidden) {
      unseen.add(to)
      ;(to as HTMLElement).style.visibility = 'hidden'
      to.textContent = ''
      return
    }
    unseen.delete(to)
    if (from.shadowRoot) {
      const shadow = to.shadowRoot ?? to.attachShadow({ mode: 'open' })
      if (shadow.innerHTML !== from.shadowRoot.innerHTML) shadow.innerHTML = from.shadowRoot.innerHTML
    }
    const before = [...to.childNodes]
    for (const [index, child] of [...from.childNodes].entries()) {
      const there = before[index]
      // A script would run.
      const made = child.nodeName === 'SCRIPT' ? page.createComment('') : child
      const other = there?.nodeName === made.nodeName ? there : page.importNode(made, false)
      if (made === child && child.nodeType === Node.ELEMENT_NODE) match(child as Element, other as Element)
      else if (other.nodeValue !== made.nodeValue) other.nodeValue = made.nodeValue
      if (other === there) continue
      if (there) there.replaceWith(other as ChildNode)
      else to.append(other)
    }
    for (const rest of before.slice(from.childNodes.length)) rest.remove()
    if (from instanceof HTMLCanvasElement && from.width > 0 && from.height > 0)
      (to as HTMLCanvasElement).getContext('2d')?.drawImage(from, 0, 0)
  }
  match(document.documentElement, page.documentElement)
}

function matchAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name) || name === 'autoplay') to.removeAttribute(name)
  for (const { name, namespaceURI, value } of from.attributes)
    if (name !== 'autoplay' && to.getAttribute(name) !== value) to.setAttributeNS(namespaceURI, name, value)
}

function isInWindow(step: HTMLElement): boolean {
  const { left, right, top, bottom } = step.getBoundingClientRect()
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight || right - left === 0) return false
  const { opacity, visibility } = getComputedStyle(step)
  return opacity !== '0' && visibility !== 'hidden'
}

function layAs(from: Node, style: CSSStyleDeclaration): void {
  const shown = getComputedStyle(from as Element)
  for (const name of ['transform', 'perspective', 'perspectiveOrigin', 'transformStyle', 'zIndex'] as const)
    if (style[name] !== shown[name]) style[name] = shown[name]
}
