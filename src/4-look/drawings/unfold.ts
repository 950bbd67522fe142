import type { DrawingTerm, DrawingView } from '../../2-document/our-fields.ts'
import type { Showing } from '../../page-contract/unfolding.ts'
import { fits, isGlob } from './names.ts'
import { allObjects, type DrawingObject, namesOf } from './objects.ts'

/** What is shown otherwise than the file has it, by object. */
export type State = ReadonlyMap<DrawingObject, Showing>

export interface Unfolding {
  /** At the start, and after each press. */
  readonly states: readonly State[]
  /** Names that nothing in the drawing has. */
  readonly unknown: readonly string[]
}

interface Draft {
  readonly showing: Map<DrawingObject, Showing>
  /** Hidden only because the group around them was opened for another part. */
  readonly beside: Set<DrawingObject>
}

/**
 * What an `svg::` shows, before and after each press. What its options do not name stays as the file has it; what a step adds later is
 * hidden until then, what one takes away is there before. `:show:` wins over `:hide:`. A bare `*` stands for the outermost named groups.
 */
export function unfold(root: DrawingObject, view: DrawingView, previous: State | undefined): Unfolding {
  const unknown: string[] = []
  const all = [...allObjects(root)]
  const find = (name: string): DrawingObject[] => {
    const found = name === '*' ? outermost(root) : all.filter((object) => namesOf(object).some((own) => matches(name, own, object)))
    if (found.length === 0) unknown.push(name)
    return found
  }
  const draft: Draft = { showing: new Map(view.from ? previous : undefined), beside: new Set() }
  for (const name of view.hide ?? []) for (const object of find(name)) hide(draft, object)
  for (const name of view.show ?? []) for (const object of find(name)) show(draft, object)
  for (const name of view.dim ?? []) for (const object of find(name)) show(draft, object, 'dim')
  if (!view.steps) return { states: [draft.showing], unknown }
  const steps = view.steps.map((terms) => terms.map((term) => ({ ...term, objects: find(term.name) })))
  waitForSteps(draft, steps)
  const states: State[] = []
  const current = draft
  let shown = new Set<DrawingObject>()
  for (const terms of steps) {
    if (terms.some(({ sign }) => sign === '')) {
      for (const object of shown) hide(current, object)
      shown = new Set()
    }
    for (const { sign, objects } of terms) {
      for (const object of objects) {
        if (sign === '-') hide(current, object)
        else show(current, object)
        if (sign === '-') shown.delete(object)
        else shown.add(object)
      }
    }
    states.push(new Map(current.showing))
  }
  return { states, unknown }
}

/** Of parts that lie in each other, a glob finds the outermost: with it, what is inside comes and goes. */
const matches = (wanted: string, own: string, { parent }: DrawingObject): boolean =>
  isGlob(wanted) ? fits(wanted, own) && !hasFitting(parent, wanted) : wanted === own

const hasFitting = (object: DrawingObject | undefined, glob: string): boolean =>
  object !== undefined && (namesOf(object).some((name) => fits(glob, name)) || hasFitting(object.parent, glob))

/** Named groups that stand in no other named group. */
function outermost(root: DrawingObject): DrawingObject[] {
  return root.children.flatMap((child) => (child.isGroup ? (namesOf(child).length > 0 ? [child] : outermost(child)) : []))
}

interface Term extends DrawingTerm {
  readonly objects: readonly DrawingObject[]
}

/** What is first named by a later step that adds it is hidden until then, unless the other options have settled it. */
function waitForSteps({ showing }: Draft, steps: readonly (readonly Term[])[]): void {
  const settled = new Set(showing.keys())
  for (const [index, terms] of steps.entries()) {
    for (const { sign, objects } of terms) {
      for (const object of objects) {
        if (!settled.has(object) && sign !== '-' && index > 0) showing.set(object, 'off')
        settled.add(object)
      }
    }
  }
}

function hide({ showing, beside }: Draft, object: DrawingObject): void {
  showing.set(object, 'off')
  beside.delete(object)
}

/** Shows a part along with what it stands in: a hidden group around it is opened, and the other groups in that stay hidden. */
function show(draft: Draft, object: DrawingObject, as: Showing = 'on'): void {
  const { showing, beside } = draft
  const path: DrawingObject[] = []
  for (let outer = object.parent; outer?.parent; outer = outer.parent) path.unshift(outer)
  for (const [depth, outer] of path.entries()) {
    if (!isHidden(draft, outer)) continue
    showing.set(outer, 'on')
    beside.delete(outer)
    // Shapes beside a group are taken for its background; beside a shape they are its like.
    const others = outer === object.parent && !object.isGroup ? outer.children : outermost(outer)
    for (const other of others) {
      if (other === object || path.includes(other, depth) || showing.has(other)) continue
      showing.set(other, 'off')
      beside.add(other)
    }
    // The next on the way is opened in its turn, its own other groups hidden.
    const next = path.find((inner, place) => place > depth && namesOf(inner).length > 0)
    if (next && !showing.has(next)) showing.set(next, 'off')
  }
  showing.set(object, as)
  beside.delete(object)
  for (const inner of allObjects(object)) if (beside.delete(inner)) showing.delete(inner)
}

const isHidden = ({ showing }: Draft, object: DrawingObject): boolean =>
  showing.get(object) === 'off' || (object.isHidden && !showing.has(object))
