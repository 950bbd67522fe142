import { copyMark } from '../../page-contract/attributes.ts'
import { type Identified, nameIds } from './identify.ts'
import { dataUri, type Outside } from './outside.ts'
import type { Inclusions } from './place.ts'

/** File that a drawing names → what stands for it in the page; undefined for a sheet and for what is missing. */
export type Named = Map<string, string | undefined>

/** A drawing as one page has it, for the next process that makes the page: most of what is in a deck's drawings stays as it is from build to build. */
export interface Kept {
  /** Of its first inclusion. */
  readonly html: string
  /** The root's. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** Ids, in the file and in the page, in document order. */
  readonly written: readonly string[]
  readonly ids: readonly string[]
  /** Attribute → what the file has in it where the page has it with another id. */
  readonly values: readonly (readonly [attribute: string, written: readonly string[]])[]
  /** Address of each file that it names → what stands for it. */
  readonly named: readonly (readonly [address: string, uri: string])[]
}

/** What all of it depends on besides the file, its ids and what it names: the numbers of its inclusions. */
const useOf = ({ key, copies }: Inclusions): string => key + copies.join('')

/** What an earlier process kept, if its ids and what it names are the same here; what is named is read again, so that whoever watches it knows of it. */
export function readKept(
  found: Inclusions,
  taken: ReadonlySet<string>,
  outside: Outside,
): { kept: Kept; identified: Identified } | undefined {
  const text = found.drawing.kept?.read(found.key, useOf(found))
  if (text === undefined) return undefined
  try {
    const kept: Kept = JSON.parse(text)
    const identified = nameIds(kept.written, found.key, taken)
    const isSame = identified.ids.join(copyMark) === kept.ids.join(copyMark)
    return isSame && kept.named.every(([address, uri]) => dataUri(address, outside) === uri) ? { kept, identified } : undefined
  } catch {
    return undefined
  }
}

type Written = Inclusions & { readonly named: Named; readonly identified: Identified } & Pick<Kept, 'html' | 'attributes' | 'values'>

/** Keeps a drawing that brings nothing into the page that others must make way for. One of whose files is missing is told of each time. */
export function keep({ drawing, identified, named, html, attributes, values, ...inclusions }: Written): void {
  const uris = [...named].flatMap(([address, uri]) => (uri === undefined ? [] : [[address, uri] as const]))
  if (!drawing.kept || uris.length < named.size) return
  const kept: Kept = { html, attributes, written: identified.written, ids: identified.ids, values, named: uris }
  drawing.kept.write(inclusions.key, useOf({ drawing, ...inclusions }), JSON.stringify(kept))
}
