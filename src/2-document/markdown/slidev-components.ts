import { escapeAttribute, escapeText } from '../../formats/html-escapes.ts'
import type { HtmlToken } from '../../formats/html-tokens.ts'

type StartTag = HtmlToken & { type: 'start' }

/** A component of Slidev's own that HTML has something for: what its tags become. */
interface OwnComponent {
  readonly start: (given: (name: string) => string | undefined, isClosed: boolean) => string
  readonly end: string
}

const attribute = (name: string, value: string | undefined): string => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`)

/** What is left out stays so with what it holds: the same in both. */
const without: OwnComponent = { start: () => '', end: '' }

/** Slidev's documentation, “Components”. By their names in small letters, as tokens have them. */
const own: ReadonlyMap<string, OwnComponent> = new Map(
  Object.entries<OwnComponent>({
    // Which of its templates is shown is up to the templates.
    lightordark: without,
    'v-switch': without,
    // What is not for the slide is taken out whole by who reads its tags.
    renderwhen: without,
    link: {
      start(given, isClosed) {
        const to = (given('to') ?? '').replace(/^[/#]+/, '')
        const title = given('title')
        return `<a${attribute('href', `#${/^\d+$/.test(to) ? `step-${to}` : to}`)}>${isClosed ? `${escapeText(title ?? to)}</a>` : ''}`
      },
      end: '</a>',
    },
    youtube: {
      start: (given) =>
        `<iframe${attribute('src', `https://www.youtube.com/embed/${given('id') ?? ''}`)}${attribute('width', given('width'))}${attribute('height', given('height'))} allowfullscreen></iframe>`,
      end: '',
    },
    slidevvideo: {
      start: (given, isClosed) =>
        `<video${attribute('src', given('src'))}${attribute('poster', given('poster'))} controls>${isClosed ? '</video>' : ''}`,
      end: '</video>',
    },
    transform: {
      start: (given, isClosed) => `<div${attribute('style', `zoom: ${Number(given('scale')) || 1}`)}>${isClosed ? '</div>' : ''}`,
      end: '</div>',
    },
    autofittext: {
      start: (given, isClosed) => `<p class="r-fit-text">${isClosed ? `${escapeText(given('modelvalue') ?? '')}</p>` : ''}`,
      end: '</p>',
    },
  }),
)

/** The HTML for a tag of one of Slidev's own components; undefined where there is none. */
export function ownComponent(token: HtmlToken): string | undefined {
  if (token.type !== 'start' && token.type !== 'end') return undefined
  const component = own.get(token.name)
  if (!component) return undefined
  return token.type === 'end' ? component.end : component.start(valuesOf(token), token.isClosed)
}

/** The values of attributes, whether they are texts or Vue's expressions (`:width="3"`). */
const valuesOf =
  ({ attributes }: StartTag) =>
  (name: string): string | undefined =>
    attributes.find((found) => found.name === name || found.name === `:${name}`)?.value

/** What the template of a slot shows, and what its end tag becomes. */
export interface Template {
  readonly start: string
  readonly end: string
  /** The part of the slide's layout that follows. */
  readonly slot?: string
  /** Not shown here, with all it holds. */
  readonly isHidden?: true
}

/** `<template #right>`, `<template v-slot:right>`: a part of the layout; `#3` in a switch comes with that press; of light and dark light is shown. */
export function readTemplate({ attributes }: StartTag): Template {
  const slot = attributes.map(({ name }) => /^(?:v-slot:|#)(.+)$/.exec(name)?.[1]).find((name) => name !== undefined)
  const press = /^(\d{1,3})(?:-\d+)?$/.exec(slot ?? '')?.[1]
  if (press !== undefined) return { start: `<div class="substep substep-at-${Number(press)}">`, end: '</div>' }
  if (slot === 'dark') return { start: '', end: '', isHidden: true }
  return { start: '', end: '', ...(slot === undefined || slot === 'light' ? {} : { slot }) }
}
