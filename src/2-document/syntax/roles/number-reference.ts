import type { InlineResult } from '../../directive.ts'
import type { Role, RoleInvocation } from '../../role.ts'
import { classesOf } from './role-text.ts'

/** A number as Python's `int` reads it: white space around it, a sign, low lines between digits, and at most 4300 digits. */
const integer = (text: string): bigint | undefined => {
  const [, sign, digits = ''] = /^\s*([+-]?)([0-9]+(?:_[0-9]+)*)\s*$/.exec(text) ?? []
  return digits === '' || digits.length > 4300 ? undefined : BigInt(digits.replaceAll('_', '')) * (sign === '-' ? -1n : 1n)
}

const reference = (invocation: RoleInvocation, text: string, refuri: string): InlineResult => ({
  nodes: [
    {
      type: 'reference',
      ...classesOf(invocation),
      refuri,
      children: [{ type: 'text', value: text, position: invocation.textPosition }],
      position: invocation.position,
    },
  ],
  messages: [],
})

/** A Python Enhancement Proposal by its number. */
export const pepReference: Role = {
  name: 'pep-reference',
  run(invocation, tools) {
    const number = integer(invocation.text)
    if (number === undefined || number < 0n || number > 9999n) return tools.problem('rst/pep-number', { text: invocation.text })
    return reference(invocation, `PEP ${invocation.text}`, `https://peps.python.org/pep-${String(number).padStart(4, '0')}`)
  },
}

/** A Request for Comments by its number, with a section after `#`. */
export const rfcReference: Role = {
  name: 'rfc-reference',
  run(invocation, tools) {
    const hash = invocation.text.indexOf('#')
    const number = integer(hash < 0 ? invocation.text : invocation.text.slice(0, hash))
    if (number === undefined || number < 1n) return tools.problem('rst/rfc-number', { text: invocation.text })
    const section = hash < 0 ? '' : invocation.text.slice(hash)
    return reference(invocation, `RFC ${number}`, `https://tools.ietf.org/html/rfc${number}.html${section}`)
  },
}
