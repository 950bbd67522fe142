/**
 * highlight.js scopes → Pygments' short token classes, which Hovercraft's pages carry and its decks' styles select.
 * https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html, https://pygments.org/docs/tokens/
 */
const classes: ReadonlyMap<string, string> = new Map([
  ['keyword', 'k'],
  ['built_in', 'nb'],
  ['type', 'kt'],
  ['literal', 'kc'],
  ['number', 'm'],
  ['operator', 'o'],
  ['punctuation', 'p'],
  ['property', 'na'],
  ['regexp', 'sr'],
  ['string', 's'],
  ['char.escape', 'se'],
  ['subst', 'si'],
  ['symbol', 'ss'],
  ['variable', 'nv'],
  ['variable.language', 'bp'],
  ['variable.constant', 'no'],
  ['title', 'nf'],
  ['title.class', 'nc'],
  ['title.function', 'nf'],
  ['params', ''],
  ['comment', 'c'],
  ['doctag', 'sd'],
  ['meta', 'cp'],
  ['meta.prompt', 'gp'],
  ['section', 'gh'],
  ['tag', 'p'],
  ['name', 'nt'],
  ['attr', 'na'],
  ['bullet', 'k'],
  ['code', 's'],
  ['emphasis', 'ge'],
  ['strong', 'gs'],
  ['formula', 's'],
  ['link', 's'],
  ['quote', 'ge'],
  ['selector-tag', 'nt'],
  ['selector-id', 'nn'],
  ['selector-class', 'nc'],
  ['selector-attr', 'na'],
  ['selector-pseudo', 'nd'],
  ['template-tag', 'cp'],
  ['template-variable', 'nv'],
  ['addition', 'gi'],
  ['deletion', 'gd'],
])

/** What highlight.js calls attributes: properties in style sheets, but header fields and names of rules elsewhere. */
const attributes: ReadonlyMap<string, string> = new Map([
  ['http', 'na'],
  ['bnf', 'nc'],
  ['ebnf', 'nc'],
  ['abnf', 'nc'],
  ['apache', 'nb'],
])

/** In these languages Pygments calls a key a tag. */
const keyed = new Set(['yaml', 'json'])

const words: ReadonlyMap<string, string> = new Map([
  ...['import', 'from', 'package', 'using', 'namespace', 'include', 'require', 'use', 'extern'].map((word) => [word, 'kn'] as const),
  ...['var', 'let', 'const', 'function', 'class', 'interface', 'enum'].map((word) => [word, 'kd'] as const),
  ...['true', 'false', 'null', 'None', 'True', 'False', 'undefined', 'nil'].map((word) => [word, 'kc'] as const),
  ...['and', 'or', 'not', 'in', 'is'].map((word) => [word, 'ow'] as const),
  ...['int', 'void', 'char', 'bool', 'boolean', 'float', 'double', 'long', 'short', 'unsigned', 'signed'].map(
    (word) => [word, 'kt'] as const,
  ),
])

const declarations = new Set(['javascript', 'typescript', 'java', 'php', 'kotlin', 'csharp', 'swift', 'go', 'dart', 'scala'])

/** The class of a piece of code; '' for none. `scope` is the innermost one, `whole` all of its text. */
export function tokenClass(scope: string, whole: string, language: string): string {
  const [family = ''] = scope.split('.')
  switch (family) {
    case 'string':
      return stringClass(whole, language)
    case 'number':
      return numberClass(whole)
    case 'comment':
      return /^\s*(\/\*|\{-|\(\*|""")/.test(whole) ? 'cm' : /^\s*<!/.test(whole) ? 'c' : 'c1'
    case 'keyword':
      return language === 'rst' ? 'ow' : keywordClass(whole, language)
    case 'attr':
      return keyed.has(language) ? 'nt' : 'na'
    case 'attribute':
      return attributes.get(language) ?? 'k'
  }
  return classes.get(scope) ?? classes.get(scope.split('.').slice(0, 2).join('.')) ?? classes.get(family) ?? ''
}

function stringClass(whole: string, language: string): string {
  if (/^[a-zA-Z]{0,2}("""|''')/.test(whole)) return language === 'python' ? 'sd' : 's'
  if (language === 'rst' || language === 'xml') return /^"/.test(whole) ? 's2' : 's'
  const quote = /^[a-zA-Z]{0,2}(["'`])/.exec(whole)?.[1]
  return quote === '"' ? 's2' : quote === "'" ? 's1' : quote === '`' ? 'sb' : keyed.has(language) ? 'l' : 's'
}

function numberClass(whole: string): string {
  if (/^0x/i.test(whole)) return 'mh'
  if (/^0b/i.test(whole)) return 'mb'
  return /^[-+]?[\d_]*(\.\d|\d+e)/i.test(whole) ? 'mf' : /^[-+]?\d/.test(whole) ? 'mi' : 'm'
}

function keywordClass(whole: string, language: string): string {
  const special = words.get(whole)
  if (special === 'kd' && !declarations.has(language)) return 'k'
  return special ?? 'k'
}
