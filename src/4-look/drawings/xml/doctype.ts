/** What a DOCTYPE's internal subset declares (XML 1.0 §2.8, §4.2). */
export interface Doctype {
  readonly end: number
  readonly entities: ReadonlyMap<string, string>
  readonly external: readonly string[]
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** How many characters all entities together may add to a drawing. Illustrator's namespaces need a few hundred. */
const expansionLimit = 1_000_000
const nestingLimit = 16
/** A DOCTYPE longer than this is taken as one that never ends. In characters. */
const doctypeLimit = 500_000

const declaration =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+(%\s+)?([^\s"'<>%&]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\b(?:[^"'>]|"[^"]*"|'[^']*')*)\s*>|<!(?:[^"'>]|"[^"]*"|'[^']*')*>/y

/** Reads `<!DOCTYPE … >` at `start`; undefined if it never ends. */
export function readDoctype(whole: string, start: number): Doctype | undefined {
  const text = whole.slice(start, start + doctypeLimit)
  const entities = new Map<string, string>()
  const external: string[] = []
  const head = /<!DOCTYPE(?:[^"'[>]|"[^"]*"|'[^']*')*/y
  if (!head.test(text)) return undefined
  let index = head.lastIndex
  if (text[index] === '>') return { end: start + index + 1, entities, external }
  if (text[index] !== '[') return undefined
  for (index++; index < text.length; ) {
    const character = text[index]
    if (character === ']') {
      const end = text.indexOf('>', index)
      return end < 0 ? undefined : { end: start + end + 1, entities, external }
    }
    if (character !== '<') {
      index++
      continue
    }
    declaration.lastIndex = index
    const match = declaration.exec(text)
    if (!match) return undefined
    index = declaration.lastIndex
    const [, parameter, name, double, single] = match
    if (name === undefined || parameter !== undefined) continue
    const value = double ?? single
    if (value === undefined) external.push(name)
    // The first declaration of a name binds (§4.2).
    if (!entities.has(name)) entities.set(name, value ?? '')
  }
  return undefined
}

/** Puts the declared entities' text in the place of their references; undefined where that would grow beyond the limit. */
export function expandEntities(text: string, entities: ReadonlyMap<string, string>): string | undefined {
  const expanded = new Map<string, string>()
  let budget = expansionLimit
  let exceeded = false
  const expand = (value: string, depth: number): string => {
    let result = ''
    let done = 0
    for (let at = value.search(/[&<]/); at >= 0 && !exceeded; ) {
      const [next, insert] = value[at] === '&' ? referenceAt(value, at, depth) : [protectedEnd(value, at), undefined]
      if (insert !== undefined) {
        budget -= insert.length
        if (budget < 0) exceeded = true
        result += value.slice(done, at) + insert
        done = next
      }
      const more = /[&<]/g
      more.lastIndex = next
      at = more.exec(value)?.index ?? -1
    }
    return result + value.slice(done)
  }
  const referenceAt = (value: string, at: number, depth: number): readonly [number, string | undefined] => {
    const pattern = /&([^\s;&#<]{1,100});/y
    pattern.lastIndex = at
    const name = pattern.exec(value)?.[1]
    if (name === undefined || predefined.has(name)) return [at + 1, undefined]
    return [pattern.lastIndex, expanded.get(name) ?? replacement(name, depth)]
  }
  const replacement = (name: string, depth: number): string | undefined => {
    const value = entities.get(name)
    if (value === undefined) return undefined
    if (depth >= nestingLimit) {
      exceeded = true
      return ''
    }
    const result = expand(value, depth + 1)
    expanded.set(name, result)
    return result
  }
  const result = expand(text, 0)
  return exceeded ? undefined : result
}

/** The end of the comment or CDATA section at `at`, in which nothing is expanded; one that never ends goes to the end. */
function protectedEnd(text: string, at: number): number {
  const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : undefined
  if (end === undefined) return at + 1
  const found = text.indexOf(end, at)
  return found < 0 ? text.length : found + end.length
}

const illegal = (code: number): boolean =>
  !(
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )

/** Resolves character references and the five predefined entities; the name of a reference that is neither comes back as a problem. */
export function unescapeXml(text: string): { readonly value: string } | { readonly problem: string; readonly at: number } {
  if (!text.includes('&')) return { value: text }
  let problem: { problem: string; at: number } | undefined
  const value = text.replace(/&(?:#x([0-9a-fA-F]+);|#([0-9]+);|([^\s;&#<]+);)?/g, (match: string, hex, decimal, name, at: number) => {
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16)
    if (!Number.isNaN(code) && !illegal(code)) return String.fromCodePoint(code)
    const known = name === undefined ? undefined : predefined.get(name)
    if (known !== undefined) return known
    problem ??= { problem: match, at }
    return ''
  })
  return problem ?? { value }
}
