import type { Raw } from './nodes.ts'

/** Whether the page shows it. */
export const isRawHtml = ({ format }: Raw): boolean => format.split(/\s+/).includes('html')

/** `raw:: html` with a drawing as `:file:`. */
export const isRawDrawing = (node: Raw): boolean =>
  node.source !== undefined && /\.svgz?$/i.test(node.source.replace(/[?#].*$/s, '')) && isRawHtml(node)

export const rawText = ({ children }: Raw): string => children.map(({ value }) => value).join('')
