import type { Language } from 'highlight.js'

/**
 * reStructuredText, which highlight.js has no grammar for: what a deck about decks shows. Titles with their underlines, directives with
 * options, roles, inline markup, links, comments.
 */
export const restructuredText = (): Language => ({
  name: 'reStructuredText',
  contains: [
    // A literal block: what is indented after `::`.
    { begin: [/::[ \t]*\n(?:[ \t]*\n)+/, /(?:[ \t]+\S.*(?:\n(?:[ \t]*\n)*|$))+/], beginScope: { 2: 'string' } },
    // A title and its underline, or a transition.
    { scope: 'section', begin: /^(?:([!-/:-@[-`{-~])\1{2,}\n)?\S.*\n([!-/:-@[-`{-~])\2{2,}$/ },
    { scope: 'section', begin: /^([!-/:-@[-`{-~])\1{3,}$/ },
    { begin: [/^[ \t]*\.\. +(?:\|[^|\n]+\| +)?/, /[\w:+.-]+/, / ?::/], beginScope: { 1: 'punctuation', 2: 'keyword', 3: 'punctuation' } },
    { begin: [/^[ \t]*\.\. +/, /_[^\n]+?:(?=\s|$)/], beginScope: { 1: 'punctuation', 2: 'name' } },
    { begin: [/^[ \t]*\.\. +/, /\[[^\]\n]+\]/], beginScope: { 1: 'punctuation', 2: 'symbol' } },
    { scope: 'comment', begin: /^[ \t]*\.\.(?: +|$)/, end: /$/ },
    { scope: 'title.class', begin: /^[ \t]*:(?![ :])(?:[^:\\\n]|\\.)+:(?= |$)/m },
    { scope: 'bullet', begin: /^[ \t]*(?:[*+-]|(?:\d+|#|[a-zA-Z])[.)]|\((?:\d+|#|[a-zA-Z])\)) / },
    { scope: 'strong', begin: /\*\*(?!\s)/, end: /\*\*|\n\n/ },
    { scope: 'emphasis', begin: /\*(?![\s*])/, end: /\*|\n\n/ },
    { scope: 'string', begin: /``(?!\s)/, end: /``|\n\n/ },
    { scope: 'attr', begin: /:[\w.+-]+:(?=`)/ },
    { scope: 'string', begin: /`[^`\n]+`(?:__?)?/ },
    { scope: 'variable', begin: /\|[^|\s][^|\n]*\|_{0,2}/ },
    { scope: 'symbol', begin: /\b\w+__?(?=\W|$)|\[[\w#*-]+\]_/ },
  ],
})
