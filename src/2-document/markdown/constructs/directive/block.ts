import type { BlockContent, DefinitionContent, Parent } from 'mdast'
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Exiter, Token } from 'micromark-util-types'
import type { Line } from '../../../../1-source/source.ts'
import type { DeclaredOptions } from '../../../directive.ts'
import type { OpenContainer } from '../../micromark/document.ts'
import type { DirectiveHead } from './head.ts'

/** A directive with a body, in whichever tool's syntax. */
export interface DirectiveBlock extends Parent, BlockStart {
  type: 'directiveBlock'
  /** `:option: value` lines below the first. */
  options: Line[]
  /** Whether it ends with a line of its own. */
  isClosed: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** What the first line says, carried by the first token. */
export interface BlockStart {
  readonly head: DirectiveHead
  /** What of the first line is the body's. */
  readonly lead: Line | undefined
  /** Whether it may end without a line of its own. */
  readonly endsItself: boolean
}

declare module 'mdast' {
  interface RootContentMap {
    directiveBlock: DirectiveBlock
  }
  interface BlockContentMap {
    directiveBlock: DirectiveBlock
  }
}

/** A directive that is open, as the containers in it see it. */
export interface OpenDirective {
  /** How many colons its fence has; none if it is no fence of colons that ends it. */
  readonly colons: number
  /** Whether the body is no Markdown. */
  readonly isLiteral: boolean
  /** The option that the next line may be: one of these, any, or none. */
  options: DeclaredOptions | 'any' | 'none'
}

declare module 'micromark-util-types' {
  interface ContainerState {
    directive?: OpenDirective
  }
}

export const openDirectives = (around: readonly OpenContainer[]): readonly OpenDirective[] =>
  around.flatMap(({ state }) => state.directive ?? [])

/** Deeper directives are text. */
const nestingLimit = 30

export const isTooDeep = (around: readonly OpenContainer[]): boolean => openDirectives(around).length >= nestingLimit

export const exitDirective: Exiter = (effects) => void effects.exit('directiveBlock')

const blockOf = (context: CompileContext): DirectiveBlock => context.stack.at(-1) as DirectiveBlock

export const blockFromMarkdown: FromMarkdown = {
  enter: {
    directiveBlock(token) {
      this.enter({ type: 'directiveBlock', ...(token.read as BlockStart), options: [], isClosed: false, children: [] }, token)
    },
  },
  exit: {
    directiveOption(token: Token) {
      blockOf(this).options.push(token.read as Line)
    },
    containerEnd() {
      blockOf(this).isClosed = true
    },
    directiveBlock(token) {
      this.exit(token)
    },
  },
}
