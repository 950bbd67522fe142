import type { TokenizeContext } from 'micromark-util-types'

/** The constructs in which nothing is Markdown until their own end: code, a formula, front matter. */
export const literalFlow: ReadonlySet<string> = new Set(['codeFenced', 'mathFlow', 'slideFrontMatter'])

const literalHtml = /^<(?:!|\?|(?:pre|script|style|textarea)(?=[\s>]|$))/i

/** Whether the HTML that is being read goes on until its end, over blank lines too (CommonMark, section 4.6, conditions 1 to 5). */
export function isLiteralHtml(flow: TokenizeContext): boolean {
  const token = flow.events.findLast(([kind, { type }]) => kind === 'enter' && type === 'htmlFlow')?.[1]
  return token !== undefined && literalHtml.test(flow.sliceSerialize({ start: token.start, end: flow.now() }))
}
