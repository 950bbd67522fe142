import type { Resources } from '../../1-source/resources.ts'
import type { Drawing, Node, Raw } from '../../2-document/nodes.ts'
import type { DrawingRequest } from './contract.ts'

/** A node that shows a drawing. */
export type DrawingNode = Drawing | Raw

/** Every drawing that the nodes show, in their order. One whose file is missing is reported by `resources` and left out. */
export function drawingRequests(
  nodes: readonly Node[],
  resources: Resources,
): { readonly node: DrawingNode; readonly request: DrawingRequest }[] {
  return nodes.flatMap((node) => {
    const request = node.type === 'drawing' ? fromFile(node, resources) : node.type === 'raw' ? fromText(node) : undefined
    return request ? [{ node: node as DrawingNode, request }] : []
  })
}

function fromFile(node: Drawing, resources: Resources): DrawingRequest | undefined {
  const found = resources.read(node.uri, node.position?.source ?? '', 'graphic', node.position)
  return found && { path: found.path, content: found.bytes, drawing: node, ...placeOf(node) }
}

const fromText = (node: Raw): DrawingRequest | undefined =>
  isRawDrawing(node) ? { path: node.source ?? '', content: textOf(node), ...placeOf(node) } : undefined

/** `raw:: html` with a drawing as `:file:`. */
export const isRawDrawing = ({ source, format }: Raw): boolean =>
  source !== undefined && isDrawing(source) && format.split(/\s+/).includes('html')

/** The drawing as `svg::` without options would have it. */
export const asDrawing = (node: DrawingNode): Drawing =>
  node.type === 'drawing'
    ? node
    : {
        type: 'drawing',
        uri: node.source ?? '',
        ...(node.classes ? { classes: node.classes } : {}),
        ...(node.position ? { position: node.position } : {}),
        children: [],
        data: { view: {} },
      }

export const textOf = ({ children }: Raw): string => children.map(({ value }) => value).join('')

const placeOf = (node: Node): Pick<DrawingRequest, 'position'> => (node.position ? { position: node.position } : {})

const isDrawing = (path: string): boolean => /\.svgz?$/i.test(path.replace(/[?#].*$/s, ''))
