import type { DocinfoItem } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

type Item = 'author' | 'organization' | 'contact' | 'version' | 'revision' | 'status' | 'date' | 'copyright' | 'address'

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const entry = (node: Extract<DocinfoItem, { children: unknown }>, context: RenderContext, body: readonly Html[]): Html[] => [
  element('dt', { className: [node.type] }, capitalized(node.type)),
  element('dd', attributesOf(node, context, [node.type]), body),
]

const item = (node: Exclude<DocinfoItem, { type: 'field' }>, context: RenderContext): Html[] =>
  entry(node, context, context.render(node.children, context))

export const docinfoHandlers: Handlers<'docinfo' | 'authors' | Item> = {
  docinfo: (node, context) => [element('dl', attributesOf(node, context, ['docinfo']), context.render(node.children, context))],
  authors: (node, context) => {
    const names = node.children.map((author) => element('p', {}, context.render(author.children, context)))
    return entry(node, context, names)
  },
  author: item,
  organization: item,
  contact: item,
  version: item,
  revision: item,
  status: item,
  date: item,
  copyright: item,
  address: item,
}
