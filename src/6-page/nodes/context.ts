import type { Properties } from 'hast'
import type { Tools } from '../../1-source/tools.ts'
import type { Node, NodeOf, NodeType, Raw } from '../../2-document/nodes.ts'
import { isSubstep } from '../../3-deck/substeps.ts'
import type { DrawingNode } from '../../4-look/drawings/read-drawings.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { pressAttribute } from '../../page-contract/presses.ts'
import type { Code } from '../code/code.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Html } from '../hast.ts'
import type { Formulas } from '../maths/formulas.ts'
import type { AttributePair, WrittenAttribute } from '../safe/raw-html.ts'
import type { Targets } from '../targets.ts'

/** What the handlers of one page share, and where in the step the node stands. */
export interface RenderContext {
  readonly targets: Targets
  readonly embed: Embedder
  readonly code: Code
  readonly formulas: Formulas
  /** The HTML of a node that shows a drawing, and CSS for the box around it; undefined if it shows none, or none that is there. */
  readonly drawing: (node: DrawingNode) => { readonly html: string; readonly box: string } | undefined
  /** The author's raw HTML with its resources embedded. */
  readonly rawHtml: (node: Raw) => string
  /** The attributes that the author's fields become, with what they name embedded. */
  readonly fields: (fields: readonly WrittenAttribute[]) => readonly AttributePair[]
  readonly tools: Tools
  readonly report: Report
  readonly skipNotes: boolean
  readonly showMessages: boolean
  /** The theme's. */
  readonly lineBreaks: 1 | 2
  readonly safe: boolean
  /** Sections open around the node within its step: a title is `h${depth}`. */
  readonly depth: number
  render(nodes: readonly Node[], context: RenderContext): Html[]
}

export type Handler<Type extends NodeType> = (node: NodeOf<Type>, context: RenderContext) => Html[]

export type Handlers<Type extends NodeType> = { readonly [Name in Type]: Handler<Name> }

/** What an author says of its look, through the gate of the fields of slides. */
function styleOf({ style, position }: Node, context: RenderContext): Properties {
  if (style === undefined || position === undefined) return {}
  return Object.fromEntries(context.fields([{ name: 'style', value: style, position }]))
}

/** The id, the classes and the press of a node's element, own classes first. */
export function attributesOf(node: Node, context: RenderContext, classes: readonly string[] = []): Properties {
  const id = context.targets.idOf(node)
  const className = node.classes ? [...classes, ...node.classes] : [...classes]
  const press = isSubstep(node) ? node.presses?.[0] : undefined
  return {
    ...(className.length > 0 ? { className } : {}),
    ...(id === undefined ? {} : { id }),
    ...(press === undefined ? {} : { [pressAttribute]: press }),
    ...styleOf(node, context),
  }
}
