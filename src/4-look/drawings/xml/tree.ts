/** A drawing as read: SVG and XHTML elements by local name, everything else under its prefix. Comments are not kept. */
export interface SvgElement {
  readonly type: 'element'
  /** Local name (`linearGradient`) for SVG and XHTML, `prefix:name` for others. */
  name: string
  readonly space: 'svg' | 'html' | 'other'
  /** `xlink:`, `xml:`, `inkscape:` and `sodipodi:` whatever prefix the file binds; namespace declarations are left out. */
  readonly attributes: Map<string, string>
  children: SvgChild[]
}

export interface SvgText {
  readonly type: 'text'
  value: string
}

export type SvgChild = SvgElement | SvgText

export interface XmlDocument {
  readonly root: SvgElement
  /** Prefix → namespace name, of prefixes other than the usual four. */
  readonly namespaces: ReadonlyMap<string, string>
  /** `href` of each `<?xml-stylesheet?>`. */
  readonly stylesheets: readonly string[]
  /** Names of entities that stand outside the file; they are never read. */
  readonly externalEntities: readonly string[]
  /** How many characters the other entities added. */
  readonly expanded: number
}

/** Where reading stopped. `offset` counts UTF-16 units of the text. */
export interface XmlProblem {
  readonly offset: number
  readonly reason: string
}

export const element = (name: string, attributes: Iterable<readonly [string, string]> = [], children: SvgChild[] = []): SvgElement => ({
  type: 'element',
  name,
  space: 'svg',
  attributes: new Map(attributes),
  children,
})

/** A tree of its own that says the same. */
export const cloneOf = (node: SvgElement): SvgElement => ({
  ...node,
  attributes: new Map(node.attributes),
  children: node.children.map((child) => (child.type === 'element' ? cloneOf(child) : { ...child })),
})

/** Every element below and including this one, in document order, as they are now. */
export function elementsOf(root: SvgElement): readonly SvgElement[] {
  const elements: SvgElement[] = []
  addElements(root, elements)
  return elements
}

function addElements(node: SvgElement, elements: SvgElement[]): void {
  elements.push(node)
  for (const child of node.children) if (child.type === 'element') addElements(child, elements)
}

/** All text inside, markup left out. */
export const textOf = (node: SvgChild): string => (node.type === 'text' ? node.value : node.children.map(textOf).join(''))

export const childElements = (parent: SvgElement): SvgElement[] => parent.children.filter((child) => child.type === 'element')
