import type { Nodes } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { TokenType } from 'micromark-util-types'

/** A node of mdast for each token of a type, made of what the token carries. */
export const leaf = <Read>(type: TokenType, make: (read: Read) => Nodes): FromMarkdown => ({
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
