import type { Node as UnistNode } from 'unist'
import { codes } from '../micromark/codes.ts'
import { lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'
import { markNode } from './slide-mark.ts'

/** What follows comes with the next press of the key. */
interface Pause extends UnistNode {
  type: 'pause'
}

declare module 'mdast' {
  interface RootContentMap {
    pause: Pause
  }
}

/** `. . .` alone on a line, and no line of a text (pandoc, inserting pauses); in an item or a column it holds for the rest of that. */
export const pause: Construct = {
  name: 'pause',
  syntax: (reading) => ({
    flow: {
      [codes.dot]: lineConstruct('pause', reading, ({ text }, self) =>
        reading.slides && !self.interrupt && /^\. \. \.[ \t]*$/.test(text) ? true : undefined,
      ),
    },
  }),
  mdast: [leaf('pause', (): Pause => ({ type: 'pause' }))],
  blocks: { pause: (node: Pause, context) => [markNode('pause', node, context)] },
}
