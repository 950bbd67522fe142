import { type Message, message } from './message.ts'

/** reStructuredText inside a line: inline markup and roles, with docutils' levels. */
export const rstInlineMessages = {
  'rst/inline-without-end': message<{ construct: string; start: string; end: string }>(
    'warning',
    ({ construct, start }) => `“${start}” starts ${construct}, but nothing ends it in this paragraph.`,
    ({ start, end }) =>
      `Put “${end}” right after the last character, before a blank or punctuation; or write “${start.replace(/[*`|_]/, '\\$&')}” for the character itself.`,
  ),
  'rst/two-roles': message<{ prefix: string; suffix: string }>(
    'warning',
    ({ prefix, suffix }) => `This interpreted text has the role “${prefix}” before it and the role “${suffix}” after it.`,
    () => 'Keep one of the two.',
  ),
  'rst/role-and-reference': message<{ role: string; place: 'prefix' | 'suffix' }>(
    'warning',
    ({ role }) => `This text has the role “${role}”, yet ends like a reference.`,
    () => 'Take the underscore away for interpreted text, or the role for a reference.',
  ),
  'rst/role-not-registered': message<{ role: string }>(
    'info',
    ({ role }) => `“${role}” is not in the list of roles; it is tried as a canonical name.`,
  ),
  'rst/unknown-role': message<{ role: string }>(
    'error',
    ({ role }) => `There is no role “${role}”.`,
    ({ role }) => `Define it before it is used, with “.. role:: ${role}”.`,
  ),
  'rst/role-not-implemented': message<{ role: string }>(
    'error',
    ({ role }) => `The role “${role}” is reserved and does nothing yet.`,
    () => 'Use the markup for references and targets instead.',
  ),
  'rst/pep-number': message<{ text: string }>(
    'error',
    ({ text }) => `“${text}” is not the number of a PEP.`,
    () => 'Write a number from 0 to 9999.',
  ),
  'rst/rfc-number': message<{ text: string }>(
    'error',
    ({ text }) => `“${text}” is not the number of an RFC.`,
    () => 'Write a number from 1 on, and “#section” after it if need be.',
  ),
  'rst/raw-role-disabled': message<{ role: string }>(
    'warning',
    ({ role }) => `The role “${role}” would insert raw text, which is switched off.`,
    () => 'Switch raw text on, or write it another way.',
  ),
  'rst/raw-role-without-format': message<{ role: string }>(
    'error',
    ({ role }) => `The role “${role}” does not say which output format its text is for.`,
    () => 'Define a role of your own from it, for example “.. role:: html(raw)” with “:format: html”, and use that.',
  ),
} as const satisfies Record<string, Message<never>>
