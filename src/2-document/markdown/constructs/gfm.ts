import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm as gfmSyntax } from 'micromark-extension-gfm'
import type { Construct } from './construct.ts'

/**
 * GitHub's tables, task lists, footnotes, strikethrough and bare URLs. Those are not looked for once more in the finished tree, where escaped
 * ones would be URLs too and have no places.
 */
export const gfm: Construct = {
  name: 'gfm',
  syntax: () => gfmSyntax(),
  mdast: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
}
