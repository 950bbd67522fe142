import type { BulletList, EnumeratedList, ListItem, Node, OptionListItem } from '../../nodes.ts'
import { childrenOf, hanging, indented, textIn } from '../../syntax/print/print-report.ts'
import { targetsBefore } from '../../syntax/print/targets-before.ts'
import { escapedStart } from './escape.ts'
import { targetLine } from './known-names.ts'
import { type BlockPrinters, bodyOf, type RstPrinter, withClass } from './printer.ts'

export const listPrinters: BlockPrinters<'bullet_list' | 'enumerated_list' | 'definition_list' | 'option_list'> = {
  bullet_list: (written, printer) => {
    const node = asUnfolding(written)
    const bullet = /^[-*+•‣⁃]$/.test(node.bullet ?? '') ? node.bullet : '-'
    return withClass(
      node,
      items(node.children, () => `${bullet} `, printer),
      printer,
    )
  },
  enumerated_list: (written, printer) => {
    const node = asUnfolding(written)
    const { enumtype, prefix = '', suffix = '.', start = 1 } = node
    const marker = (index: number): string => `${prefix}${ordinal(enumtype, start + index)}${suffix} `
    return withClass(node, items(node.children, marker, printer), printer)
  },
  definition_list: (node, printer) => {
    const parts = node.children.map((item) => {
      const [term, ...others] = item.children
      const classifiers = others.filter(({ type }) => type === 'classifier').map((child) => ` : ${printer.inline(childrenOf(child))}`)
      const definition = others.find(({ type }) => type === 'definition')
      const head = `${escapedTerm(term ? printer.inline(childrenOf(term)) : '')}${classifiers.join('')}`
      return `${head}\n${indented(definition ? bodyOf(childrenOf(definition), printer) || '..' : '..', '    ')}`
    })
    return withClass(node, parts.join('\n\n'), printer)
  },
  option_list: (node, printer) => withClass(node, node.children.map((item) => option(item, printer)).join('\n'), printer),
}

/** A list whose items all come one by one, those of lists within it too, as reStructuredText says it: the class is the list's. */
function asUnfolding<List extends BulletList | EnumeratedList>(list: List): List {
  const isOne = (item: Node): boolean => item.type !== 'list_item' || (item.classes?.length === 1 && item.classes[0] === 'substep')
  const isAll = (nodes: readonly Node[]): boolean => nodes.every((node) => isOne(node) && isAll(childrenOf(node)))
  if (list.children.length === 0 || !isAll(list.children)) return list
  const plain = <Any extends Node>(node: Any): Any =>
    ({
      ...node,
      ...(node.type === 'list_item' ? { classes: [] } : {}),
      ...('children' in node ? { children: childrenOf(node).map(plain) } : {}),
    }) as Any
  return { ...plain(list), classes: [...(list.classes ?? []), 'substep'] }
}

/** ` : ` in a term would begin a classifier. */
const escapedTerm = (text: string): string => escapedStart(text.replaceAll('\n', ' ').replace(/ : /g, ' \\: '))

function items(nodes: readonly Node[], marker: (index: number) => string, printer: RstPrinter): string {
  const children = nodes.filter((node): node is ListItem => node.type === 'list_item')
  const styled = children.find(({ classes }) => classes?.length)
  if (styled) printer.cannotSay(`the class "${styled.classes?.join(' ')}" of an item`, styled)
  const texts = children.map((item, index) => {
    const next = children[index + 1]
    // What names the next item stands at the end of this one.
    const targets = next ? targetsBefore(next).map(targetLine) : []
    const content = [bodyOf(item.children, printer), targets.join('\n')].filter(Boolean).join('\n\n')
    return hanging(content, marker(index)).trimEnd()
  })
  // An enumerator with nothing behind it begins no item right below another.
  return texts.join(texts.every((text) => !text.includes('\n\n') && /\s/.test(text)) ? '\n' : '\n\n')
}

function option({ children }: OptionListItem, printer: RstPrinter): string {
  const group = children.find(({ type }) => type === 'option_group')
  const names = (group ? childrenOf(group) : []).map((child) =>
    childrenOf(child)
      .map((part) => (part.type === 'option_argument' ? `${part.delimiter ?? ' '}${textIn(part)}` : textIn(part)))
      .join(''),
  )
  const description = children.find(({ type }) => type === 'description')
  const body = description ? bodyOf(childrenOf(description), printer) : ''
  return body.includes('\n') || body === '' ? `${names.join(', ')}\n${indented(body || '..', '    ')}` : `${names.join(', ')}  ${body}`
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function ordinal(type: string, number: number): string {
  if (type.endsWith('alpha')) {
    const letter = String.fromCharCode(96 + ((number - 1) % 26) + 1)
    return type.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (!type.endsWith('roman')) return String(number)
  let rest = number
  let text = ''
  for (const [value, digits] of romans) for (; rest >= value; rest -= value) text += digits
  return type.startsWith('upper') ? text.toUpperCase() : text
}
