/** What was thrown, in words: `TypeError: x is not a function`. Anything can be thrown, also what cannot be printed. */
export function thrownText(thrown: unknown): string {
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`.replace(/: $/, '').replace(/[.\s]+$/, '')
  return typeof thrown === 'string' && thrown !== '' ? `“${thrown}”` : 'something that is no error'
}

/** Where an author's own module threw it: `deck.config.mjs:8:13`; undefined where the stack does not say. */
export function placeInModule(thrown: unknown): string | undefined {
  // Node calls an ES module by its URL; what a package threw was called by the author's.
  for (const line of stackFrames(thrown)) {
    const [, name, place] = /file:\/\/\S*?([^/?\s]+)(?:\?[^/\s]*?)?(:\d+:\d+)\)?$/.exec(line) ?? []
    if (name !== undefined && !line.includes('/node_modules/')) return `${decodeURIComponent(name)}${place}`
  }
  return undefined
}

/** The calls in an error's stack, innermost first, without its message. */
export const stackFrames = (thrown: unknown): string[] => {
  const stack = thrown instanceof Error && typeof thrown.stack === 'string' ? thrown.stack : ''
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
