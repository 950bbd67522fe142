import { elementsOf, type SvgElement, type SvgText } from './xml/tree.ts'

/** The style sheets in a drawing; each is one text (outside.ts). */
export const sheetsOf = (root: SvgElement): SvgText[] =>
  elementsOf(root).flatMap(({ name, children }) => (name === 'style' ? children.filter((child) => child.type === 'text') : []))
