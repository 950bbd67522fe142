import { compat, type Message, message, together } from './message.ts'

/** The deck: fields, steps, ids, notes. */
export const deckMessages = {
  'deck/empty': message<{ language: 'rst' | 'markdown' }>(
    'error',
    () => 'The deck has no slides.',
    ({ language }) => `Start each slide with a line of ${language === 'rst' ? 'four or more dashes' : 'three dashes, or with a heading'}.`,
  ),
  'deck/transition-at-end': message(
    'warning',
    () => 'Nothing follows this line, so it starts no slide.',
    () => 'Take the line away, or write a slide below it.',
  ),
  'deck/text-before-first-step': compat(
    message(
      'info',
      () => 'This stands before the first slide and is not shown.',
      () => 'Put a line of four or more dashes above it to make it a slide, or make it a comment.',
    ),
  ),
  'deck/opening-text': compat(
    message(
      'info',
      () => "The text under the deck's only top-level title is the first slide; Hovercraft lost it.",
      () => 'Make it a comment if it is not to be shown.',
    ),
  ),
  'deck/title-comment': compat(
    message<{ text: string }>(
      'info',
      ({ text }) => `“.. ${text}” has one colon and is a comment, so it sets no title.`,
      ({ text }) => `Write “:title: ${text.replace(/^title:\s*/, '')}” at the top of the deck.`,
    ),
  ),
  'deck/bad-time': message<{ field: string; value: string }>(
    'warning',
    ({ field, value }) => `“${value}” is no time, so “${field}” does nothing.`,
    () => 'Write it with units, such as 90s, 2min or 1h 30min, or as 1:30 (a minute and a half).',
  ),
  'deck/times-exceed-duration': message<{ sum: string; duration: string }>(
    'warning',
    ({ sum, duration }) => `The slides take ${sum} together, but the talk ${duration}.`,
    () => 'Give slides less “time”, or the talk a longer “duration”.',
  ),
  'deck/note-without-press': message<{ at: number; presses: number }>(
    'warning',
    ({ at, presses }) => `This note waits for press ${at} of its slide, which has ${presses === 0 ? 'none' : presses}.`,
    () => '“deck inspect --presses” lists the presses of each slide.',
  ),
  'deck/field-below-title': together(
    message<{ field: string }>(
      'warning',
      ({ field }) => `The field “${field}” stands below a title, where fields do nothing and are not shown.`,
      () => 'Put it at the start of the slide, above the title.',
    ),
    {
      of: ({ field }) => `“${field}”`,
      text: (count) => `${count} fields stand below a title, where fields do nothing and are not shown.`,
      advice: 'Put them at the start of their slides, above the title.',
    },
  ),
  'deck/field-below-text': together(
    message<{ field: string }>(
      'warning',
      ({ field }) => `The field “${field}” stands below text of its slide: it is an attribute of the slide all the same, and not shown.`,
      () => 'Put it at the top of the slide. A list of names and texts that is to be shown is a definition list.',
    ),
    {
      of: ({ field }) => `“${field}”`,
      text: (count) => `${count} fields stand below text of their slides: they are attributes of the slides all the same, and not shown.`,
      advice: 'Put them at the top of their slides. A list of names and texts that is to be shown is a definition list.',
    },
  ),
  'deck/text-in-field': message<{ field: string }>(
    'warning',
    ({ field }) => `This text is indented below the field “${field}” and so belongs to it: it is shown, but as no quotation.`,
    () => 'Take the indentation away; for a quotation put a line with “..” between blank lines before it.',
  ),
  'deck/field-in-block': together(
    message<{ field: string }>(
      'warning',
      ({ field }) => `The field “${field}” stands in another block, where fields do nothing and are not shown.`,
      () => 'Put it at the start of the slide, without indentation; to show a list of names and texts, write a definition list.',
    ),
    {
      of: ({ field }) => `“${field}”`,
      text: (count) => `${count} fields stand in other blocks, where fields do nothing and are not shown.`,
      advice: 'Put them at the start of their slides, without indentation; to show a list of names and texts, write a definition list.',
    },
  ),
  'deck/step-field-before-first-step': message<{ field: string }>(
    'warning',
    ({ field }) => `The field “${field}” speaks of a slide, but stands before the first one and does nothing.`,
    () => 'Put it below the line of dashes that starts the slide.',
  ),
  'deck/bad-attribute-name': message<{ field: string }>(
    'warning',
    ({ field }) => `“${field}” cannot be the name of an HTML attribute, so the field is left out.`,
    () => 'Write a name without blanks and without any of the characters " \' < > / =.',
  ),
  'deck/empty-id': message(
    'warning',
    () => 'The field “id” has no value and does nothing.',
    () => 'Write a name after it, or take the field away.',
  ),
  'deck/id-with-blank': message<{ id: string; used: string }>(
    'warning',
    ({ id, used }) => `The id “${id}” has a blank in it, which no id may have; it is read as “${used}”.`,
    ({ used }) => `Write “:id: ${used}”.`,
  ),
  'deck/duplicate-step-id': message<{ id: string; line?: number }>(
    'error',
    ({ id, line }) => `An earlier slide${line === undefined ? '' : ` (line ${line})`} already has the id “${id}”.`,
    () => 'Give this slide another id; until then it is counted as one without.',
  ),
} as const satisfies Record<string, Message<never>>
