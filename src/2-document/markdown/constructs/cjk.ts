import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { combineExtensions } from 'micromark-util-combine-extensions'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import type { Construct } from './construct.ts'

/**
 * Marks beside Chinese, Japanese and Korean punctuation are emphasis, as their authors mean it: `**「強調」**する`. To CommonMark a mark between
 * punctuation and a letter neither opens nor closes, since it counts on blanks between words. No example of its specification, nor of GFM's, is read
 * otherwise.
 */
export const cjk: Construct = {
  name: 'cjk',
  syntax: ({ dialect }) =>
    combineExtensions([cjkFriendlyExtension(), gfmStrikethroughCjkFriendly({ singleTilde: !pandocDialects.includes(dialect) })]),
}
