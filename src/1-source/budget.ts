import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'

/**
 * What a deck makes beyond what its author wrote: a file that is included again, a copy of a definition, a cell that fills a row, a drawing's
 * entity. A few lines can ask for endless many (an amplification, as in "billion laughs"), so all of it comes out of one budget a deck.
 */
export interface Budget {
  /** Takes it; what to tell where too little is left, which is then not taken. What was asked for is not to be made. */
  spend(spending: Spending): Overdraft | undefined
  /** The same for something of so many bytes that is written once and used again and again, known by `key`: as many are free as it has. */
  reuse(key: string, size: number, use: Reuse): Overdraft | undefined
  /** How many more nodes may be made. */
  readonly nodesLeft: number
  /** Lets a text of so many nodes grow by half. */
  allow(written: number): void
}

export interface Spending {
  /** Of the tree, of a table or of a drawing. */
  readonly nodes?: number
  readonly bytes?: number
  /** What makes it. */
  readonly name: string
  /** It is taken even where too little is left: asking has cost its time already. */
  readonly isTaken?: boolean
  /** What led there, outermost first; it ends with the name. Absent where nothing did. */
  readonly chain?: (() => readonly string[]) | undefined
}

export interface Reuse extends Omit<Spending, 'nodes' | 'bytes'> {
  readonly bytes: number
  /** Asked only where it is not free. */
  readonly nodes?: () => number
}

export interface Overdraft {
  /** It is told already. */
  readonly isTold: boolean
  readonly limit: number
  readonly unit: 'nodes' | 'MB'
  /** The chain that spent the most. */
  readonly chain: readonly string[]
  /** How much of all that was spent it spent, in per cent. */
  readonly share: number
}

/** Far beyond any deck that is meant to be shown: a second or two, and some hundred MB of memory. */
const standard = { nodes: 100_000, bytes: 64_000_000 }

/** Who keeps a deck's budget, where there is one, and hears of it. */
interface Purse {
  readonly budget?: Budget
  readonly report: Report
}

/** Whether the deck can afford it; where it cannot, that is reported, once. */
export const pay = ({ budget, report }: Purse, spending: Spending, position: Position | undefined): boolean =>
  isPaid(budget?.spend(spending), report, position)

/** The same for what is used again. */
export const payAgain = (
  { budget, report }: Purse,
  [key, size]: readonly [key: string, size: number],
  use: Reuse,
  position: Position | undefined,
): boolean => isPaid(budget?.reuse(key, size, use), report, position)

function isPaid(over: Overdraft | undefined, report: Report, position: Position | undefined): boolean {
  if (over && !over.isTold) report(diagnose('document/too-much-generated', over, position))
  return over === undefined
}

interface Spender {
  chain: () => readonly string[]
  /** Whether it was given or not, as a part of the whole budget. */
  asked: number
}

export function createBudget(least: { readonly nodes: number; readonly bytes: number } = standard): Budget {
  const limit = { ...least }
  const spent = { nodes: 0, bytes: 0 }
  const spenders = new Map<string, Spender>()
  const used = new Map<string, number>()
  let isTold = false

  const overdraft = (unit: Overdraft['unit']): Overdraft => {
    const all = [...spenders.values()]
    const most = all.reduce((one, other) => (other.asked > one.asked ? other : one))
    const whole = all.reduce((sum, { asked }) => sum + asked, 0)
    const first = !isTold
    isTold = true
    return {
      isTold: !first,
      limit: unit === 'nodes' ? limit.nodes : limit.bytes / 1e6,
      unit,
      // It may be long, and most who ask tell nothing.
      get chain() {
        return most.chain()
      },
      share: Math.round((100 * most.asked) / whole),
    }
  }
  const spend = ({ nodes = 0, bytes = 0, name, chain = () => [name], isTaken = false }: Spending): Overdraft | undefined => {
    if (nodes <= 0 && bytes <= 0) return undefined
    const spender = spenders.get(name) ?? { chain, asked: 0 }
    spender.chain = chain
    spender.asked += nodes / least.nodes + bytes / least.bytes
    spenders.set(name, spender)
    const isOver = { nodes: spent.nodes + nodes > limit.nodes, bytes: spent.bytes + bytes > limit.bytes }
    if (isTaken || !(isOver.nodes || isOver.bytes)) {
      spent.nodes += nodes
      spent.bytes += bytes
    }
    return isOver.nodes ? overdraft('nodes') : isOver.bytes ? overdraft('MB') : undefined
  }
  return {
    spend,
    reuse(key, size, { bytes, nodes, ...what }) {
      const after = (used.get(key) ?? 0) + bytes
      used.set(key, after)
      const beyond = Math.min(bytes, Math.max(0, after - size))
      if (beyond === 0) return undefined
      // Counting takes its time, too.
      return spend({ ...what, bytes: beyond, nodes: spent.bytes + beyond > limit.bytes ? 0 : (nodes?.() ?? 0) })
    },
    get nodesLeft() {
      return limit.nodes - spent.nodes
    },
    allow(written) {
      limit.nodes = least.nodes + Math.floor(Math.max(0, written - spent.nodes) / 2)
    },
  }
}
