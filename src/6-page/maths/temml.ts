import temml from 'temml'
import sheet from 'temml/dist/Temml-Local.css?raw'

export type Mathml = { readonly mathml: string } | { readonly problem: string }

/** One formula. `display` sets it as a block. */
export function toMathml(tex: string, display: boolean): Mathml {
  try {
    return { mathml: temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true, trust: false }) }
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).replace(/^ParseError:\s*/, '').split('\n')[0] ?? '' }
  }
}

/** Temml's own style sheet without its font: the system's mathematical fonts do. */
export const temmlCss: string = sheet
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/@font-face\s*\{[^}]*\}/g, '')
  .replace(/\s+/g, ' ')
