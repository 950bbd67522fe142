import type { Directive } from '../../directive.ts'

/** The document's title for its metadata; nothing of it is shown. */
export const title: Directive = {
  name: 'title',
  arguments: { required: 1, finalWhitespace: true },
  run({ arguments: [text = ''] }, { document }) {
    document.title = text
    return []
  },
}
