import type { OpenContainer } from './document.ts'

/** References that the text around a nested text defines, by their normalized labels. */
export interface KnownReferences {
  readonly definitions: readonly string[]
  readonly footnotes: readonly string[]
}

/** What our copy of the document's reader (document.ts) shares with constructs. */
declare module 'micromark-util-types' {
  interface ParseContext {
    /** The containers that the line being read belongs to. */
    around: () => readonly OpenContainer[]
    /** By line: how many containers are around it, those aside that slides go on in. */
    depths: number[]
  }
  interface Extension {
    known?: { null?: KnownReferences[] }
  }
  interface Token {
    /** What a construct of ours has read. */
    read?: unknown
  }
  interface TokenTypeMap {
    containerEnd: 'containerEnd'
    directiveBlock: 'directiveBlock'
    directiveFence: 'directiveFence'
    directiveOption: 'directiveOption'
    directiveBody: 'directiveBody'
    directiveLine: 'directiveLine'
    slideField: 'slideField'
    slideFrontMatter: 'slideFrontMatter'
    slideFrontMatterLine: 'slideFrontMatterLine'
    pause: 'pause'
    slot: 'slot'
    codeImport: 'codeImport'
    strayTag: 'strayTag'
    headingAttributes: 'headingAttributes'
    plainLine: 'plainLine'
    textTable: 'textTable'
    textTableLine: 'textTableLine'
    shortcode: 'shortcode'
    inlineShortcode: 'inlineShortcode'
    itemMark: 'itemMark'
    itemIndent: 'itemIndent'
    definitionItem: 'definitionItem'
    fancyItem: 'fancyItem'
    lineBlockLine: 'lineBlockLine'
    bracketMark: 'bracketMark'
    span: 'span'
    inlineNote: 'inlineNote'
    subscript: 'subscript'
    superscript: 'superscript'
    mathFlow: 'mathFlow'
    mathFlowFence: 'mathFlowFence'
    mathFlowValue: 'mathFlowValue'
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
  }
}
