import type { Parents } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { TokenType } from 'micromark-util-types'

/** A node of mdast for each token of a type, with what stands in the token; made of what the token carries. */
export const parent = <Read>(type: TokenType, make: (read: Read) => Parents): FromMarkdown => ({
  canContainEols: [type],
  enter: {
    [type](token) {
      this.enter(make(token.read as Read), token)
    },
  },
  exit: {
    [type](token) {
      this.exit(token)
    },
  },
})
