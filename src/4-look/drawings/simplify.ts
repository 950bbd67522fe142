import { elementsOf, type SvgChild, type SvgElement } from './xml/tree.ts'

/** Text inside these is shown or read; elsewhere white space between elements is only how the file is laid out. */
const textual = new Set(['text', 'title', 'desc', 'style', 'script', 'foreignObject'])

/**
 * HTML's parser leaves an SVG where one of these starts (HTML §13.2.6.5), so none may stand in a drawing outside
 * foreignObject, title and desc. None of them is an SVG element that paints.
 */
const breakouts = new Set(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'.split(
    ' ',
  ),
)
const htmlIslands = new Set(['foreignObject', 'title', 'desc'])

/** Of an editor's own attributes, those by which a layer is known. */
const keptEditorAttributes = new Set(['inkscape:label', 'inkscape:groupmode'])

/**
 * Takes out what no browser paints and no selector names: metadata, an editor's view settings and its bookkeeping attributes,
 * white space between elements. Elements, groups, ids, classes, titles and all other attributes stay as written.
 */
export function simplify(root: SvgElement): void {
  for (const name of [...root.attributes.keys()]) if (isBookkeeping(name)) root.attributes.delete(name)
  const style = root.attributes.get('style')
  if (style?.includes('-inkscape-')) root.attributes.set('style', withoutInkscape(style))
  root.children = root.children.filter((child) => isKept(child, root))
  if (htmlIslands.has(root.name) || root.space === 'html') return
  const keepsText = textual.has(root.name)
  for (const child of root.children) {
    if (child.type !== 'element') continue
    if (!keepsText) simplify(child)
    else
      for (const inner of elementsOf(child))
        for (const name of [...inner.attributes.keys()]) if (isBookkeeping(name)) inner.attributes.delete(name)
  }
}

const isBookkeeping = (name: string): boolean => /^(?:inkscape|sodipodi):/.test(name) && !keptEditorAttributes.has(name)

/** `-inkscape-font-specification:'Sans, Bold'` and its like mean nothing outside Inkscape. */
const withoutInkscape = (style: string): string =>
  style.replace(/(^|;)\s*-inkscape-[^:;]*:(?:[^;"']|"[^"]*"|'[^']*')*(?=;|$)/g, '$1').replace(/^;+|;(?=;)/g, '')

function isKept(child: SvgChild, parent: SvgElement): boolean {
  if (child.type === 'text') return textual.has(parent.name) || parent.space === 'html' || /\S/.test(child.value)
  if (htmlIslands.has(parent.name) || parent.space === 'html') return child.space !== 'other'
  return child.space === 'svg' && child.name !== 'metadata' && !breakouts.has(child.name)
}
