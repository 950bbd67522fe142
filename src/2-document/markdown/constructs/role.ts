import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import type { Construct } from './construct.ts'

/** `:role[text]{options}`: remark's text directive; its blocks are not ours (directive/). */
export const role: Construct = { name: 'role', syntax: () => ({ text: directive().text }), mdast: [directiveFromMarkdown()] }
