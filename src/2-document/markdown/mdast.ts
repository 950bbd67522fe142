import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Text → mdast: CommonMark with GFM, formulas and directives. */
export const createMdastParser = (): ((text: string) => Root) => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective).freeze()
  return (text) => processor.parse(text)
}
