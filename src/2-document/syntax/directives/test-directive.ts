import { textBlock } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import { literalNode } from '../literal-node.ts'
import { unchangedRequired } from './options.ts'

/** Says what it was given; for tests of a parser (docutils: misc.TestDirective). */
export const testDirective: Directive = {
  name: 'restructuredtext-test-directive',
  arguments: { optional: 1, finalWhitespace: true },
  options: { option: unchangedRequired },
  content: true,
  run({ arguments: words, options, content, position }, tools) {
    const args = { arguments: words, options, content: textBlock(content).text }
    const shown = content.length > 0 ? [literalNode('literal_block', content)] : []
    return [tools.message('rst/test-directive', args, position, shown)]
  },
}
