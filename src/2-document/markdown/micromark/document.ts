import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import type {
  Construct,
  ConstructRecord,
  ContainerState,
  Effects,
  Event,
  InitialConstruct,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'
import { isLiteralHtml, literalFlow } from './literal-flow.ts'
import './types.ts'

/**
 * How lines are sorted into containers. Our copy of micromark's `lib/initialize/document.js` (4.0.3), which takes the place of that module in
 * the build and in the tests (scripts/own-modules.mjs). What it does beyond the original:
 * - a container may end with a line of its own (`Container.endsAt`), as a directive does;
 * - a container that `pierces` may begin in HTML that a blank line would end;
 * - constructs learn what containers are around (`ParseContext.around`, `depths`), and references of a text around (`known`);
 * - containers nest to a depth only, since each costs a step for each of its lines;
 * - the exits of containers are moved at the end of the list of events, so that time grows with the text.
 */
export const document: InitialConstruct = {
  tokenize(effects) {
    return new DocumentReader(this, effects).start
  },
}

/** A container that is open. */
export interface OpenContainer {
  readonly construct: Container
  readonly state: ContainerState
}

/** What a construct of a container may say beyond micromark's. */
export interface Container extends Construct {
  /** Whether it begins even where HTML goes on that a blank line would end. */
  readonly pierces?: boolean
  /** Whether slides go on in it. */
  readonly isOfSlide?: boolean
  /**
   * Asked of an open container for each of its lines: how many characters of the line are its end, 0 if it ends before the line. Containers
   * are asked from the innermost on; in code, formulas and such they are not.
   */
  endsAt?(this: TokenizeContext, place: PlaceInContainers): number | undefined
}

export interface PlaceInContainers {
  /** The containers that the line belongs to, the outermost first, and which of them is asked. */
  readonly around: readonly OpenContainer[]
  readonly index: number
  /** What the line's text goes on with; undefined where blocks in deeper containers end before the line. */
  readonly flow: TokenizeContext | undefined
}

/** Deeper containers are text; the tree is cut before (`markdown/too-deep`). */
const deepest = 110

type FlowContext = TokenizeContext & { readonly _gfmTableDynamicInterruptHack?: boolean }

class DocumentReader {
  readonly #self: TokenizeContext
  readonly #effects: Effects
  readonly #containers: Construct
  /** Undefined where there are none. */
  readonly #piercing: Construct | undefined
  readonly #stack: OpenContainer[] = []
  /** How many of them the line belongs to, as far as it is read. */
  #continued = 0
  #flow: FlowContext | undefined
  /** Whether the HTML that the flow is in goes on over blank lines, once that is known. */
  #isLiteralHtml: boolean | undefined
  #chunk: Token | undefined
  #lineStart = 0

  constructor(self: TokenizeContext, effects: Effects) {
    this.#self = self
    this.#effects = effects
    const { parser } = self
    const piercing = piercingIn(parser.constructs.document)
    this.#containers = { tokenize: containerOf(parser.constructs.document) }
    this.#piercing = Object.keys(piercing).length > 0 ? { tokenize: containerOf(piercing) } : undefined
    parser.around = () => this.#stack.slice(0, this.#continued)
    parser.depths = []
    for (const { definitions, footnotes } of parser.constructs.known?.null ?? []) {
      parser.defined.push(...definitions)
      parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), ...footnotes]
    }
  }

  /** Each open container imposes a condition that the line must satisfy for the container to go on. */
  readonly start: State = (code) => {
    if (this.#flow?.currentConstruct?.name !== 'htmlFlow') this.#isLiteralHtml = undefined
    const open = this.#stack[this.#continued]
    if (!open) return this.#ends(code)
    this.#self.containerState = open.state
    return this.#effects.attempt(open.construct.continuation as Construct, this.#goesOn, this.#ends)(code)
  }

  readonly #goesOn: State = (code) => {
    this.#continued++
    const state = this.#self.containerState
    // Also the containers in it: a list's next item.
    if (!state?._closeFlow) return this.start(code)
    state._closeFlow = undefined
    this.#closeFlow()
    this.#exitEarlier(this.#continued)
    return this.#ends(code)
  }

  /** Whether the line is the end of one of its containers. */
  readonly #ends: State = (code) => {
    const isInFlow = this.#continued === this.#stack.length
    if (this.#continued === 0 || (isInFlow && this.#isLiteral())) return this.#opens(code)
    const around = this.#stack.slice(0, this.#continued)
    const flow = isInFlow ? this.#flow : undefined
    for (let index = around.length - 1; index >= 0; index--) {
      const length = around[index]?.construct.endsAt?.call(this.#self, { around, index, flow })
      if (length !== undefined) return this.#end(index, length)(code)
    }
    return this.#opens(code)
  }

  #end(index: number, length: number): State {
    this.#closeFlow()
    this.#exitEarlier(length > 0 ? index + 1 : index)
    if (length === 0) {
      this.#continued = index
      return this.#ends
    }
    let left = length
    const inside: State = (code) => {
      if (left > 0 && code !== null && !markdownLineEnding(code)) {
        // The rest of a tab is no character of the text.
        if (code !== -1) left--
        this.#effects.consume(code)
        return inside
      }
      this.#effects.exit('containerEnd')
      this.#exit(index)
      this.#continued = index
      return this.#flowStart(code)
    }
    return (code) => {
      this.#effects.enter('containerEnd')
      return inside(code)
    }
  }

  /** Whether the flow is in text that is no Markdown until its own end. */
  #isLiteral(): boolean {
    const flow = this.#flow
    if (flow?.currentConstruct?.name !== 'htmlFlow') return flow !== undefined && literalFlow.has(flow.currentConstruct?.name ?? '')
    this.#isLiteralHtml ??= isLiteralHtml(flow)
    return this.#isLiteralHtml
  }

  /** If new containers begin, those that the line does not belong to end before them. */
  readonly #opens: State = (code) => {
    const flow = this.#flow
    let constructs = this.#containers
    let otherwise = this.#noneOpens
    if (this.#continued === this.#stack.length) {
      if (!flow) return this.#openContainers(code)
      if (flow.currentConstruct?.concrete) {
        if (!this.#piercing || this.#isLiteral()) return this.#flowStart(code)
        constructs = this.#piercing
        otherwise = this.#flowStart
      } else if (this.#continued >= deepest) return this.#noneOpens(code)
      else this.#self.interrupt = Boolean(flow.currentConstruct && !flow._gfmTableDynamicInterruptHack)
    }
    this.#self.containerState = {}
    return this.#effects.check(constructs, this.#oneOpens, otherwise)(code)
  }

  readonly #oneOpens: State = (code) => {
    this.#closeFlow()
    this.#exit(this.#continued)
    return this.#openContainers(code)
  }

  readonly #noneOpens: State = (code) => {
    const { parser } = this.#self
    const { line, offset } = this.#self.now()
    parser.lazy[line] = this.#continued !== this.#stack.length
    this.#lineStart = offset
    return this.#flowStart(code)
  }

  readonly #openContainers: State = (code) => {
    if (this.#continued >= deepest) return this.#flowStart(code)
    this.#self.containerState = {}
    return this.#effects.attempt(this.#containers, this.#opened, this.#flowStart)(code)
  }

  readonly #opened: State = (code) => {
    const { currentConstruct, containerState } = this.#self
    this.#stack.push({ construct: currentConstruct as Container, state: containerState as ContainerState })
    this.#continued++
    return this.#openContainers(code)
  }

  readonly #flowStart: State = (code) => {
    if (code === null) {
      this.#closeFlow()
      this.#exit(0)
      this.#effects.consume(code)
      return undefined
    }
    const { parser } = this.#self
    const now = this.#self.now()
    parser.depths[now.line] = this.#depth()
    this.#flow ??= parser.flow(now)
    this.#effects.enter('chunkFlow', { _tokenizer: this.#flow, contentType: 'flow', previous: this.#chunk })
    return this.#flowContinue(code)
  }

  /** How many containers are around the line in which slides do not go on. */
  #depth(): number {
    let depth = 0
    for (let index = 0; index < this.#continued; index++) if (!this.#stack[index]?.construct.isOfSlide) depth++
    return depth
  }

  readonly #flowContinue: State = (code) => {
    if (code === null) {
      this.#writeToFlow(this.#effects.exit('chunkFlow'), true)
      this.#exit(0)
      this.#effects.consume(code)
      return undefined
    }
    this.#effects.consume(code)
    if (!markdownLineEnding(code)) return this.#flowContinue
    this.#writeToFlow(this.#effects.exit('chunkFlow'), false)
    this.#continued = 0
    this.#self.interrupt = undefined
    return this.start
  }

  /**
   * A lazy line may be the paragraph's above or begin a block; which of them, the flow knows when it has read it. If it begins a block, the
   * containers that it does not belong to end before it.
   */
  #writeToFlow(token: Token, isLast: boolean): void {
    const flow = this.#flow as TokenizeContext
    const stream = this.#self.sliceStream(token)
    if (isLast) stream.push(null)
    token.previous = this.#chunk
    if (this.#chunk) this.#chunk.next = token
    this.#chunk = token
    flow.defineSkip(token.start)
    flow.write(stream)
    if (!this.#self.parser.lazy[token.start.line]) return
    const start = this.#lineStart
    for (let index = flow.events.length - 1; index >= 0; index--) {
      const { start: from, end: to } = (flow.events[index] as Event)[1]
      if (from.offset < start && (!to || to.offset > start)) return
    }
    this.#exitEarlier(this.#continued, 1)
  }

  /** Exits the containers beyond the first `size` where the flow's last chunk ends, or the one `back` before it: this line is not theirs. */
  #exitEarlier(size: number, back = 0): void {
    if (this.#stack.length <= size) return
    const { events } = this.#self
    let last = events.length - 1
    for (let left = back; last >= 0; last--) {
      const [kind, { type }] = events[last] as Event
      if (kind === 'exit' && type === 'chunkFlow' && left-- === 0) break
    }
    const point = events[last]?.[1].end
    const before = events.length
    this.#exit(size)
    const exits = events.splice(before)
    for (const [, token] of exits) if (point) token.end = { ...point }
    events.splice(last + 1, 0, ...exits)
  }

  #exit(size: number): void {
    for (let open = this.#stack.at(-1); open && this.#stack.length > size; open = this.#stack.at(-1)) {
      this.#self.containerState = open.state
      open.construct.exit?.call(this.#self, this.#effects)
      this.#stack.pop()
    }
  }

  #closeFlow(): void {
    this.#flow?.write([null])
    this.#chunk = undefined
    this.#flow = undefined
    this.#isLiteralHtml = undefined
    if (this.#self.containerState) this.#self.containerState._closeFlow = undefined
  }
}

/** micromark's `tabSize`: what is indented as far is code. */
const codeIndent = 4

/** One container, up to three blanks before it. */
const containerOf = (constructs: ConstructRecord): Tokenizer =>
  function (effects, ok, nok) {
    const isCode = !this.parser.constructs.disable.null?.includes('codeIndented')
    return factorySpace(effects, effects.attempt(constructs, ok, nok), 'linePrefix', isCode ? codeIndent : undefined)
  }

const piercingIn = (constructs: ConstructRecord): ConstructRecord =>
  Object.fromEntries(
    Object.entries(constructs)
      .map(([code, listed]) => [code, [listed].flat().filter((construct: Container | undefined) => construct?.pierces)] as const)
      .filter(([, piercing]) => piercing.length > 0),
  ) as ConstructRecord
