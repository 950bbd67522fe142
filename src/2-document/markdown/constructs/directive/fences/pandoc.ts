import { readAttributes } from '../../../attributes.ts'
import type { FenceSyntax } from './fence-syntax.ts'

/** `::: {.class #id width=40%}` (pandoc, fenced_divs); its `::: name` is a generic directive's line too. */
export const pandoc: FenceSyntax = (line, start) => {
  const attributes = readAttributes(line, start)
  return attributes && { opening: { name: '', argument: undefined, titled: false, attributes }, end: attributes.end }
}
