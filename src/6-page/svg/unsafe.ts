import type { SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { harmlessLink, isHarmlessLink, isInside, isPicture, isScript, relOf, short } from '../../formats/addresses.ts'
import { cleanCss } from '../safe/css.ts'

/** Elements of SVG 2 (and SVG 1.1's that browsers still paint) that neither run nor load anything by themselves. */
const safeElements = new Set(
  'svg g defs symbol use switch a title desc path rect circle ellipse line polyline polygon text tspan textPath image style linearGradient radialGradient stop pattern clipPath mask marker view filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateMotion animateTransform set mpath'.split(
    ' ',
  ),
)

/** Attributes of SVG 2, SVG Animations and Filter Effects that only draw. */
const safeNames = new Set(
  'id class style lang role tabindex href target transform viewBox preserveAspectRatio version baseProfile x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points pathLength dx dy rotate textLength lengthAdjust startOffset method spacing side path offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result type values mode operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent kernelUnitLength scale xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent begin end dur min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints from to by attributeName attributeType additive accumulate origin requiredExtensions systemLanguage media title enable-background alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering cursor direction display dominant-baseline fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-overflow text-rendering transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode'.split(
    ' ',
  ),
)
const safeFamilies = /^(?:aria-[a-z]+|data-[\w.-]+|xlink:(?:href|title)|xml:(?:space|lang)|inkscape:(?:label|groupmode)|serif:id)$/
const spellings = new Map([...safeElements, ...safeNames].map((name) => [name.toLowerCase(), name]))
/** A name of SVG as it is spelt, from HTML, where its case does not count. */
export const svgSpelling = (name: string): string => spellings.get(name.toLowerCase()) ?? name
const isSafeName = (name: string): boolean => safeNames.has(name) || safeFamilies.test(name)

const references = new Set(['href', 'xlink:href'])

/** Only text counts in them; HTML's parser would read elements in the first two as HTML. */
const textual = new Set(['title', 'desc', 'style'])

/**
 * Finds what runs a script or reaches out of the drawing, and under `safe` takes it out, along with every element and attribute that is not
 * on the list of harmless ones. Returns what was found, in words, each once.
 */
export function findUnsafe(root: SvgElement, safe: boolean): string[] {
  const found = new Set<string>()
  visit(root, safe, found)
  return [...found]
}

function visit(node: SvgElement, safe: boolean, found: Set<string>): void {
  visitAttributes(node, safe, found)
  node.children = node.children.filter((child) => {
    if (child.type === 'text') return true
    const what = unsafeElement(child, node)
    if (what !== undefined) found.add(what)
    const isListed = child.space === 'svg' && safeElements.has(child.name) && !textual.has(node.name) && !animatesWindow(child)
    if (safe && !isListed && what === undefined) found.add(`an element of no use in a drawing (<${short(child.name)}>)`)
    const kept = !safe || (isListed && what === undefined)
    if (kept) visit(child, safe, found)
    return kept
  })
  if (node.name === 'style') visitStyle(node, safe, found)
}

function unsafeElement(node: SvgElement, parent: SvgElement): string | undefined {
  // In the page HTML's parser reads names in any case.
  const name = node.name.toLowerCase()
  if (name === 'script') return 'a script'
  // Illustrator keeps its own data in one that asks for an extension no browser has: it is never shown.
  if (name === 'foreignobject') return node.attributes.get('requiredExtensions') ? undefined : 'HTML in foreignObject'
  const target = (node.attributes.get('attributeName') ?? '').trim()
  // An animation can put a script's address into a link, a file's into a picture, or a handler on an element.
  if (/^(?:animate|set)/.test(name) && (/^on/i.test(target) || (/href$/i.test(target) && leadsOut(node, parent))))
    return `an animation of ${short(target)}`
  return undefined
}

/** A link's `target` decides what its `rel` must be. */
const animatesWindow = ({ attributes }: SvgElement): boolean => /^\s*(?:target|rel)\s*$/i.test(attributes.get('attributeName') ?? '')

function leadsOut(node: SvgElement, parent: SvgElement): boolean {
  const isOfLink = parent.name === 'a' && ![...references].some((name) => node.attributes.has(name))
  const isFine = (value: string): boolean => isInside(value) || (isOfLink && harmlessLink(value) === value)
  return ['to', 'from', 'by', 'values'].some((name) => !(node.attributes.get(name) ?? '').split(';').every(isFine))
}

function visitAttributes(node: SvgElement, safe: boolean, found: Set<string>): void {
  const rel = safe && node.name === 'a' ? relOf(node.attributes.get('rel') ?? '', node.attributes.get('target') ?? '') : ''
  for (const [name, value] of [...node.attributes]) {
    const what = unsafeAttribute(node, name.toLowerCase(), value)
    if (what !== undefined) found.add(what)
    if (!safe || (what === undefined && isSafeName(name) && name !== 'style')) continue
    if (name === 'style') node.attributes.set(name, cleanCss(value).css)
    else node.attributes.delete(name)
  }
  if (!safe || node.name !== 'a') return
  if (rel !== '') node.attributes.set('rel', rel)
  for (const name of references) {
    const address = node.attributes.get(name)
    if (address !== undefined) node.attributes.set(name, harmlessLink(address) ?? '')
  }
}

function unsafeAttribute(node: SvgElement, name: string, value: string): string | undefined {
  if (name.startsWith('on')) return `an event handler (${short(name)})`
  if (references.has(name)) {
    if (isPicture(value) && (node.name === 'image' || node.name === 'feImage')) return undefined
    if (isScript(value)) return 'a link that runs a script'
    if (isInside(value) || (node.name === 'a' && isHarmlessLink(value))) return undefined
    return `a reference to ${short(value)}`
  }
  if (name === 'src' || name === 'srcset' || name === 'srcdoc') return `a reference to ${short(value)}`
  return spoken.test(name) ? undefined : cleanCss(value).removed[0]
}

/** Read out, never as CSS. */
const spoken = /^(?:aria-|data-|title$|inkscape:label$|serif:id$|id$|class$)/

/** Its texts are one style sheet, whatever stands between them (SVG 2 §6.2). */
function visitStyle(node: SvgElement, safe: boolean, found: Set<string>): void {
  const { css, removed } = cleanCss(node.children.map((child) => (child.type === 'text' ? child.value : '')).join(''))
  for (const what of removed) found.add(what)
  if (safe) node.children = css === '' ? [] : [{ type: 'text', value: css }]
}
