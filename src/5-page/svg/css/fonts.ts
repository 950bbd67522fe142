import { elementsOf, type SvgElement } from '../xml/tree.ts'

const rule = /@font-face\s*\{[^{}]*\}/gi
// What a backslash or a line end in a name means is left to the browser: no string must begin or end elsewhere than before.
const named = /font-family\s*:\s*("[^"\\\n\r\f]*"|'[^'\\\n\r\f]*'|[^;}"'\\\n\r\f]+)/i
const declaration = /((?:^|[\s;{])font(?:-family)?\s*:)([^;}]*)/gi
const family = /"([^"\n\r\f]*)"|'([^'\n\r\f]*)'|[-\w\u0080-\uffff]+(?:[ \t]+[-\w\u0080-\uffff]+)*/g

/**
 * Gives the fonts that a drawing brings (`@font-face`) names of their own where another drawing of the page brings fonts of the same names:
 * such names are the whole document's (CSS Fonts 4 §4.1). `taken` grows by the drawing's names.
 */
export function separateFonts(root: SvgElement, key: string, taken: Set<string>): void {
  const sheets = [...elementsOf(root)].filter(({ name }) => name === 'style').flatMap(({ children }) => children)
  const brought = new Set(sheets.flatMap((child) => (child.type === 'text' ? fontsIn(child.value) : [])))
  const renamed = new Map([...brought].filter((name) => taken.has(name)).map((name) => [name, `${name} ${key}`]))
  for (const name of brought) taken.add(renamed.get(name) ?? name)
  if (renamed.size === 0) return
  const inValue = (value: string): string => (value.includes('\\') ? value : inPlainValue(value))
  const inPlainValue = (value: string): string =>
    value.replace(family, (written, double?: string, single?: string) => {
      const words = double ?? single ?? written
      const own = renamed.get(plain(words))
      if (own !== undefined) return `'${own}'`
      // In `font: 12px Own Font` the size stands before the family.
      const last = double === undefined && single === undefined && !written.includes(',') ? lastWords(words, renamed) : undefined
      return last ?? written
    })
  const inDeclarations = (css: string): string => css.replace(declaration, (_, start: string, value: string) => start + inValue(value))
  for (const child of sheets) if (child.type === 'text') child.value = inDeclarations(child.value)
  for (const { attributes } of elementsOf(root)) {
    const style = attributes.get('style')
    if (style?.includes('font')) attributes.set('style', inDeclarations(style))
    for (const name of ['font-family', 'font']) {
      const value = attributes.get(name)
      if (value !== undefined) attributes.set(name, inValue(value))
    }
  }
}

const fontsIn = (css: string): string[] =>
  css.includes('@font-face')
    ? (css.match(rule) ?? []).flatMap((block) => named.exec(block)?.[1] ?? []).map((name) => plain(name.replace(/["']/g, '')))
    : []

/** Names of fonts are compared without regard to case (CSS Fonts 4 §5.1). */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

function lastWords(words: string, renamed: ReadonlyMap<string, string>): string | undefined {
  for (const [name, own] of renamed) {
    if (!plain(words).endsWith(` ${name}`)) continue
    const count = name.split(' ').length
    return `${words.trim().split(/\s+/).slice(0, -count).join(' ')} '${own}'`
  }
  return undefined
}
