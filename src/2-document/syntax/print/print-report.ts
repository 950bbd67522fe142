import type { Node } from '../../nodes.ts'

/** Tells the author what the other language has no words for. */
export type CannotSay = (what: string, node: Node) => void

/** Lines with `indent` before each that is not blank. */
export const indented = (text: string, indent: string): string => text.replace(/^(?=[^\n])/gm, indent)

/** The first line with `first` before it, further ones with blanks in its width. */
export const hanging = (text: string, first: string): string => first + indented(text, ' '.repeat(first.length)).slice(first.length)

export const childrenOf = (node: Node): Node[] => (node.type === 'text' ? [] : (node.children as Node[]))

export const textIn = (node: Node): string => (node.type === 'text' ? node.value : childrenOf(node).map(textIn).join(''))

export interface PrintedField {
  readonly name: string
  readonly value: string
  /** What stands in the field's body behind the value; it is shown in the step. */
  readonly further: readonly Node[]
}

/** A deck's or step's fields as printed: the name, and the first paragraph as written. */
export function fieldsOf(node: Node): PrintedField[] {
  if (node.type !== 'field_list') return []
  return node.children.map((field) => {
    const name = field.children.find((child) => child.type === 'field_name')
    const body = field.children.find((child) => child.type === 'field_body')
    const [first, ...others] = (body?.children ?? []).filter(({ type }) => type !== 'system_message') as Node[]
    const written = body?.written
    const isText = first?.type === 'paragraph' || others.length === 0
    const value = !isText ? '' : (written ?? (first ? textIn(first) : ''))
    return {
      name: name ? textIn(name) : '',
      value: value.replace(/\s*\n\s*/g, ' '),
      further: isText ? others : first ? [first, ...others] : others,
    }
  })
}

/** The characters of a deck's transitions in the order of first use: the levels of its steps. */
export function transitionLevels(node: Node, levels: string[] = []): string[] {
  if (node.type === 'transition') {
    const character = node.character ?? '-'
    if (!levels.includes(character)) levels.push(character)
  } else for (const child of childrenOf(node)) transitionLevels(child, levels)
  return levels
}

/** The attributes of a picture or drawing that are options of its directive. */
export function optionsOf(node: Node): [string, string][] {
  const options: [string, string][] = []
  const add = (name: string, value: unknown): void => {
    if (value !== undefined && value !== '') options.push([name, String(value)])
  }
  if (node.type === 'drawing') {
    const { view } = node
    for (const name of ['show', 'hide', 'dim', 'zoom'] as const) add(name, view[name]?.map(quoted).join(' '))
    add('steps', view.steps?.map((terms) => terms.map((term) => `${term.sign}${quoted(term.name)}`).join(' ')).join(' | '))
    add('from', view.from)
    add('duration', view.duration === undefined ? undefined : `${view.duration}ms`)
    add('fit', view.fit)
    add('overflow', view.overflow)
  }
  if (node.type === 'image' || node.type === 'drawing')
    for (const name of ['alt', 'width', 'height', 'align'] as const) add(name, node[name])
  if (node.type === 'image') {
    add('scale', node.scale)
    add('loading', node.loading)
  }
  add('class', node.classes?.join(' '))
  return options
}

const quoted = (name: string): string => (/[\s,|"]/.test(name) ? `"${name}"` : name)

/** The path of a file as the document at `from` would name it. */
export function pathFrom(from: string, path: string): string {
  const base = from.split('/').slice(0, -1)
  const parts = path.split('/')
  let common = 0
  while (common < base.length && common < parts.length - 1 && base[common] === parts[common]) common++
  return common === 0 ? path : [...base.slice(common).map(() => '..'), ...parts.slice(common)].join('/')
}
