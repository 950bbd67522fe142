import type { Node as UnistNode } from 'unist'
import { codes } from '../../micromark/codes.ts'
import { lineConstruct } from '../../micromark/reading.ts'
import type { Construct } from '../construct.ts'
import { leaf } from '../leaf.ts'
import { readFence } from './fences/read-fence.ts'
import type { DirectiveHead } from './head.ts'
import { readDirectiveLine } from './read-directive.ts'

/** A directive without a body. */
export interface DirectiveLine extends UnistNode {
  type: 'directiveLine'
  head: DirectiveHead
}

declare module 'mdast' {
  interface RootContentMap {
    directiveLine: DirectiveLine
  }
}

/** `::name[argument]{options}` */
export const directiveLine: Construct = {
  name: 'directiveLine',
  syntax: (reading) => ({
    flow: {
      [codes.colon]: lineConstruct('directiveLine', reading, (line): DirectiveHead | undefined => {
        const fence = /^::(?!:)/.test(line.text) ? readFence(line, 0) : undefined
        return fence && { ...fence.opening, line }
      }),
    },
  }),
  mdast: [leaf('directiveLine', (head: DirectiveHead): DirectiveLine => ({ type: 'directiveLine', head }))],
  blocks: { directiveLine: readDirectiveLine },
}
