import type { PageOptions } from './page.ts'

/**
 * The Content-Security-Policy of a stranger's deck: the browser runs the player alone and fetches nothing, whatever the compiler may have let
 * through (CSS has many ways to write a URL). `scripts` are the page's own as they stand in their elements.
 *
 * 'self' lets the preview server's script in, which no deck can write an element for, and the console show the page; for a page on disk it is `file:`.
 */
export function policyOf(scripts: readonly string[], { assets }: Pick<PageOptions, 'assets'>): string {
  // Loading it takes 4 ms, and few decks are a stranger's.
  const { createHash } = process.getBuiltinModule('node:crypto')
  const hashes = scripts.map((script) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const beside = assets === 'copy' ? " 'self' file:" : ''
  return [
    "default-src 'none'",
    `script-src 'self'${hashes.join('')}`,
    "connect-src 'self'",
    "frame-src 'self' file:",
    `style-src 'unsafe-inline'${beside}`,
    ...['img', 'font', 'media'].map((kind) => `${kind}-src data:${beside}`),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
