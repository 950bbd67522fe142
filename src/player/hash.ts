/** Where a URL's hash leads: `#/id` and `#id`, percent-encoded or not, name a step or anything inside one. */
export function stepOfHash(hash: string): HTMLElement | null {
  const name = hash.replace(/^#\/?/, '')
  if (name === '') return null
  const target = document.getElementById(name) ?? document.getElementById(decoded(name))
  return target?.closest<HTMLElement>('#impress .step') ?? null
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
