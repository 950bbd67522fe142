import type { Element, ElementContent, Literal, Properties } from 'hast'
import { escapeAttribute } from '../formats/html-escapes.ts'

interface Raw extends Literal {
  type: 'raw'
  value: string
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

const nodesOf = (child: Child): readonly Html[] => {
  if (child === undefined) return []
  if (typeof child === 'string') return [text(child)]
  return Array.isArray(child) ? (child as readonly Html[]) : [child as Html]
}
