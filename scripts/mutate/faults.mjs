// The faults that can be planted in a TypeScript file: each a place and what stands there instead. Types, imports and what only names things stay as they are.
import { parseSync } from 'oxc-parser'

const comparisons = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '==': '!=', '!=': '==' }
const arithmetic = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '<<': '>>', '>>': '<<', '&': '|', '|': '&' }
const logical = { '&&': '||', '||': '&&', '??': '&&' }
const assignments = { '+=': '-=', '-=': '+=', '*=': '/=', '??=': '=', '||=': '&&=', '&&=': '||=' }
const updates = { '++': '--', '--': '++' }
/** One method for another that does nearly the same. */
const methods = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  trunc: 'round',
  push: 'unshift',
  unshift: 'push',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  padStart: 'padEnd',
  padEnd: 'padStart',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  replaceAll: 'replace',
}
/** Calls that may as well not be made: what they are made on stands for them. */
const dropped = new Set([
  'trim',
  'trimStart',
  'trimEnd',
  'toLowerCase',
  'toUpperCase',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'filter',
  'slice',
  'normalize',
  'flat',
])

const isType = (type) => type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull|TypeAssertion)/.test(type)
const skipped = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression'])

/**
 * The faults of a file in the order of their places: `start` and `end` of what goes, `text` of what comes, and what is done. `tableRows` is how many
 * elements of one list or table may be left out, each in a fault of its own.
 */
export function faultsIn(path, source, { tableRows = 4, choose = (items, count) => items.slice(0, count) } = {}) {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const faults = []
  const add = (what, { start, end }, text) => faults.push({ what, start, end, text })
  const textOf = ({ start, end }) => source.slice(start, end)
  /** The operator between two sides. */
  const between = (left, right, operator, text, what) => {
    const gap = source.slice(left.end, right.start)
    const start = left.end + gap.indexOf(operator)
    if (gap.includes(operator)) add(what, { start, end: start + operator.length }, text)
  }
  const leaveOut = (what, items) => {
    for (const item of choose(items.filter(Boolean), tableRows)) add(what, withComma(source, item), '')
  }

  const visit = (node, parent, key) => {
    if (!node || typeof node.type !== 'string' || isType(node.type) || skipped.has(node.type)) return
    at[node.type]?.(node, parent, key)
    for (const [name, child] of Object.entries(node)) {
      if (name === 'parent') continue
      if (Array.isArray(child)) for (const item of child) visit(item, node, name)
      else if (child && typeof child === 'object') visit(child, node, name)
    }
  }

  const at = {
    BinaryExpression({ left, right, operator }) {
      const isText = [left, right].some(
        ({ type, value }) => type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string'),
      )
      if (Object.hasOwn(comparisons, operator))
        between(left, right, operator, comparisons[operator], `${operator} → ${comparisons[operator]}`)
      else if (Object.hasOwn(arithmetic, operator) && !isText)
        between(left, right, operator, arithmetic[operator], `${operator} → ${arithmetic[operator]}`)
    },
    LogicalExpression({ left, right, operator }) {
      between(left, right, operator, logical[operator], `${operator} → ${logical[operator]}`)
      if (operator === '&&') {
        add('right side alone', { start: left.start, end: right.start }, '')
        add('left side alone', { start: left.end, end: right.end }, '')
      }
    },
    AssignmentExpression({ left, right, operator }) {
      if (Object.hasOwn(assignments, operator))
        between(left, right, operator, assignments[operator], `${operator} → ${assignments[operator]}`)
    },
    UpdateExpression({ start, end, operator, prefix }) {
      add(`${operator} → ${updates[operator]}`, prefix ? { start, end: start + 2 } : { start: end - 2, end }, updates[operator])
    },
    UnaryExpression({ start, operator, argument }) {
      if (operator === '!') add('! left out', { start, end: argument.start }, '')
      if (operator === '-') add('- left out', { start, end: argument.start }, '')
    },
    Literal(node, parent, key) {
      if (parent.type === 'TSLiteralType' || key === 'source' || (key === 'key' && !parent.computed)) return
      const { value, raw } = node
      if (typeof value === 'number') {
        add(`${raw} → ${value + 1}`, node, String(value + 1))
        if (value > 1) add(`${raw} → ${value - 1}`, node, String(value - 1))
      } else if (typeof value === 'boolean') add(`${raw} → ${!value}`, node, String(!value))
      else if (typeof value === 'string' && parent.type !== 'ExpressionStatement')
        add(value === '' ? '’’ → a word' : 'a text → ’’', node, value === '' ? "'planted'" : "''")
      else if (node.regex) for (const [what, pattern] of patternsNear(node.regex)) add(what, node, pattern)
    },
    TemplateLiteral({ quasis }) {
      for (const { start, end, value } of choose(
        quasis.filter(({ value }) => /\S/.test(value.raw)),
        2,
      )) {
        const inside = source.indexOf(value.raw, start)
        if (inside >= start && inside + value.raw.length <= end + 1)
          add('a text → ’’', { start: inside, end: inside + value.raw.length }, '')
      }
    },
    ConditionalExpression({ consequent, alternate }) {
      add('branches swapped', { start: consequent.start, end: alternate.end }, `${textOf(alternate)} : ${textOf(consequent)}`)
    },
    IfStatement({ test, alternate }) {
      add('condition → false', test, 'false')
      if (!alternate) add('condition → true', test, 'true')
    },
    WhileStatement: ({ test }) => add('condition → false', test, 'false'),
    ExpressionStatement(node) {
      if (!node.directive) add('statement left out', node, ';')
    },
    ReturnStatement(node, parent, key) {
      const isLast = key === 'body' && parent.type === 'BlockStatement' && parent.body.at(-1) === node
      if (!isLast) add('return left out', node, ';')
    },
    ContinueStatement: (node) => add('continue left out', node, ';'),
    BreakStatement: (node, parent) => parent.type !== 'SwitchCase' && add('break left out', node, ';'),
    ArrayExpression({ elements }) {
      if (elements.length > 1 || elements[0]?.type === 'SpreadElement') leaveOut('an element left out', elements)
    },
    ObjectExpression({ properties }) {
      if (properties.length > 1) leaveOut('a property left out', properties)
    },
    CallExpression(node) {
      const { callee, arguments: given } = node
      if (callee.type !== 'MemberExpression' || callee.computed) return
      const { object, property } = callee
      if (Object.hasOwn(methods, property.name)) add(`${property.name} → ${methods[property.name]}`, property, methods[property.name])
      if (dropped.has(property.name)) add(`${property.name}() left out`, { start: object.end, end: node.end }, '')
      if (given.length > 1) leaveOut('the last argument left out', given.slice(-1))
    },
    SwitchCase(node, parent) {
      if (node.test && parent.cases.length > 2) add('a case left out', node, '')
    },
  }
  visit(program, { type: 'File' }, 'program')
  return faults.sort((one, other) => one.start - other.start || one.end - other.end)
}

/** An item of a list with the comma that parts it from the next, or from the one before. */
function withComma(source, { start, end }) {
  const behind = /^\s*,/.exec(source.slice(end))
  if (behind) return { start, end: end + behind[0].length }
  const before = /,\s*$/.exec(source.slice(0, start))
  return { start: before ? start - before[0].length : start, end }
}

/** Patterns that say a little else: an anchor or a flag less, a quantifier that is another. */
function patternsNear({ pattern, flags }) {
  const found = []
  const add = (what, changed, changedFlags = flags) => {
    try {
      new RegExp(changed, changedFlags)
      if (changed !== '') found.push([what, `/${changed}/${changedFlags}`])
    } catch {
      // No pattern.
    }
  }
  if (pattern.startsWith('^')) add('^ left out', pattern.slice(1))
  if (/(?<!\\)\$$/.test(pattern)) add('$ left out', pattern.slice(0, -1))
  const quantifier = /(?<=[\w)\]])[+*?](?![?+*])/.exec(pattern)
  if (quantifier) {
    const [sign] = quantifier
    const other = { '+': '*', '*': '+', '?': '' }[sign]
    add(`${sign} → ${other || 'once'}`, pattern.slice(0, quantifier.index) + other + pattern.slice(quantifier.index + 1))
  }
  for (const flag of flags.replace(/[uvyd]/g, '')) add(`flag ${flag} left out`, pattern, flags.replace(flag, ''))
  return found
}
