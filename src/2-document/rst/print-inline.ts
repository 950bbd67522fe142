import type { Node } from '../nodes.ts'
import { type CannotSay, childrenOf, textIn } from '../print-report.ts'

export interface InlinePrinter {
  readonly print: (nodes: readonly Node[]) => string
  /** The roles and substitutions that the printed text needs before it. */
  readonly roles: () => string[]
}

const escaped = (text: string): string => text.replace(/[\\*`|]/g, '\\$&').replace(/_(?=\W|$)/g, '\\_')

/** Inline content as reStructuredText, whose marks do not nest and stand between blanks or punctuation. */
export function createInlinePrinter(cannotSay: CannotSay): InlinePrinter {
  const definitions = new Map<string, string>()

  const role = (name: string, definition: string, text: string): string => {
    definitions.set(name, definition)
    return `:${name}:\`${text}\``
  }
  const mark = (node: Node): string => {
    const plain = escaped(textIn(node)).trim()
    const classes = node.classes ?? []
    if (childrenOf(node).some(({ type }) => type !== 'text')) cannotSay(`markup within "${node.type}"`, node)
    switch (node.type) {
      case 'emphasis':
        return `*${plain}*`
      case 'strong':
        return `**${plain}**`
      case 'literal':
        if (classes.length > 1)
          return role(`code-${classes[1]}`, `.. role:: code-${classes[1]}(code)\n   :language: ${classes[1]}`, textIn(node))
        return `\`\`${textIn(node)}\`\``
      case 'math':
        return `:math:\`${textIn(node)}\``
      case 'subscript':
      case 'superscript':
      case 'abbreviation':
      case 'acronym':
        return `:${node.type}:\`${plain}\``
      case 'title_reference':
        return `\`${plain}\``
      case 'reference': {
        const href = node.refuri ?? (node.refid === undefined ? '' : `#${node.refid}`)
        const [image] = node.children
        if (image?.type === 'image') return substitution(image, node.refuri)
        return href === plain ? href : `\`${plain.replace(/</g, '\\<')} <${href.replace(/[ _](?=>|$)/g, '\\$&')}>\`__`
      }
      case 'footnote_reference':
        return node.auto === 1 ? `[#${(node.refname ?? node.refid ?? '').replace(/\s+/g, '-')}]_` : `[${textIn(node)}]_`
      case 'citation_reference':
        return `[${textIn(node)}]_`
      case 'raw':
        return role('raw-html', '.. role:: raw-html(raw)\n   :format: html', textIn(node).replaceAll('`', '\\`'))
      case 'inline':
      case 'generated': {
        const [name] = classes
        if (!name) return plain
        return role(classes.join('-'), `.. role:: ${classes.join('-')}\n   :class: ${classes.join(' ')}`, plain)
      }
      case 'image':
        return substitution(node, undefined)
      case 'target':
        return node.ids?.[0] ? `_\`${plain}\`` : plain
      default:
        return plain
    }
  }
  const substitution = (image: Node, target: string | undefined): string => {
    if (image.type !== 'image') return ''
    const name = `image-${definitions.size + 1}`
    const options = (['alt', 'width', 'height'] as const).flatMap((option) => (image[option] ? [`   :${option}: ${image[option]}`] : []))
    definitions.set(name, [`.. |${name}| image:: ${image.uri}`, ...options, ...(target ? [`   :target: ${target}`] : [])].join('\n'))
    return `|${name}|`
  }
  const print = (nodes: readonly Node[]): string => {
    let text = ''
    let wasMark = false
    for (const node of nodes) {
      if (node.type === 'system_message' || node.type === 'pending') continue
      const isMark = node.type !== 'text'
      const piece = isMark ? mark(node) : escaped(node.value)
      if (piece === '') continue
      const needsGap = (isMark && /[^\s([{<"'/:-]$/.test(text)) || (wasMark && /^[^\s.,:;!?)\]}>"'/-]/.test(piece))
      text += needsGap && text !== '' ? `\\ ${piece}` : piece
      wasMark = isMark
    }
    return text.replace(/^(?=[-+*] |\d+[.)] |:\w+:|\.\. )/, '\\')
  }
  return { print, roles: () => [...definitions.values()] }
}
