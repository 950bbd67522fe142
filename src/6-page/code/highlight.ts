import type { Nodes } from 'hast'
import type { LanguageFn } from 'highlight.js'
import { createLowlight } from 'lowlight'
import { tokenClass } from './classes.ts'

/** A run of code with one Pygments class; '' where it has none. */
export interface Token {
  readonly text: string
  readonly className: string
}

export type Highlight = (code: string) => Token[]

/** A highlighter for one language, from highlight.js's grammar of that name. */
export function highlighter(language: string, grammar: LanguageFn): Highlight {
  const lowlight = createLowlight({ [language]: grammar })
  return (code) => tokensOf(lowlight.highlight(language, code), '', '', language)
}

function tokensOf(node: Nodes, scope: string, whole: string, language: string): Token[] {
  if (node.type === 'text') return [{ text: node.value, className: scope === '' ? '' : tokenClass(scope, whole, language) }]
  if (!('children' in node)) return []
  const inner = node.type === 'element' ? scopeOf(node.properties['className']) : scope
  const text = node.type === 'element' ? textOf(node) : whole
  return node.children.flatMap((child) => tokensOf(child, inner, text, language))
}

/** lowlight's classes back to the scope they stand for: `hljs-title function_` is `title.function`. */
const scopeOf = (classNames: unknown): string =>
  Array.isArray(classNames)
    ? classNames
        .map((name) =>
          String(name)
            .replace(/^hljs-/, '')
            .replace(/_+$/, ''),
        )
        .join('.')
    : ''

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')
