import type { Node as UnistNode } from 'unist'
import { placeOf, remark } from '../context.ts'
import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'

/** Code of a file that should stand here. */
interface CodeImport extends UnistNode {
  type: 'codeImport'
  written: string
}

declare module 'mdast' {
  interface RootContentMap {
    codeImport: CodeImport
  }
}

/** `<<< @/file` (Slidev, importing snippets), which is not done here. */
export const codeImport: Construct = {
  name: 'codeImport',
  syntax: (reading) => ({
    flow: {
      [codes.lessThan]: lineConstruct('codeImport', reading, ({ text }, self) =>
        isAtLineStart(self) && isInSlide(self, reading) && text.startsWith('<<< ') ? text : undefined,
      ),
    },
  }),
  mdast: [leaf('codeImport', (written: string): CodeImport => ({ type: 'codeImport', written }))],
  blocks: {
    codeImport(node: CodeImport, context) {
      remark(context, 'markdown/no-meaning', { tool: 'Slidev', what: `code import "${node.written}"` }, placeOf(node, context))
      return []
    },
  },
}
