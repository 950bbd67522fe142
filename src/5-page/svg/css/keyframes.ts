import { elementsOf, type SvgElement } from '../xml/tree.ts'

const keyframesRule = /(@(?:-webkit-)?keyframes\s+)(["']?)([-\w\u0080-\uffff]+)\2/gi
const animation = /((?:^|[\s;{])(?:-webkit-)?animation(?:-name)?\s*:)([^;}]*)/gi

/**
 * Gives a drawing's `@keyframes` names of their own where another drawing of the page has them: such names are the whole document's (CSS
 * Animations 1 §3). `taken` grows by the drawing's names.
 */
export function separateKeyframes(root: SvgElement, key: string, taken: Set<string>): void {
  const sheets = [...elementsOf(root)].filter(({ name }) => name === 'style').flatMap(({ children }) => children)
  const texts = sheets.flatMap((child) => (child.type === 'text' && child.value.includes('keyframes') ? [child] : []))
  const names = new Set(texts.flatMap(({ value }) => [...value.matchAll(keyframesRule)].map((match) => match[3] ?? '')))
  const renamed = new Map([...names].filter((name) => taken.has(name)).map((name) => [name, freeName(`${name}-${key}`, taken)]))
  for (const name of names) taken.add(renamed.get(name) ?? name)
  if (renamed.size === 0) return
  const inDeclarations = (css: string): string =>
    css.replace(
      animation,
      (_, start: string, value: string) => start + value.replace(/[-\w\u0080-\uffff]+/g, (word) => renamed.get(word) ?? word),
    )
  for (const child of sheets) {
    if (child.type !== 'text') continue
    child.value = inDeclarations(
      child.value.replace(
        keyframesRule,
        (_, rule: string, quote: string, name: string) => rule + quote + (renamed.get(name) ?? name) + quote,
      ),
    )
  }
  for (const { attributes } of elementsOf(root)) {
    const style = attributes.get('style')
    if (style?.includes('animation')) attributes.set('style', inDeclarations(style))
  }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}-`, taken) : name
}
