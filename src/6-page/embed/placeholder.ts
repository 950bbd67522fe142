import { textDataUrl } from './data-url.ts'

/** What stands where a picture should: its name in a dashed box. */
export function placeholder(uri: string): string {
  const name = uri.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  return textDataUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect x="2" y="2" width="316" height="116" rx="8" fill="#fff4f2" stroke="#c4320a" stroke-width="2" stroke-dasharray="8 6"/><text x="160" y="54" text-anchor="middle" font-family="sans-serif" font-size="15" fill="#c4320a">missing</text><text x="160" y="80" text-anchor="middle" font-family="monospace" font-size="14" fill="#7a271a">${name}</text></svg>`,
    'image/svg+xml',
  )
}
