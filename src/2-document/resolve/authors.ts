import type { Author, FieldBody, Inline, Node, Paragraph } from '../nodes.ts'
import { hideEscapes, resolveEscapes } from '../syntax/escapes.ts'
import { at, childrenOf, text, textOf } from './tree.ts'

/**
 * The authors in an `:authors:` field: a paragraph with `;` or else `,` between them, a paragraph each, or a list with a paragraph each.
 * Undefined if it is none of these (docutils: frontmatter.DocInfo.extract_authors).
 */
export function authorsOf(body: FieldBody): Author[] | undefined {
  const [first] = body.children
  const authors =
    body.children.length > 1
      ? fromParagraphs(body.children)
      : first?.type === 'paragraph'
        ? fromText(first, first.position?.start.offset === body.position?.start.offset ? body.written : undefined)
        : first?.type === 'bullet_list'
          ? fromList(first)
          : undefined
  const named = authors?.filter(({ children }) => children.length > 0)
  return named?.length ? named : undefined
}

const author = (node: Node, children: readonly Inline[]): Author => ({ type: 'author', children: [...children], ...at(node.position) })

/**
 * Markup goes: names are what stands between the separators. An escaped separator is part of a name; only the text as it is written shows
 * that, which serves where it holds no markup.
 */
function fromText(paragraph: Paragraph, written: string | undefined): Author[] {
  const isPlain = paragraph.children.every(({ type }) => type === 'text')
  const words = isPlain && written !== undefined ? hideEscapes(written) : textOf(paragraph)
  const bySemicolon = words.split(/(?<!\0);/)
  return (bySemicolon.length > 1 ? bySemicolon : words.split(/(?<!\0),/))
    .map((name) => resolveEscapes(name).trim())
    .filter((name) => name !== '')
    .map((name) => author(paragraph, [text(name, paragraph.position)]))
}

function fromList(list: Node): Author[] | undefined {
  const authors: Author[] = []
  for (const item of childrenOf(list)) {
    if (item.type === 'comment') continue
    const [paragraph, ...others] = childrenOf(item)
    if (paragraph?.type !== 'paragraph' || others.length) return undefined
    authors.push(author(paragraph, paragraph.children))
  }
  return authors
}

function fromParagraphs(nodes: readonly Node[]): Author[] | undefined {
  const authors: Author[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph') authors.push(author(node, node.children))
    else if (node.type !== 'comment') return undefined
  }
  return authors
}
