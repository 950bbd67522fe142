import type { Meta } from '../../nodes.ts'

/** `:name attribute=value: content` */
export function metaField({ type: _type, children: _children, position: _position, content, name, ...attributes }: Meta): string {
  const words = [...(name === undefined ? [] : [name]), ...Object.entries(attributes).map(([key, value]) => `${key}=${String(value)}`)]
  return `:${words.join(' ')}: ${content ?? ''}`
}
