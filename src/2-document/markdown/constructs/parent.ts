import type { Parents } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { TokenType } from 'micromark-util-types'
import { leaf } from './leaf.ts'

/** A node of mdast for each token of a type, with what stands in the token; made of what the token carries. */
export const parent = <Read>(type: TokenType, make: (read: Read) => Parents): FromMarkdown => ({
  ...leaf(type, make),
  canContainEols: [type],
})
