import type { Node } from '../nodes.ts'
import { type CannotSay, childrenOf, textIn } from '../print-report.ts'

/** What could be taken for markup, with a backslash before it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*[\]<$~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(?=[-+#>|] |=+$|-+$|#+$|:{2,})|^(\d+)(?=[.)] )/gm, (whole, digits?: string) => (digits === undefined ? '\\' : whole))
    .replace(/^(\d+)([.)]) /gm, '$1\\$2 ')

/** Inline content as Markdown. */
export function printInline(nodes: readonly Node[], cannotSay: CannotSay): string {
  const print = (children: readonly Node[]): string => children.map(printOne).join('')
  const printOne = (node: Node): string => {
    const classes = node.classes ?? []
    const attributes = classes.length > 0 ? `{${classes.map((name) => `.${name}`).join(' ')}}` : ''
    switch (node.type) {
      case 'text':
        return escaped(node.value)
      case 'emphasis':
        return `*${print(node.children)}*`
      case 'strong':
        return `**${print(node.children)}**`
      case 'literal': {
        const source = textIn(node)
        const mark = '`'.repeat(longestRun(source) + 1)
        const gap = /^`|`$|^ .* $/.test(source) ? ' ' : ''
        return `${mark}${gap}${source}${gap}${mark}${
          classes.length > 1
            ? `{${classes
                .slice(1)
                .map((name) => `.${name}`)
                .join(' ')}}`
            : ''
        }`
      }
      case 'math':
        return `$${textIn(node)}$`
      case 'subscript':
      case 'superscript':
      case 'abbreviation':
      case 'acronym':
      case 'title_reference':
        return `:${node.type === 'title_reference' ? 'title' : node.type}[${textIn(node)}]`
      case 'reference': {
        const href = node.refuri ?? (node.refid === undefined ? '' : `#${node.refid}`)
        const text = print(node.children)
        return `[${text}](${/[\s()<>]/.test(href) ? `<${href}>` : href})`
      }
      case 'image': {
        const size = (['width', 'height', 'align'] as const).flatMap((name) => (node[name] ? [`${name}=${node[name]}`] : []))
        const block = [...classes.map((name) => `.${name}`), ...size].join(' ')
        return `![${escaped(node.alt ?? '')}](${/[\s()<>]/.test(node.uri) ? `<${node.uri}>` : node.uri})${block ? `{${block}}` : ''}`
      }
      case 'footnote_reference':
        return `[^${(node.refid ?? node.refname ?? textIn(node)).replace(/\s+/g, '-')}]`
      case 'raw':
        return textIn(node)
      case 'line':
        return '\\\n'
      case 'inline':
      case 'generated':
        if (classes[0] === 'strike') return `~~${print(node.children)}~~`
        if (classes[0] === 'task-box') return textIn(node) === '☑ ' ? '[x] ' : '[ ] '
        return attributes ? `:span[${print(node.children)}]${attributes}` : print(node.children)
      case 'system_message':
      case 'pending':
        return ''
      case 'target':
        return print(node.children)
      default:
        if (childrenOf(node).length > 0 && node.type !== 'problematic') cannotSay(`a "${node.type}" in a text`, node)
        return print(childrenOf(node))
    }
  }
  return print(nodes).replace(/^\\(?=\n)/, '')
}

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
