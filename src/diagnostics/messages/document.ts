import { type Message, message } from './message.ts'

const count = (number: number, one: string, many = `${one}s`): string => `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`

/** Whole-tree steps: substitutions, hyperlinks, footnotes, contents, with docutils' levels. */
export const documentMessages = {
  'document/unknown-target': message<{ name: string }>(
    'error',
    ({ name }) => `The reference leads to “${name}”, but no target or title has this name.`,
    ({ name }) => {
      const target = /[:`]/.test(name) ? `\`${name}\`` : name
      return `Write “.. _${target}: address”, or put “.. _${target}:” before what it should lead to; if no link is meant, write “\\_” for the low line.`
    },
  ),
  'document/ambiguous-target': message<{ name: string }>(
    'error',
    ({ name }) => `The reference leads to “${name}”, but more than one target or title has this name.`,
    ({ name }) =>
      `Give them different names: “.. _other name:” above the one that is meant gives it one that no title has, “${name}” stays the titles’.`,
  ),
  'document/unknown-footnote': message<{ name: string }>(
    'error',
    ({ name }) => `The reference is to footnote “${name}”, but there is no footnote of this name.`,
    ({ name }) => `Write the footnote: “.. [${/^\d+$/.test(name) ? '' : '#'}${name}] text”.`,
  ),
  'document/unknown-citation': message<{ name: string }>(
    'error',
    ({ name }) => `The reference is to citation “${name}”, but there is no citation of this name.`,
    ({ name }) => `Write the citation: “.. [${name}] text”.`,
  ),
  'document/unknown-indirect-target': message<{ name: string; refname: string }>(
    'error',
    ({ name, refname }) => `Target “${name}” leads to “${refname}”, but no target or title has this name.`,
    () => 'Name a target that exists, or write an address without “_” at its end.',
  ),
  'document/ambiguous-indirect-target': message<{ name: string; refname: string }>(
    'error',
    ({ name, refname }) => `Target “${name}” leads to “${refname}”, but more than one target or title has this name.`,
    () => 'Give the targets different names.',
  ),
  'document/circular-target': message<{ name: string; refname: string }>(
    'error',
    ({ name, refname }) => `Target “${name}” leads to “${refname}”, and that leads back to it.`,
    () => 'Let one of the targets lead to an address or a place in the text.',
  ),
  'document/anonymous-mismatch': message<{ references: number; targets: number }>(
    'error',
    ({ references, targets }) =>
      `There are ${count(references, 'anonymous reference')} (“text__”) but ${count(targets, 'anonymous target')} (“__ address”), so that none can be matched.`,
    () => 'Write one target for each reference, in the same order.',
  ),
  'document/too-few-numbered-footnotes': message<{ footnotes: number }>(
    'error',
    ({ footnotes }) => `There are more references “[#]_” than footnotes “.. [#]”: ${count(footnotes, 'footnote')}.`,
    () => 'Write a footnote “.. [#] text” for each reference.',
  ),
  'document/too-few-symbol-footnotes': message<{ footnotes: number }>(
    'error',
    ({ footnotes }) => `There are more references “[*]_” than footnotes “.. [*]”: ${count(footnotes, 'footnote')}.`,
    () => 'Write a footnote “.. [*] text” for each reference.',
  ),
  'document/unreferenced-target': message<{ name: string }>('info', ({ name }) => `Nothing refers to target “${name}”.`),
  'document/unknown-substitution': message<{ name: string }>(
    'error',
    ({ name }) => `The text calls for substitution “${name}”, but it is not defined.`,
    ({ name }) => `Define it: “.. |${name}| replace:: text”; if bars are meant, write “\\|” for each.`,
  ),
  'document/substitution-too-long': message<{ name: string }>(
    'error',
    ({ name }) => `Substitution “${name}” grows beyond the allowed length.`,
    () => 'Define it by less text, or by fewer other substitutions.',
  ),
  'document/too-much-generated': message<{ limit: number; unit: 'nodes' | 'MB'; chain: readonly string[]; share: number }>(
    'error',
    ({ limit, unit, chain, share }) =>
      `The deck would make more than ${limit} ${unit} out of what is written once; no more is made from here on. ${share} % comes of ${shortened(chain).join(' → ')}.`,
    () => 'Let files and definitions call for fewer others, and write fewer such directives.',
  ),
  'document/circular-substitution': message<{ name: string }>(
    'error',
    ({ name }) => `Substitution “${name}” contains itself, directly or through another one.`,
    () => 'Take the reference out of one of the definitions.',
  ),
  'document/circular-substitution-definition': message<{ name: string }>(
    'error',
    ({ name }) => `The definition of substitution “${name}” leads back to itself.`,
    () => 'Take the reference out of one of the definitions.',
  ),
  'document/class-without-element': message<{ directive: string }>(
    'error',
    ({ directive }) => `After this “${directive}” directive comes nothing that could take the class.`,
    () => 'Put it before the block it is meant for.',
  ),
  'document/empty-bibliographic-field': message<{ name: string }>(
    'warning',
    ({ name }) => `The bibliographic field “${name}” is empty.`,
    () => 'Write a text after it, or remove it.',
  ),
  'document/compound-bibliographic-field': message<{ name: string }>(
    'warning',
    ({ name }) => `The bibliographic field “${name}” holds more than one block.`,
    () => 'Write a single paragraph.',
  ),
  'document/bibliographic-field-without-paragraph': message<{ name: string }>(
    'warning',
    ({ name }) => `The bibliographic field “${name}” holds something else than a paragraph.`,
    () => 'Write a single paragraph.',
  ),
  'document/duplicate-bibliographic-field': message<{ name: string }>(
    'warning',
    ({ name }) => `The bibliographic field “${name}” stands here a second time.`,
    () => 'Join the two.',
  ),
  'document/unclear-authors': message<{ name: string }>(
    'warning',
    ({ name }) => `No list of authors can be read from the bibliographic field “${name}”.`,
    () => 'Write one paragraph with “;” or “,” between the authors, a paragraph for each, or a bullet list with a paragraph for each.',
  ),
  'document/transition-at-beginning': message(
    'warning',
    () => 'The document or section begins with a transition.',
    () => 'Write some text before it, or remove it.',
  ),
  'document/transition-at-end': message(
    'warning',
    () => 'The document ends with a transition.',
    () => 'Write some text after it, or remove it.',
  ),
  'document/adjacent-transitions': message(
    'warning',
    () => 'This transition directly follows another one.',
    () => 'Write some text between them, or remove one.',
  ),
  'document/unknown-pending': message<{ transform: string }>(
    'error',
    ({ transform }) => `Nothing is known that could complete “${transform}” here.`,
  ),
} as const satisfies Record<string, Message<never>>

/** Of a long chain its start and its end. */
const shortened = (chain: readonly string[]): readonly string[] =>
  chain.length > 14 ? [...chain.slice(0, 7), '…', ...chain.slice(-6)] : chain
