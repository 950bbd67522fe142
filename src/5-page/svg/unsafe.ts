import type { SvgElement } from './xml/tree.ts'

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
const isSafeName = (name: string): boolean => safeNames.has(name) || safeFamilies.test(name)

const references = new Set(['href', 'xlink:href'])

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
  if (node.name === 'style') visitStyle(node, safe, found)
  node.children = node.children.filter((child) => {
    if (child.type === 'text') return true
    const what = unsafeElement(child)
    if (what !== undefined) found.add(what)
    const kept = !safe || (child.space === 'svg' && safeElements.has(child.name) && what === undefined)
    if (kept) visit(child, safe, found)
    return kept
  })
}

function unsafeElement(node: SvgElement): string | undefined {
  if (node.name === 'script') return 'a script'
  // Illustrator keeps its own data in one that asks for an extension no browser has: it is never shown.
  if (node.name === 'foreignObject') return node.attributes.get('requiredExtensions') ? undefined : 'HTML in foreignObject'
  const target = (node.attributes.get('attributeName') ?? '').trim()
  // An animation can put a script's address into a link, or a handler on an element.
  if (/^(?:animate|set)/.test(node.name) && (/^on/i.test(target) || (/href$/i.test(target) && hasScript(node))))
    return `an animation of ${target}`
  return undefined
}

const hasScript = (node: SvgElement): boolean =>
  ['to', 'from', 'by', 'values'].some((name) =>
    (node.attributes.get(name) ?? '').split(';').some((value) => !isInside(value) && !isHarmlessLink(value)),
  )

function visitAttributes(node: SvgElement, safe: boolean, found: Set<string>): void {
  for (const [name, value] of [...node.attributes]) {
    const what = unsafeAttribute(node, name, value)
    if (what !== undefined) found.add(what)
    if (!safe || (what === undefined && isSafeName(name))) continue
    if (what !== undefined && name === 'style') node.attributes.set(name, withoutUrls(value))
    else node.attributes.delete(name)
  }
}

function unsafeAttribute(node: SvgElement, name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `an event handler (${name})`
  if (references.has(name)) {
    if (isScript(value)) return 'a link that runs a script'
    if (isInside(value) || (node.name === 'a' && isHarmlessLink(value))) return undefined
    if (isPicture(value) && (node.name === 'image' || node.name === 'feImage')) return undefined
    return `a reference to ${short(value)}`
  }
  if (name === 'src' || name === 'srcset' || name === 'srcdoc') return `a reference to ${short(value)}`
  return firstOutside(value)
}

function visitStyle(node: SvgElement, safe: boolean, found: Set<string>): void {
  for (const child of node.children) {
    if (child.type !== 'text') continue
    const what = firstOutside(child.value) ?? (/@import/i.test(plainCss(child.value)) ? 'an imported style sheet' : undefined)
    if (what === undefined) continue
    found.add(what)
    if (safe) child.value = withoutUrls(child.value)
  }
}

/** Escapes and comments hide `url(` and `@import` from a search. */
const plainCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\\([0-9a-fA-F]{1,6})\s?|\\(.)/g, (_, code, character) =>
      code === undefined ? character : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )

/** `image-set()` and `src()` take several addresses in several notations: any of them counts as one that reaches out. */
const addressPattern = /(url|src|image|image-set|-webkit-image-set)\s*\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))[^)]*\)?/gi

function firstOutside(css: string): string | undefined {
  if (!/[(\\@]/.test(css)) return undefined
  for (const match of plainCss(css).matchAll(addressPattern)) {
    const target = (match[2] ?? match[3] ?? match[4] ?? '').trim()
    if (match[1]?.toLowerCase() !== 'url' || !(isInside(target) || isPicture(target))) return `a reference to ${short(target)}`
  }
  return undefined
}

function withoutUrls(css: string): string {
  const plain = plainCss(css).replace(/@import[^;]*;?/gi, '')
  return plain.replace(addressPattern, (match, name: string, double, single, plainTarget) => {
    const target = ((double ?? single ?? plainTarget ?? '') as string).trim()
    return name.toLowerCase() === 'url' && (isInside(target) || isPicture(target)) ? match : 'none'
  })
}

const bare = (address: string): string => address.replace(/[\0-\x20]/g, '')
const isInside = (address: string): boolean => bare(address).startsWith('#') || bare(address) === ''
const isPicture = (address: string): boolean =>
  /^data:(?:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)|(?:font\/|application\/(?:x-)?font-)[\w+.-]+)[;,]/i.test(bare(address))
const isScript = (address: string): boolean =>
  /^(?:javascript|vbscript):/i.test(bare(address)) || /^data:(?!image\/|font\/|application\/(?:x-)?font-)/i.test(bare(address))
const isHarmlessLink = (address: string): boolean =>
  !/^[a-z][\w+.-]*:/i.test(bare(address)) || /^(?:https?|mailto|tel):/i.test(bare(address))
const short = (address: string): string => (address.length > 60 ? `${address.slice(0, 57)}…` : address)
