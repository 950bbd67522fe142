import { type CssToken, tokenValue } from '../../formats/css/tokens.ts'

/**
 * A token as it goes out: without any text that who reads no tokens takes for `@import` or `url(`, as a browser's preload scanner does, which
 * fetches from `@layer "a;@import 'http://x';";` what is but a string. A letter of the word becomes an escape, which says the same; in a comment,
 * where escapes say nothing, a blank parts it. `next` is the token behind.
 */
export function quiet({ type, text }: CssToken, next: CssToken | undefined): string {
  const start = opensUrl(type, text) ? text.indexOf('(') + 1 : 0
  const whole = next?.type === '(' ? `${text}(` : text
  loud.lastIndex = start
  if (!loud.test(whole)) return text
  const tail = type === 'comment' ? parted(whole.slice(start)) : escaped(whole.slice(start))
  return text.slice(0, start) + (whole === text ? tail : tail.slice(0, -1))
}

/** What is an address by right. */
const opensUrl = (type: CssToken['type'], text: string): boolean =>
  type === 'url' || type === 'bad-url' || (type === 'function' && tokenValue({ type, text, start: 0 }).toLowerCase() === 'url')

const loud = /@import|url\(/gi

const parted = (comment: string): string =>
  comment.replace(loud, (word) => (word.startsWith('@') ? `@ ${word.slice(1)}` : `${word.slice(0, -1)} (`))

/** No hexadecimal digit follows the letter; a backslash before it makes an escape with it already, that of the letter itself. */
const escaped = (text: string): string =>
  text.replace(/(@)(i)(?=mport)|(\\*)(u)(?=rl\()/gi, (_, at = '', i?: string, backslashes = '', u = '') => {
    if (i !== undefined) return `${at}\\${code(i)}`
    return `${backslashes.length % 2 === 0 ? backslashes : backslashes.slice(1)}\\${code(u)}`
  })

const code = (letter: string): string => letter.charCodeAt(0).toString(16)
