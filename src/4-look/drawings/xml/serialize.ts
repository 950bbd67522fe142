import { escapeAttribute, escapeText } from '../../../formats/html-escapes.ts'
import { type SvgChild, type SvgElement, textOf, type XmlDocument } from './tree.ts'

const svg = 'http://www.w3.org/2000/svg'
const xhtml = 'http://www.w3.org/1999/xhtml'

const uris: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    xlink: 'http://www.w3.org/1999/xlink',
    inkscape: 'http://www.inkscape.org/namespaces/inkscape',
    sodipodi: 'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  }),
)

/** Elements that HTML writes without an end tag (HTML §13.1.2). */
const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** A drawing as the text of an HTML page: the HTML parser gives SVG elements their namespace and case by itself (HTML §13.2.6.5). */
export function toHtml(node: SvgChild): string {
  const parts: string[] = []
  write(node, parts, true, '')
  return parts.join('')
}

/** A drawing as one XML document, its namespaces declared on the root. */
export function toXml({ root, namespaces }: Pick<XmlDocument, 'root' | 'namespaces'>): string {
  const parts: string[] = []
  const used = new Set<string>()
  notePrefixes(root, used)
  let declarations = ` xmlns="${svg}"`
  for (const prefix of used) {
    const uri = uris.get(prefix) ?? namespaces.get(prefix)
    if (uri) declarations += ` xmlns:${prefix}="${escapeAttribute(uri)}"`
  }
  write(root, parts, false, declarations)
  return parts.join('')
}

function notePrefixes(node: SvgElement, used: Set<string>): void {
  if (node.name.includes(':')) used.add(node.name.slice(0, node.name.indexOf(':')))
  for (const name of node.attributes.keys()) if (name.includes(':')) used.add(name.slice(0, name.indexOf(':')))
  for (const child of node.children) if (child.type === 'element') notePrefixes(child, used)
}

function write(node: SvgChild, parts: string[], html: boolean, declarations: string, outer: SvgElement['space'] = 'svg'): void {
  if (node.type === 'text') {
    parts.push(escapeText(node.value))
    return
  }
  const inHtml = node.space === 'html'
  parts.push('<', node.name, declarations)
  if (!html && node.space !== outer && node.space !== 'other') parts.push(' xmlns="', inHtml ? xhtml : svg, '"')
  for (const [name, value] of node.attributes) parts.push(' ', name, '="', escapeAttribute(value), '"')
  if (html && inHtml) {
    parts.push('>')
    if (voidElements.has(node.name)) return
  } else if (node.children.length === 0) {
    parts.push('/>')
    return
  } else parts.push('>')
  // HTML reads the text of these two as it stands; inside SVG they are parsed like any other element.
  if (html && inHtml && (node.name === 'style' || node.name === 'script')) parts.push(textOf(node))
  else for (const child of node.children) write(child, parts, html, '', node.space === 'other' ? outer : node.space)
  parts.push('</', node.name, '>')
}
