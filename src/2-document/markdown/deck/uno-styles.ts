import { readToken } from '../../../formats/html-tokens.ts'
import type { Document, Node } from '../../nodes.ts'
import { isRawHtml, rawText } from '../../raw.ts'
import { textOf, walk } from '../../resolve/tree.ts'
import { type MarkdownContext, remark } from '../context.ts'
import { unoRule } from './uno-rules.ts'

/** The rules for the classes of UnoCSS that a Slidev deck uses, and no others; '' where it uses none. Those that have none here are told of. */
export function unoStyles(document: Document, context: MarkdownContext): string {
  const { classes, sheets } = classesIn(document)
  const rules: string[] = []
  for (const [name, node] of classes) {
    const rule = unoRule(name)
    const selector = `.${escaped(name)}`
    if (rule) rules.push(`${rule.isOfSlide ? `.step${selector}, ` : ''}.step ${selector} { ${rule.css} }`)
    else if (rule === undefined && utility.test(name) && !sheets.includes(selector) && node.position)
      remark(context, 'markdown/class-without-rule', { name }, node.position)
  }
  return rules.join('\n')
}

/** What looks like a class of UnoCSS: with a number, a variant or a value of its own; an icon; a property's name and a word. */
const utility =
  /^(?!(?:substep|slot|layout|slidev)-)(?:[!-]?[a-z][a-z-]*(?:-\d|-\[|:)|i-|(?:bg|text|border|from|to|via|ring|divide|space|shadow)-[a-z])/

/** As CSS has it in a selector (CSSOM, serialize an identifier). */
const escaped = (name: string): string =>
  name
    .replace(/[^\w-]/g, (sign) => (sign.charCodeAt(0) < 128 ? `\\${sign}` : sign))
    .replace(/^(-?)(\d)/, (_, dash: string, digit: string) => `${dash}\\3${digit} `)

interface Classes {
  /** By name, where each stands first. */
  readonly classes: ReadonlyMap<string, Node>
  /** The style sheets in the deck, in one text. */
  readonly sheets: string
}

function classesIn(document: Document): Classes {
  const classes = new Map<string, Node>()
  let sheets = ''
  const add = (list: readonly string[], node: Node): void => {
    for (const name of list) if (name !== '' && !classes.has(name)) classes.set(name, node)
  }
  walk(document, (node) => {
    if (node.type === 'text') return
    add(node.classes ?? [], node)
    const [name, body] = node.type === 'field' ? node.children : []
    if (name && body && textOf(name) === 'class') add(textOf(body).split(/\s+/), node)
    if (node.type !== 'raw' || !isRawHtml(node)) return
    const html = rawText(node)
    if (/^<style/i.test(html)) sheets += html
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const token = readToken(html, at)
      at = token.end
      const list = token.type === 'start' ? token.attributes.find((attribute) => attribute.name === 'class') : undefined
      add(list?.value.split(/\s+/) ?? [], node)
    }
  })
  return { classes, sheets }
}
