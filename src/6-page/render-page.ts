import type { Tools } from '../1-source/tools.ts'
import type { Node } from '../2-document/nodes.ts'
import type { Deck } from '../3-deck/deck.ts'
import { nodesOf } from '../3-deck/nodes-of.ts'
import { consoleCss, panelsCss } from '../4-look/themes/themes.ts'
import type { Placement } from '../5-layout/placement.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { consoleTemplateId, helpId, panelsName, slideNumberId } from '../page-contract/names.ts'
import { loadCode } from './code/code.ts'
import { consoleShell } from './console-shell.ts'
import { tellDeadLinks } from './dead-links.ts'
import { createEmbedder, type Embedder } from './embed/embedder.ts'
import { embedHtml, withOtherIds } from './embed/raw-html.ts'
import { embedCss } from './embed/style-sheet.ts'
import { element, type Html, raw } from './hast.ts'
import { head, lines } from './head.ts'
import { languageOf } from './language.ts'
import { loadFormulas } from './maths/formulas.ts'
import type { RenderContext } from './nodes/context.ts'
import { render } from './nodes/registry.ts'
import type { LaidOutDeck, Page, PageOptions } from './page.ts'
import { policyOf } from './policy.ts'
import { rawIds } from './raw-ids.ts'
import { numberTags } from './raw-presses.ts'
import type { AttributePair, WrittenAttribute } from './safe/raw-html.ts'
import { inlineScript, pageScripts, scriptText } from './scripts.ts'
import { stage } from './stage.ts'
import { aroundElement, stepElement } from './step.ts'
import { stringify, stringifyPage } from './stringify.ts'
import { pageStyles } from './styles.ts'
import type { Drawings } from './svg/contract.ts'
import { embedDrawings } from './svg/drawings.ts'
import { collectTargets } from './targets.ts'

/** A deck with its look and places → the page. Reads files only through `tools`; what is missing is reported and leaves a visible stand-in. */
export async function renderPage(laidOut: LaidOutDeck, options: PageOptions, tools: Tools): Promise<Page> {
  const { deck, placements } = laidOut
  const { report } = tools
  const placed = nodesOf(deck)
  const nodes = placed.map(({ node }) => node)
  const targets = collectTargets(deck, placed)
  const embed = createEmbedder({ ...tools, source: options.source, folder: assetFolder(options), safe: options.safe ?? false })
  const own = rawIds(nodes, targets, report)
  const takenIds = new Set([...targets.ids, ...own.ids])
  const [clean, code, formulas] = await Promise.all([
    options.safe ? loadCleaner() : undefined,
    loadCode(nodes, report, options),
    loadFormulas(nodes, report),
  ])
  const drawings = pageDrawings(laidOut, takenIds, options, tools)
  const styles = pageStyles(laidOut, { code: code.used, maths: formulas.css, drawings: drawings.all }, embed, options)
  const context: RenderContext = {
    targets,
    embed,
    code,
    formulas,
    drawing: drawings.of,
    rawHtml: (node) => {
      const { position } = node
      const origin = { from: node.source ?? position?.source ?? options.source, position }
      const { rewriteCss } = drawings.all
      const html = clean
        ? clean.cleanRaw(node, origin, { embed, rewriteCss }, tools)
        : embedHtml(numberTags(node).html, origin, embed, rewriteCss)
      return withOtherIds(html, own.renamed)
    },
    fields: (fields) => (clean ? clean.cleanFields(fields, embed, report) : embedFields(fields, embed)),
    tools,
    report,
    skipNotes: options.skipNotes ?? false,
    showMessages: options.showMessages ?? false,
    lineBreaks: laidOut.look.theme.lineBreaks,
    safe: options.safe ?? false,
    depth: 0,
    render,
  }
  const steps = deck.steps.map((step, index) => stringify(stepElement(step, placements[index] ?? origin, context)))
  tellDeadLinks(nodes, { ids: takenIds, steps }, report)
  const policy = options.safe ? policyOf([consoleShell, options.player].map(scriptText), options) : undefined
  const body = [
    ...(options.skipHelp || deck.fields['skip-help']
      ? []
      : [element('div', { id: helpId, role: 'region', ariaLabel: 'Keys', lang: 'en' })]),
    ...part('header', deck.header, context),
    stage(laidOut, { steps: steps.map(raw), styles, fields: context.fields }, options, report),
    ...part('footer', deck.footer, context),
    ...(options.slideNumbers || deck.fields['slide-numbers'] ? [slideNumber] : []),
    inlineScript(options.player),
    ...pageScripts(deck, 'body', embed, options),
  ]
  const html = stringifyPage(rootAttributes(deck, report), [
    raw('\n'),
    head(deck, styles.elements, [...pageScripts(deck, 'head', embed, options), ...playerTemplates], policy),
    raw('\n'),
    element('body', { className: ['impress-not-supported'] }, lines(body), raw('\n')),
  ])
  return { html, steps, assets: embed.assets, remote: embed.remote }
}

/** Few decks are a stranger's. */
const loadCleaner = async () => await import('./safe/raw-html.ts')

/** A picture behind the slide is a resource like others. */
const embedFields = (fields: readonly WrittenAttribute[], embed: Embedder): AttributePair[] =>
  fields.map(({ name, value, position }) => [
    name,
    name === 'style' && /url\(/i.test(value) ? embedCss(value, { from: position.source, position }, embed) : value,
  ])

const origin: Placement = { x: 0, y: 0, z: 0, rotateX: 0, rotateY: 0, rotateZ: 0, scale: 1 }

/** A screen reader hears it with the slide. */
const slideNumber = element('div', { id: slideNumberId, className: [slideNumberId], ariaHidden: 'true' }, '1')

/** As text: no style of the page is in it. */
const template = (id: string, css: string): Html => raw(`<template id="${id}">${css.replace(/\/\*.*?\*\/|\s+/g, ' ').trim()}</template>`)
const playerTemplates = [template(panelsName, panelsCss), template(consoleTemplateId, consoleCss)]

const assetFolder = (options: PageOptions): string | undefined =>
  options.assets === 'copy' ? (options.assetFolder ?? 'assets') : undefined

const part = (name: 'header' | 'footer', nodes: readonly Node[], context: RenderContext): Html[] =>
  aroundElement(name, nodes.length > 0 ? nodes : undefined, context, { role: name === 'header' ? 'banner' : 'contentinfo' })

const rootAttributes = (deck: Deck, report: Report): Record<string, string> => {
  const language = languageOf(deck, report)
  const direction = deck.fields['dir']?.value
  return { ...(language ? { lang: language } : {}), ...(direction ? { dir: direction } : {}) }
}

interface PageDrawings {
  readonly all: Drawings
  readonly of: RenderContext['drawing']
}

/** All drawings of the page at once: what is in it twice is written once. */
function pageDrawings({ look }: LaidOutDeck, takenIds: ReadonlySet<string>, { safe = false }: PageOptions, tools: Tools): PageDrawings {
  const all = embedDrawings([...look.drawings.values()], { ...tools, takenIds, safe })
  const of = new Map([...look.drawings.keys()].map((node, index) => [node, { html: all.html[index] ?? '', box: all.boxes[index] ?? '' }]))
  return { all, of: (node) => of.get(node) }
}
