/** Identifiers and reference names as docutils makes them (nodes.py: make_id, fully_normalize_name, whitespace_normalize_name). */

/** White space as Python's `str.split()` sees it: without U+FEFF. */
const spaces = /(?:[\x1c-\x1f\x85]|(?!\ufeff)\s)+/g

/** One blank for each run of white space, none at the ends. */
export const collapseSpace = (text: string): string =>
  spacesToCollapse.test(text) ? text.replace(spaces, ' ').replace(/^ | $/g, '') : text

// What most texts have none of.
const spacesToCollapse = /[\s\x1c-\x1f\x85]{2}|[^\S ]|[\x1c-\x1f\x85]|^ | $/

/** The form in which names are compared. */
export const normalizeName = (name: string): string => collapseSpace(name.toLowerCase())

/** Text → an id or class that matches `[a-z](-?[a-z0-9]+)*`; empty if nothing of it can stand in one. */
export function makeId(text: string): string {
  if (plainWords.test(text)) return text.replaceAll(' ', '-')
  const ascii = collapseSpace(
    text
      .toLowerCase()
      .replace(foldable, (letter) => letterFolds.get(letter) ?? letter)
      .normalize('NFKD')
      .replace(/[^\x00-\x7f]+/g, ''),
  )
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-$/g, '')
}

// What most names are: an id but for its blanks.
const plainWords = /^[a-z][a-z0-9]*(?:[- ][a-z0-9]+)*$/

// Letters that Unicode does not decompose into a base letter and a mark (docutils: _non_id_translate and _non_id_translate_digraphs).
const letterFolds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    o: 'ø',
    d: 'đƌȡ',
    h: 'ħ',
    i: 'ı',
    l: 'łƚȴ',
    t: 'ŧƫƭȶ',
    b: 'ƀƃ',
    c: 'ƈȼ',
    f: 'ƒ',
    k: 'ƙ',
    n: 'ƞȵ',
    p: 'ƥ',
    y: 'ƴɏ',
    z: 'ƶȥɀ',
    g: 'ǥ',
    j: 'ȷɉ',
    s: 'ȿ',
    e: 'ɇ',
    q: 'ɋ',
    r: 'ɍ',
    sz: 'ß',
    ae: 'æ',
    oe: 'œ',
    db: 'ȸ',
    qp: 'ȹ',
  }).flatMap(([fold, letters]) => [...letters].map((letter) => [letter, fold] as const)),
)
const foldable = /[øđƌȡħıłƚȴŧƫƭȶƀƃƈȼƒƙƞȵƥƴɏƶȥɀǥȷɉȿɇɋɍßæœȸȹ]/g
