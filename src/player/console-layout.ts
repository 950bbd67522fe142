/** What a speaker has chosen: the notes' letters (px), and the views' share of the window's width (percent). */
interface Chosen {
  size: number
  share: number
}

const memory = 'hoverdeck console'
const standard: Chosen = { size: 24, share: 60 }

/** The least and most of each. */
const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

/** Space between the parts, px (console.css has it too). */
const gap = 12

export interface Layout {
  /** The slides' window has this size, px. */
  resize(window: { readonly width: number; readonly height: number }): void
  sizeNotes(way: 1 | -1): void
}

/**
 * Gives the views the shape of the slides' window, what the audience sees as large as the divider leaves it room for; has the divider dragged or moved by keys, and
 * keeps what the speaker has chosen where the browser keeps anything.
 */
export function layOut(shell: Window, next: HTMLIFrameElement, byId: (id: string) => HTMLElement): Layout {
  const [views, separator, notes] = [byId('views'), byId('separator'), byId('notes')]
  const now = byId('slideView')
  const chosen = { ...standard, ...remembered() }
  let window_ = { width: 1024, height: 768 }
  const shape = (frame: HTMLElement, width: number): void => {
    const scale = width / window_.width
    frame.style.cssText = `width:${window_.width}px;height:${window_.height}px;transform:scale(${scale})`
    if (frame.parentElement) frame.parentElement.style.cssText = `width:${width}px;height:${window_.height * scale}px`
  }
  const arrange = (): void => {
    const { clientWidth, clientHeight } = views
    const ratio = window_.width / window_.height
    const width = Math.max(80, Math.min(clientWidth, clientHeight * 0.64 * ratio))
    shape(now, width)
    shape(next, Math.max(60, Math.min(clientWidth * 0.62, (clientHeight - width / ratio - gap) * ratio)))
  }
  const apply = (): void => {
    chosen.size = between(12, chosen.size, 64)
    chosen.share = between(20, chosen.share, 85)
    views.style.flexBasis = `${chosen.share}%`
    notes.style.fontSize = `${chosen.size}px`
    separator.setAttribute('aria-valuenow', String(Math.round(chosen.share)))
    arrange()
  }
  const choose = (wanted: Partial<Chosen>): void => {
    Object.assign(chosen, wanted)
    apply()
    remember(chosen)
  }
  separator.addEventListener('pointerdown', (event) => {
    separator.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  separator.addEventListener('pointermove', (event) => {
    if (separator.hasPointerCapture(event.pointerId)) choose({ share: (100 * (event.clientX - gap)) / (shell.innerWidth - 2 * gap) })
  })
  separator.addEventListener('keydown', (event) => {
    const way = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key]
    if (way === undefined) return
    event.preventDefault()
    choose({ share: chosen.share + way })
  })
  separator.addEventListener('dblclick', () => choose({ share: standard.share }))
  shell.addEventListener('resize', arrange)
  apply()
  return {
    resize({ width, height }) {
      window_ = { width, height }
      arrange()
    },
    sizeNotes: (way) => choose({ size: chosen.size + 2 * way }),
  }
}

function remembered(): Partial<Chosen> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? '{}')
    const entries = Object.entries(kept ?? {}).filter(([name, value]) => (name === 'size' || name === 'share') && Number.isFinite(value))
    return Object.fromEntries(entries)
  } catch {
    // A browser that keeps nothing.
    return {}
  }
}

function remember(chosen: Chosen): void {
  try {
    localStorage.setItem(memory, JSON.stringify(chosen))
  } catch {
    // It counts until the console is loaded again.
  }
}
