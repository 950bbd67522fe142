import type { Element, ElementContent, Literal, Properties } from 'hast'
import type { Position } from '../diagnostics/position.ts'
import { escapeAttribute } from '../formats/html-escapes.ts'

interface Raw extends Literal {
  type: 'raw'
  value: string
}

/** HTML that an author wrote. It need not be balanced. */
export interface AuthorHtml extends Raw {
  readonly isAuthors: true
  /** Where it is written. */
  readonly written: Position | undefined
}

// hast-util-to-html prints raw nodes; their type is not hast's own.
declare module 'hast' {
  interface ElementContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
}

export type Html = ElementContent

type Child = Html | string | undefined | readonly Html[]

/** An element; strings become text, undefined children vanish. Attributes may be written as HTML spells them. */
export function element(tagName: string, properties: Properties = {}, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(nodesOf) }
}

/**
 * An element with attributes that an author named, which go out as they stand. hast knows properties: there `classname` is another name of
 * `class`, an empty `hidden` is not there, and names such as `constructor` stop its printer.
 */
export const elementAsNamed = (
  tagName: string,
  attributes: Iterable<readonly [name: string, value: string]>,
  ...children: readonly Child[]
): Html[] => [
  raw(`<${tagName}${[...attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')}>`),
  ...children.flatMap(nodesOf),
  raw(`</${tagName}>`),
]

export const text = (value: string): Html => ({ type: 'text', value })

/** HTML that goes out as it stands. */
export const raw = (value: string): Html => ({ type: 'raw', value })

/** HTML as an author wrote it at `written`: it goes out without what would reach beyond the element that it stands in. */
export const authorHtml = (value: string, written: Position | undefined): AuthorHtml => ({ type: 'raw', value, isAuthors: true, written })

export const isAuthorHtml = (node: Html): node is AuthorHtml => 'isAuthors' in node

const nodesOf = (child: Child): readonly Html[] => {
  if (child === undefined) return []
  if (typeof child === 'string') return [text(child)]
  return Array.isArray(child) ? (child as readonly Html[]) : [child as Html]
}
