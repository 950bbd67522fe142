import { mathFromMarkdown } from 'mdast-util-math'
import { math as mathSyntax } from 'micromark-extension-math'
import type { Construct } from './construct.ts'

/** `$x$`, and `$$` lines around a formula. */
export const math: Construct = { name: 'math', syntax: () => mathSyntax(), mdast: [mathFromMarkdown()] }
