/// <reference path="./emoji-data.d.ts" />
// The list that Marp Core's shortcodes come from (markdown-it-emoji, `full`); no more than the list is taken.
import emojis from 'markdown-it-emoji/lib/data/full.mjs'

/** Text with the shortcodes of emoji that are known (`:smile:`) as the characters. */
export const withEmoji = (text: string): string =>
  text.replace(/:([+-]?\w[\w+-]*):/g, (written, name: string) => (Object.hasOwn(emojis, name) ? (emojis[name] ?? written) : written))
