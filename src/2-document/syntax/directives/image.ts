import type { DeclaredOptions, Directive, DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import { collapseSpace, normalizeName } from '../../identifiers.ts'
import type { Image, Reference } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import {
  choice,
  flag,
  formatValues,
  joinUri,
  lengthOrPercentageOrUnitless,
  lengthOrUnitless,
  percentage,
  unchanged,
  unchangedRequired,
} from './options.ts'
import { drawingNode } from './svg.ts'

const inLine = ['top', 'middle', 'bottom']
export const besideText = ['left', 'center', 'right']

export const imageOptions: DeclaredOptions = {
  alt: unchanged,
  height: lengthOrUnitless,
  width: lengthOrPercentageOrUnitless,
  scale: percentage,
  align: choice([...inLine, ...besideText]),
  loading: choice(['embed', 'link', 'lazy']),
  target: unchangedRequired,
  ...classAndName,
}

export const image: Directive = {
  name: 'image',
  arguments: { required: 1, finalWhitespace: true },
  // Ours: `:inline:` puts a drawing itself into the page, where selectors and scripts reach its parts.
  options: { ...imageOptions, inline: flag },
  run(invocation, tools) {
    const { options, substitution } = invocation
    const allowed = substitution === undefined ? besideText : inLine
    const align = options['align'] as string | undefined
    if (align !== undefined && !allowed.includes(align))
      return [tools.error('rst/image-align', { value: align, allowed: formatValues(allowed), substitution: substitution !== undefined })]
    if (options['inline'] && substitution === undefined) return [drawingNode(invocation, tools)]
    return [imageNode(invocation, tools)]
  },
}

/** The image, within a reference if `:target:` makes it one. */
export function imageNode(invocation: DirectiveInvocation, tools: DirectiveTools): Image | Reference {
  const { options, position } = invocation
  const node: Image = { type: 'image', uri: joinUri(invocation.arguments[0] ?? ''), ...classesOf(invocation), children: [], position }
  for (const attribute of ['alt', 'height', 'width', 'scale', 'align', 'loading'] as const)
    if (options[attribute] !== undefined) Object.assign(node, { [attribute]: options[attribute] })
  const target = options['target'] as string | undefined
  const reference = target === undefined ? undefined : referenceTo(target, invocation)
  addName(node, options['name'], tools)
  // Such a reference has no markup of its own to show where it leads nowhere.
  return reference ? { ...reference, children: [node], rawsource: '' } : node
}

// What stands before `_` in a reference: a simple name, or a phrase in backquotes (docutils: states.py, Body.explicit.patterns.reference).
const indirect = /^(?:([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)_|`(?! )(.+?)(?<![\s\x00])`_)$/u

/** The reference that a target's text makes (docutils: Body.parse_target). */
function referenceTo(target: string, { position }: DirectiveInvocation): Reference {
  const match = target.trimEnd().endsWith('_') ? indirect.exec(collapseSpace(target.replace(/\\([\s\S]?)/g, '\0$1'))) : undefined
  const name = (match?.[1] ?? match?.[2])?.replace(/\0[ \n]?/g, '')
  if (name === undefined) return { type: 'reference', refuri: joinUri(target), children: [], position }
  return { type: 'reference', name: collapseSpace(name), refname: normalizeName(name), children: [], position }
}
