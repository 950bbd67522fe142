import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type CompileOptions, compile } from '../../src/compile.ts'

export interface BuiltPage {
  readonly html: string
  /** Inside of the body's part before the player. */
  readonly body: string
  /** Inside of each step, in order. */
  readonly steps: readonly string[]
  /** The opening tag of each step. */
  readonly tags: readonly string[]
  /** `code` or `code@line`. */
  readonly codes: readonly string[]
  readonly assets: readonly string[]
}

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Builds a deck that lies in a folder with `files` beside it. */
export async function pageOf(text: string, files: Files = {}, options: Partial<CompileOptions> = {}): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const { page, diagnostics } = await compile({ path: join(folder, 'deck.rst'), text }, { player: '/* player */', ...options })
    const body = /<body[^>]*>([\s\S]*)<script>\n\/\* player/.exec(page.html)?.[1] ?? ''
    const stage = /<div id="impress"[^>]*>([\s\S]*?)<\/div>(?=\n<div (?:class="footer"|id="slide-number")|\n*$)/.exec(body)?.[1] ?? ''
    const parts = stage.split(/\n(?=<div [^>]*class="step )/).filter((part) => part.startsWith('<div '))
    return {
      html: page.html,
      body,
      steps: parts.map((part) => part.replace(/^<div [^>]*>/, '').replace(/<\/div>[^>]*$/, '')),
      tags: parts.map((part) => /^<div [^>]*>/.exec(part)?.[0] ?? ''),
      codes: diagnostics.map(({ code, position }) => (position ? `${code}@${position.start.line}` : code)),
      assets: page.assets.map(({ path }) => path),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One slide's HTML and what was reported. */
export async function slideOf(text: string, files: Files = {}): Promise<{ html: string; codes: readonly string[] }> {
  const { steps, codes } = await pageOf(`----\n\n${text}\n`, files)
  return { html: steps[0] ?? '', codes }
}
