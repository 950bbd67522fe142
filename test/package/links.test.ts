import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { packedFiles } from './packed.ts'

interface MarkdownNode {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
}

const parser = unified().use(remarkParse).use(remarkGfm)
const nodesOf = (path: string): MarkdownNode[] => {
  const flat = (node: MarkdownNode): MarkdownNode[] => [node, ...(node.children ?? []).flatMap(flat)]
  return flat(parser.parse(readFileSync(path, 'utf8')) as MarkdownNode)
}
const textOf = ({ value, children }: MarkdownNode): string => value ?? (children ?? []).map(textOf).join('')

/** The slugs that GitHub gives the headings of a page. */
const anchorsOf = (path: string): string[] =>
  nodesOf(path)
    .filter(({ type }) => type === 'heading')
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    )

/** Addresses of a page that lead neither to another host nor to nowhere. */
const linksOf = (path: string): string[] =>
  nodesOf(path)
    .flatMap(({ type, url, value }) =>
      type === 'html' ? [...(value ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, found]) => found) : [url],
    )
    .filter((url): url is string => url !== undefined && !/^[a-z][a-z+.-]*:/i.test(url))

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]
const packed = packedFiles().map(({ path }) => path)

/** Links that lead nowhere in the repository or, on a page that ships, in the package. */
function deadLinks(page: string): string[] {
  return linksOf(page).filter((url) => {
    const [path = '', anchor] = url.split('#')
    const target = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path)).replace(/\/$/, '')
    const isThere = existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor))
    const ships = packed.some((file) => file === target || file.startsWith(`${target}/`))
    return !isThere || (packed.includes(page) && !ships)
  })
}

it.each(pages)('leads nowhere in vain from %s, neither in the repository nor in the package', (page) => {
  expect(deadLinks(page)).toEqual([])
})

it('looks at the links of README.md, which ships', () => {
  expect(packed).toContain('README.md')
  expect(linksOf('README.md')).toContain('docs/syntax.md')
})
