import type { Node as UnistNode } from 'unist'
import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'
import { markNode } from './slide-mark.ts'

/** What follows goes into the named part of the slide's layout. */
interface Slot extends UnistNode {
  type: 'slot'
  name: string
}

declare module 'mdast' {
  interface RootContentMap {
    slot: Slot
  }
}

/** `::right::`, `:: right ::` (Slidev, slots of a layout). */
export const slot: Construct = {
  name: 'slot',
  syntax: (reading) => ({
    flow: {
      [codes.colon]: lineConstruct('slot', reading, ({ text }, self) =>
        isAtLineStart(self) && isInSlide(self, reading) ? /^::[ \t]*([a-z][\w-]*)[ \t]*::[ \t]*$/.exec(text)?.[1] : undefined,
      ),
    },
  }),
  mdast: [leaf('slot', (name: string): Slot => ({ type: 'slot', name }))],
  blocks: { slot: (node: Slot, context) => [markNode({ slot: node.name }, node, context)] },
}
