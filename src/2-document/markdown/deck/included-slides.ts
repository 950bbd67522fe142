import { payAgain } from '../../../1-source/budget.ts'
import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import type { Settings } from '../../settings.ts'
import { nodesIn } from '../../syntax/directives/read-named-file.ts'
import { isBlank, markdownLines } from '../lines.ts'

/** A slide as Slidev's parser cuts it out of a file. */
interface WrittenSlide {
  /** The rule that begins it; the first slide of a file may have none. */
  readonly rule: Line | undefined
  /** The lines of its front matter, and the rule that ends it. */
  readonly front: readonly Line[]
  readonly close: Line | undefined
  readonly body: readonly Line[]
}

/** A Slidev deck: the lines of its front matter, which is that of its first slide too, and those behind it. */
interface SlidevDeck {
  readonly front: readonly Line[]
  readonly rest: readonly Line[]
}

/**
 * The lines behind a Slidev deck's front matter, with the slides of another file in the place of each slide whose front matter names that with `src:` (Slidev,
 * “Importing Slides”): `src: ./other.md#2,5-7`, the path being beside the file that names it. What the naming slide's front matter says wins over
 * what the file's first one says. What else stands in the naming slide is left out, as Slidev leaves it.
 */
export function withIncludedSlides({ front, rest }: SlidevDeck, settings: Settings): readonly Line[] {
  const including: Including = { settings, report: (diagnostic) => settings.report?.(diagnostic) }
  const naming = front.find(({ text }) => srcField.test(text))
  const chain = [(naming ?? rest[0])?.source.path ?? '']
  const slides = slidesIn(rest)
  if (!naming) return slides.flatMap((slide) => linesOf(slide, chain, including))
  const first = linesOf({ rule: undefined, front: [naming], close: undefined, body: [] }, chain, including)
  const others = slides[0]?.rule ? slides : slides.slice(1)
  return [...first, ...others.flatMap((slide) => linesOf(slide, chain, including))]
}

/** What leaves a slide out (Slidev: `disabled`, `hide`). */
const hiddenField = /^(?:hide|disabled):[ \t]*true[ \t]*$/
const srcField = /^src:[ \t]*(\S.*?)[ \t]*$/
const ruleLine = /^-{3,}\s*$/

interface Included {
  readonly path: string
  readonly slides: readonly WrittenSlide[]
}

interface Including {
  readonly settings: Settings
  readonly report: Report
}

/** `chain`: the files that name one another, down to the one that the slide stands in. */
function linesOf(slide: WrittenSlide, chain: readonly string[], including: Including): readonly Line[] {
  if (slide.front.some(({ text }) => hiddenField.test(text))) return []
  const naming = slide.front.find(({ text }) => srcField.test(text))
  const written = [...(slide.rule ? [slide.rule] : []), ...slide.front, ...(slide.close ? [slide.close] : []), ...slide.body]
  if (!naming) return written
  const own = slide.front.filter((line) => line !== naming)
  const included = includedBy(naming, chain, including)
  if (!included) return headOf(slide, own)
  return included.slides.flatMap((inner, index) => {
    // What the deck's front matter says is the first slide's without being merged.
    const merged = index === 0 && slide.rule ? { ...inner, ...merge(slide, own, inner) } : inner
    return linesOf(merged, [...chain, included.path], including)
  })
}

/** Its rule and front matter, which say that there is a slide. */
const headOf = ({ rule, close }: WrittenSlide, front: readonly Line[]): Line[] => [
  ...(rule ? [rule] : []),
  ...(front.length > 0 ? [...front, ...(close ? [close] : [])] : []),
]

/** The front matter of the slide that names a file and that of the file's first slide, as one. */
function merge(slide: WrittenSlide, own: readonly Line[], inner: WrittenSlide): Pick<WrittenSlide, 'rule' | 'front' | 'close'> {
  const names = new Set(own.map(({ text }) => nameIn(text)))
  let isKept = true
  const added = inner.front.filter(({ text }) => {
    // A line that goes on with the field above goes where that goes.
    if (nameIn(text) !== undefined) isKept = !names.has(nameIn(text))
    return isKept
  })
  const front = [...own, ...added]
  return { rule: slide.rule, front, close: front.length > 0 ? slide.close : undefined }
}

const nameIn = (text: string): string | undefined => /^([A-Za-z][\w.-]*):/.exec(text)?.[1]

/** The slides that a line `src: …` asks for; undefined where they cannot be had, which is reported. */
function includedBy(naming: Line, chain: readonly string[], { settings, report }: Including): Included | undefined {
  const [, path = '', range] = /^["']?(.*?)(?:#([\d,\s-]+))?["']?$/.exec(srcField.exec(naming.text)?.[1] ?? '') ?? []
  const position = positionOfLines(naming, naming)
  if (settings.fileInsertionEnabled === false || !settings.readFile) {
    report(diagnose('rst/directive-disabled', { directive: 'src' }, position))
    return undefined
  }
  const source = settings.readFile(path.replace(/^@?\//, ''), naming.source.path)
  if (!source || 'problem' in source) {
    report(diagnose('rst/file-not-read', { directive: 'src', path, ...source }, position))
    return undefined
  }
  if (chain.includes(source.path)) {
    report(diagnose('rst/include-loop', { chain: [source.path, ...[...chain].reverse()] }, position))
    return undefined
  }
  const slides = slidesIn(markdownLines(source))
  const numbers = range === undefined ? undefined : numbersIn(range, slides.length)
  // A range may name a slide again and again.
  const times = Math.max(1, (numbers?.length ?? 0) / Math.max(1, slides.length))
  const bytes = Math.ceil(source.text.length * times)
  const brings = { bytes, nodes: () => Math.ceil(nodesIn(source.text) * times), name: source.path.replace(/^.*[\\/]/s, '') }
  if (!payAgain({ ...(settings.budget ? { budget: settings.budget } : {}), report }, [source.path, source.text.length], brings, position))
    return undefined
  const wanted = numbers?.flatMap((number) => slides[number - 1] ?? []) ?? slides
  return { path: source.path, slides: wanted }
}

/** `2,5-7` → 2 5 6 7, those that there are. */
const numbersIn = (range: string, count: number): number[] =>
  range.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map((text) => Number.parseInt(text, 10))
    return Array.from({ length: Math.max(0, Math.min(to, count) - from + 1) }, (_, index) => from + index)
  })

/** Cuts a file as Slidev does: at lines of dashes outside of code; lines right below one, up to the next, are the slide's front matter. */
function slidesIn(lines: readonly Line[]): WrittenSlide[] {
  const slides: WrittenSlide[] = []
  let slide = { rule: undefined as Line | undefined, front: [] as readonly Line[], close: undefined as Line | undefined, start: 0 }
  let fence: string | undefined
  const end = (index: number): void => {
    const { start, ...head } = slide
    const body = lines.slice(start, index)
    // What stands before the first rule is a slide, if there is anything.
    if (head.rule || body.some(({ text }) => text.trim() !== '')) slides.push({ ...head, body })
  }
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index] as Line
    const mark = /^\s*(`{3,})/.exec(text)?.[1]
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined
    if (fence !== undefined || !ruleLine.test(text)) continue
    end(index)
    const rule = lines[index]
    const close = /^---\s*$/.test(text) && (lines[index + 1]?.text.trim() ?? '') !== '' ? frontEnd(lines, index + 1) : undefined
    slide = {
      rule,
      // YAML has blank lines where it likes.
      front: close === undefined ? [] : lines.slice(index + 1, close).filter(({ text }) => !isBlank(text)),
      close: close === undefined ? undefined : lines[close],
      start: (close ?? index) + 1,
    }
    index = close ?? index
  }
  end(lines.length)
  return slides
}

/** The index of the rule that ends a front matter; undefined where there is none. */
function frontEnd(lines: readonly Line[], start: number): number | undefined {
  for (let index = start; index < lines.length; index++) {
    const { text } = lines[index] as Line
    if (/^---\s*$/.test(text)) return index
    if (!/^(?:\s+\S|[A-Za-z][\w.:-]*:(?:\s|$)|- |#|\s*$)/.test(text)) return undefined
  }
  return undefined
}
