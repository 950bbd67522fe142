import type { DrawingObject } from '../../4-look/drawings/objects.ts'
import type { State } from '../../4-look/drawings/unfold.ts'
import { childElements, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { cssString } from '../../formats/css/tokens.ts'
import { copyMark, drawingAttribute } from '../../page-contract/attributes.ts'
import type { Showing } from '../../page-contract/unfolding.ts'

/** A further inclusion as it is written: a placeholder with a `<use>`. */
export interface Copy {
  readonly placeholder: SvgElement
  /** What it shows at last; undefined where all is as drawn. */
  readonly last: State | undefined
}

/** Of a page where no script runs: the media feature of Media Queries 5. */
export const withoutScriptMedia = '(scripting:none)'

/** A drawing as its first inclusion has it in the page, and the others. */
export interface Included {
  readonly root: SvgElement
  readonly copies: readonly Copy[]
}

type Rule = readonly [selector: string, declarations: string]

/**
 * CSS for the copies that `<use>` makes of a drawing's first inclusion where no player fills the placeholders. What is in a `<use>` is matched as if it
 * had no ancestors outside (SVG 2 §5.5.4), so that no rule finds a part of one inclusion alone; but properties are inherited into it. Parts that come and
 * go together ask for one custom property, and each inclusion sets those in which it is not as most are.
 */
export function withoutScriptCss(drawings: readonly Included[]): string {
  const selectors = new Map<string, string[]>()
  for (const { root, copies } of drawings) {
    if (copies.length === 0) continue
    // Only the root of what `<use>` copies has no parent.
    const copied = `[${drawingAttribute}="${root.attributes.get(drawingAttribute)}"]:not(*>*)`
    for (const [selector, declarations] of [...rootRules(copied, root, copies), ...stateRules(copied, copies)]) {
      selectors.set(declarations, [...(selectors.get(declarations) ?? []), selector])
    }
  }
  return [...selectors].map(([declarations, all]) => `${all}{${declarations}}`).join('\n')
}

/**
 * Properties that a root's style, its class or the author's rule for `svg` give to the placeholder and to what it shows alike, and which then count
 * twice: the others are inherited, or nothing comes of them there.
 */
const doubled =
  'opacity filter mask clip-path mix-blend-mode transform translate rotate scale zoom offset-path font-size font-weight'.split(' ')

/** Attributes among them that a declaration says in the same words. */
const sayable = new Set('opacity filter mask clip-path mix-blend-mode font-weight'.split(' '))

/**
 * Only the placeholder counts, in which the whole drawing is there, also what stands outside the first inclusion's view. What the root says and a
 * placeholder does not, for its length or since it names an id, is said here, where ids are the first inclusion's.
 */
function rootRules(copied: string, { attributes }: SvgElement, copies: readonly Copy[]): Rule[] {
  const isCarried = (name: string): boolean => copies.every(({ placeholder }) => placeholder.attributes.has(name) === attributes.has(name))
  const style = isCarried('style') ? '' : (attributes.get('style') ?? '')
  const isSayable = isCarried('class') && isWhole(style)
  const said = doubled.filter((name) => !isCarried(name) && sayable.has(name) && isWhole(attributes.get(name) ?? ''))
  const declared = [...said.map((name) => `${name}:${attributes.get(name)}`), ...(style === '' ? [] : [style])].join(';')
  const placeholders = `[${drawingAttribute}^="${attributes.get(drawingAttribute)}${copyMark}"]`
  const once = isSayable ? doubled.filter((name) => isCarried(name) || said.includes(name)) : []
  const important = (all: readonly string[]): string => all.map((declaration) => `${declaration}!important`).join(';')
  return [
    [copied, important(['overflow:visible', ...once.map((name) => `${name}:unset`)])],
    ...(declared !== '' && isSayable ? [[placeholders, declared] as const] : []),
  ]
}

/** It ends no rule, and leaves nothing open that would swallow the end of one. */
const isWhole = (css: string): boolean =>
  /^(?:[^{}"'\\()/]|"[^"\\\n{}]*"|'[^'\\\n{}]*'|\([^{}"'\\()/]*\)|\(\s*(?:"[^"\\\n{}]*"|'[^'\\\n{}]*')\s*\))*$/.test(css)

type Property = 'display' | 'opacity'

/** A property of parts that show the same in every copy. */
interface Shared {
  readonly parts: DrawingObject[]
  /** Its value as drawn, and by index in the copies that show it otherwise than drawn, whatever comes of that. */
  readonly drawn: string
  readonly values: ReadonlyMap<number, string>
}

function stateRules(copied: string, copies: readonly Copy[]): Rule[] {
  const settings = copies.map((): string[] => [])
  const rules: Rule[] = []
  const columns = columnsOf(copies)
  for (const name of ['display', 'opacity'] as const) {
    for (const shared of sharedValues(name, columns)) {
      const most = mostFrequent(shared, copies.length)
      const property = `--part${rules.length}`
      rules.push([selectorOf(shared.parts, copied), `${name}:var(${property},${most})!important`])
      // Where few copies have it as drawn, they are looked for among all; else only those that have it otherwise.
      const indexes = most === shared.drawn ? shared.values.keys() : copies.keys()
      for (const index of indexes) {
        const value = shared.values.get(index) ?? shared.drawn
        if (value !== most) settings[index]?.push(`${property}:${value}`)
      }
    }
  }
  const setters = copies.map(({ placeholder }, index): Rule => {
    const key = placeholder.attributes.get(drawingAttribute)
    return [`[${drawingAttribute}="${key}"]`, settings[index]?.join(';') ?? '']
  })
  return [...rules, ...setters.filter(([, declarations]) => declarations !== '')]
}

/** Part → what it shows, by the index of the copy; not there as drawn. */
type Columns = ReadonlyMap<DrawingObject, ReadonlyMap<number, Showing>>

function columnsOf(copies: readonly Copy[]): Columns {
  const columns = new Map<DrawingObject, Map<number, Showing>>()
  for (const [index, { last }] of copies.entries()) {
    for (const [part, showing] of last ?? []) columns.set(part, (columns.get(part) ?? new Map<number, Showing>()).set(index, showing))
  }
  return columns
}

/** The parts for which a copy needs another value than a drawing has by itself, those with the same values together. */
function sharedValues(name: Property, columns: Columns): Iterable<Shared> {
  const all = new Map<string, Shared>()
  for (const [part, column] of columns) {
    const drawn = shownAs(name, part)
    const values = new Map([...column].map(([index, showing]) => [index, shownAs(name, part, showing)]))
    const needed = name === 'display' ? 'inline' : drawn
    if (drawn === needed && [...values.values()].every((value) => value === needed)) continue
    const key = [drawn, ...values].join()
    const known = all.get(key)
    if (known) known.parts.push(part)
    else all.set(key, { parts: [part], drawn, values })
  }
  return all.values()
}

function shownAs(name: Property, part: DrawingObject, showing?: Showing): string {
  if (name === 'opacity') return showing === 'dim' ? 'var(--unfold-dim,.25)' : ownOpacity(part)
  return showing === 'off' || (showing === undefined && part.isHidden) ? 'none' : 'inline'
}

const ownOpacity = ({ element: { attributes } }: DrawingObject): string =>
  /(?:^|;)\s*opacity\s*:\s*([\d.]+%?)/.exec(attributes.get('style') ?? '')?.[1] ??
  /^[\d.]+%?$/.exec(attributes.get('opacity') ?? '')?.[0] ??
  '1'

function mostFrequent({ drawn, values }: Shared, copies: number): string {
  const counts = new Map([[drawn, copies - values.size]])
  for (const value of values.values()) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** Parts in the copies, never in the first inclusion. */
function selectorOf(parts: readonly DrawingObject[], copied: string): string {
  const idOf = ({ element }: DrawingObject): string | undefined => element.attributes.get('id')
  const ids = parts.flatMap((part) => idOf(part) ?? []).map((id) => (/^[a-z_][\w-]*$/i.test(id) ? `#${id}` : `[id=${cssString(id)}]`))
  const paths = parts.filter((part) => idOf(part) === undefined).map((part) => copied + pathTo(part))
  return [...(ids.length > 0 ? [`${copied} :is(${ids})`] : []), ...paths].join()
}

const pathTo = ({ parent, element }: DrawingObject): string =>
  parent ? `${pathTo(parent)}>:nth-child(${childElements(parent.element).indexOf(element) + 1})` : ''
