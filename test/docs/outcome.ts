import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pressTable } from '../../src/3-deck/press-table.ts'
import { layoutTable } from '../../src/5-layout/table.ts'
import { compile } from '../../src/compile.ts'
import { formatPretty } from '../../src/diagnostics/format.ts'
import type { Kind } from './examples.ts'

export interface Outcome {
  readonly text: string
  /** What the compiler said of warning and above, by code. */
  readonly codes: readonly string[]
}

/** What comes of an example: a piece of a slide is put into one. Its picture is `dot.png`. */
export async function outcome(rst: string, kind: Kind | undefined): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  try {
    writeFileSync(join(folder, 'dot.png'), 'dot')
    const text = rst.startsWith('----\n') ? rst : `----\n\n${rst}`
    const { page, deck, placements, diagnostics } = await compile(
      { path: join(folder, 'deck.rst'), text },
      { player: '/* player */', theme: 'bare' },
    )
    const worse = diagnostics.filter(({ severity }) => severity !== 'info')
    const step = /<div id="impress"[^>]*>\n([\s\S]*?)\n<script>/.exec(page.html)?.[1]?.replace(/<\/div>\n*$/, '') ?? ''
    const texts: Record<Kind, () => string> = {
      html: () => tidy(step.replace(/^<div [^>]*>/, '').replace(/<\/div>\s*$/, '')),
      step: () => tidy(step),
      layout: () => layoutTable(deck.steps, placements),
      presses: () => pressTable(deck.steps),
      problems: () =>
        worse
          .map((found) =>
            formatPretty(found, { textOf: () => text })
              .replaceAll(folder, '')
              .replace(/^\//, ''),
          )
          .join('\n'),
    }
    return { text: kind ? texts[kind]() : '', codes: kind === 'problems' ? [] : worse.map(({ code }) => code) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const blocks = 'address|aside|blockquote|caption|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|img|li|ol|p|pre|table|tbody|td|th|thead|tr|ul'

/** HTML with a line for each block, as the page shows it. A picture's bytes are left out. */
function tidy(html: string): string {
  return html
    .replace(/src="data:[^"]*"/g, 'src="…"')
    .replace(new RegExp(`(</(?:${blocks})>|<img[^>]*>)(?=<)`, 'g'), '$1\n')
    .replace(new RegExp(`(<(?:${blocks.replace('|pre', '').replace('|p|', '|')})(?: [^>]*)?>)(?=<(?:${blocks})[ >])`, 'g'), '$1\n')
    .replace(/<tr>[\s\S]*?<\/tr>/g, (row) => row.replace(/\n/g, ''))
    .trim()
}
