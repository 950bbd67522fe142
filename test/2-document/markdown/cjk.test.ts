import { expect, test } from 'vitest'
import { read } from './read.ts'

const strong = (text: string, rest: string): string => `paragraph\n    strong\n        ${text}\n    ${rest}`

test.each([
  ['Japanese quotes', '**「強調」**する', strong('「強調」', 'する')],
  ['Chinese quotes', '**“重点”**的', strong('“重点”', '的')],
  ['a full stop', '**終わり。**次', strong('終わり。', '次')],
  ['Korean and brackets', '**스크립트(script)**라고', strong('스크립트(script)', '라고')],
  ['a link', '**[リンク](u)**です', 'paragraph\n    strong\n        reference refuri="u"\n            リンク\n    です'],
  ['struck out', '~~「消」~~する', 'paragraph\n    inline classes="strike"\n        「消」\n    する'],
  ['words of other scripts as before', '**"a"**b', 'paragraph\n    **"a"**b'],
])('a mark beside punctuation of Chinese, Japanese or Korean: %s', (_, text, tree) => {
  expect(read(text).tree.replace(/[<>]/g, '')).toBe(tree)
})
