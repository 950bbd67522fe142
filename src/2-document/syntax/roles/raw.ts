import type { Role } from '../../role.ts'
import { classesOf, rawTextOf } from './role-text.ts'

/** Text for one output format, as it is. Only a derived role can say which. */
export const raw: Role = {
  name: 'raw',
  options: { format: (text) => ({ value: text ?? '' }) },
  run(invocation, tools) {
    if (tools.settings.rawEnabled === false) return tools.problem('rst/raw-role-disabled', { role: invocation.name })
    const format = invocation.options['format']
    if (typeof format !== 'string') return tools.problem('rst/raw-role-without-format', { role: invocation.name })
    return {
      nodes: [
        {
          type: 'raw',
          ...classesOf(invocation),
          format,
          'xml:space': 'preserve',
          children: rawTextOf(invocation),
          position: invocation.position,
        },
      ],
      messages: [],
    }
  },
}
