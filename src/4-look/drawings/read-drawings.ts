import type { Resources } from '../../1-source/resources.ts'
import type { Drawing, Node, Raw } from '../../2-document/nodes.ts'
import { isRawDrawing, rawText } from '../../2-document/raw.ts'
import type { DrawingStore, ReadDrawing, ShownDrawing } from './drawing.ts'
import { withoutOwnBox } from './own-box.ts'

/** A node that shows a drawing. */
export type DrawingNode = Drawing | Raw

/** What each node shows that shows a drawing, in the order of the page. One whose file is missing is reported by `resources` and left out. */
export type DeckDrawings = ReadonlyMap<DrawingNode, ShownDrawing>

/** Reads every drawing that the nodes show. The same file is read once, however often it is shown. */
export async function readDrawings(nodes: readonly Node[], store: DrawingStore, resources: Resources): Promise<DeckDrawings> {
  const files = nodes.flatMap((node) => {
    const file = node.type === 'drawing' ? namedFile(node, resources) : node.type === 'raw' ? rawFile(node) : undefined
    return file ? [{ node: node as DrawingNode, ...file }] : []
  })
  const drawings = await Promise.all(files.map(({ content, path }) => store.read(content, path)))
  const shown = new Map<DrawingNode, ShownDrawing>()
  const boxless = new Map<ReadDrawing, ReadDrawing>()
  for (const [index, { node }] of files.entries()) {
    const drawing = drawings[index]
    if (!drawing) continue
    const { position } = node
    const placed = position ? { position } : {}
    if (node.type === 'raw') shown.set(node, { drawing, ...placed })
    else {
      boxless.set(drawing, boxless.get(drawing) ?? inOurBox(drawing))
      shown.set(node, { drawing: boxless.get(drawing) ?? drawing, ...placed, view: node })
    }
  }
  return shown
}

/** As `svg::` shows it. Where the root says nothing of its box, it is the drawing that `raw::` shows, and stands in the page once for both. */
function inOurBox(drawing: ReadDrawing): ReadDrawing {
  const root = drawing.root && withoutOwnBox(drawing.root)
  return root && root !== drawing.root ? { ...drawing, key: `${drawing.key} without its box`, root, kept: undefined } : drawing
}

interface File {
  readonly path: string
  readonly content: string | Uint8Array
}

function namedFile({ uri, position }: Drawing, resources: Resources): File | undefined {
  const found = resources.read(uri, position?.source ?? '', 'graphic', position)
  return found && { path: found.path, content: found.bytes }
}

const rawFile = (node: Raw): File | undefined => (isRawDrawing(node) ? { path: node.source ?? '', content: rawText(node) } : undefined)
