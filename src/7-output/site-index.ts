import { relative, sep } from 'node:path'
import { escapeText } from '../formats/html-escapes.ts'

export interface SiteEntry {
  /** Absolute path of the page. */
  readonly output: string
  readonly title: string
  readonly steps: number
}

/** The page that lists several decks; its links are relative to `folder`, so it works from any host and from disk. */
export function siteIndex(entries: readonly SiteEntry[], folder: string): string {
  const items = entries.map(({ output, title, steps }) => {
    const path = relative(folder, output).split(sep)
    return `      <li><a href="${path.map(encodeURIComponent).join('/')}">${escapeText(title || path.join('/'))}</a> <small>${steps} slides</small></li>`
  })
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Talks</title>
    <style>
      body { max-width: 42rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.2rem/1.6 system-ui, sans-serif; color: #1b2330; background: #f7f8fa }
      li { margin: .6rem 0 } small { color: #5d6878 } a { color: #1f5fd0; text-underline-offset: .2em }
    </style>
  </head>
  <body>
    <h1>Talks</h1>
    <ul>
${items.join('\n')}
    </ul>
  </body>
</html>
`
}
