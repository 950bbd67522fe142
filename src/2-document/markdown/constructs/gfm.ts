import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm as gfmSyntax } from 'micromark-extension-gfm'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import type { Construct } from './construct.ts'

/**
 * GitHub's tables, task lists, footnotes, strikethrough and bare URLs. Those are not looked for once more in the finished tree, where escaped
 * ones would be URLs too and have no places. One `~` strikes nothing out where pandoc has a mark of its own for it (scripts.ts).
 */
export const gfm: Construct = {
  name: 'gfm',
  syntax: ({ dialect }) => gfmSyntax({ singleTilde: !pandocDialects.includes(dialect) }),
  mdast: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
}
