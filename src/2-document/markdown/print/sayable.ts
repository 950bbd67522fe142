import type { Node, NodeType } from '../../nodes.ts'
import { childrenOf, textIn } from '../../syntax/print/print-report.ts'

/** What inline content may refer to. */
export interface Notes {
  /** Whether the footnote with this id is written as Markdown's. */
  isOwn(id: string): boolean
}

const always = (): boolean => true
const withoutClasses = (node: Node): boolean => !node.classes?.length

/** A comment, a component, a click of Slidev would be read as something else than the HTML it is. */
const isTag = (text: string): boolean => /^<\/?[a-z][a-z0-9-]*(?:\s+[^<>`]*)?>$/i.test(text) && !/^<\/?(?:v-|style|[A-Z][a-z])/.test(text)

const rolesWithText = (node: Node): boolean => childrenOf(node).every(({ type }) => type === 'text') && !/^\s|\s$/.test(textIn(node))

/** Whether a text can stand in brackets: in code and HTML they cannot be escaped, and their end is looked for without heed to marks. */
export function fitsBrackets(node: Node): boolean {
  if (node.type === 'literal' || node.type === 'math' || node.type === 'raw') return !/[[\]\\]/.test(textIn(node))
  return node.type === 'text' || childrenOf(node).every(fitsBrackets)
}

/** Written as HTML. */
const isTagged = (node: Node): boolean => (node.type === 'inline' || node.type === 'literal') && node.htmlElement !== undefined

/** The inline content that Markdown has marks for. */
const marks: { readonly [Type in NodeType]?: (node: Node, notes: Notes) => boolean } = {
  text: always,
  emphasis: withoutClasses,
  strong: withoutClasses,
  literal: (node) =>
    isTagged(node) ||
    (!/^\s|\s$|\n/.test(textIn(node)) && (!node.classes?.length || (node.classes[0] === 'code' && node.classes.length > 1))),
  math: (node) => withoutClasses(node) && textIn(node).trim() !== '',
  subscript: rolesWithText,
  superscript: rolesWithText,
  abbreviation: rolesWithText,
  acronym: rolesWithText,
  title_reference: rolesWithText,
  inline: (node) => isTagged(node) || fitsBrackets(node),
  generated: fitsBrackets,
  reference: always,
  footnote_reference: (node, { isOwn }) => node.type === 'footnote_reference' && node.refid !== undefined && isOwn(node.refid),
  image: (node) => node.type === 'image' && isPicture(node),
  raw: (node) => node.type === 'raw' && node.format === 'html' && withoutClasses(node) && isTag(textIn(node)),
  line: always,
  system_message: always,
  pending: always,
}

/** A picture that `![alt](uri){…}` says all of. Words of Marp's in the alternative text would be taken for orders. */
export const isPicture = (node: Node): boolean =>
  node.type === 'image' &&
  node.scale === undefined &&
  node.loading === undefined &&
  node.alt !== undefined &&
  !/\bbg\b|\w:|\n/.test(node.alt) &&
  [node.width, node.height, node.align].every((value) => value === undefined || /^[\w.%]+$/.test(value))

/** Whether Markdown has marks for all of a text. */
export const isSayable = (nodes: readonly Node[], notes: Notes): boolean =>
  nodes.every((node) => (marks[node.type]?.(node, notes) ?? false) && (node.type === 'text' || isSayable(childrenOf(node), notes)))
