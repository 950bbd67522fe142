import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { makeEditsLinear } from './linear-edits.ts'

/** Text → mdast: CommonMark with GFM, formulas and directives. */
export const createMdastParser = (): ((text: string) => Root) => {
  makeEditsLinear()
  const processor = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).use(remarkMath).use(remarkDirective).freeze()
  return (text) => processor.parse(text)
}

/** remark-gfm looks for URLs once more in the finished tree, where it takes escaped ones for URLs too and knows no places. */
function withoutTransforms(this: Processor): void {
  for (const extension of (this.data('fromMarkdownExtensions') ?? []).flat()) if (extension.transforms) extension.transforms = []
}
