import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Engine, type EnginePage, eventually, expressionOf, keyActions, middleOf, type Place, pointerActions } from './engine.ts'
import type { Engines } from './find.ts'

/** The member of a window that holds what its console said. */
const recorder = `<script>window.hoverdeckSaid=[];(function(){
for(const type of['debug','info','log','warn','error']){const tell=console[type];console[type]=(...words)=>{hoverdeckSaid.push(type+': '+words.join(' '));tell.apply(console,words)}}
addEventListener('error',(event)=>hoverdeckSaid.push('error: '+event.message))
addEventListener('unhandledrejection',(event)=>hoverdeckSaid.push('error: '+event.reason))})()</script>`

type Call = <Value>(method: string, path: string, body?: unknown) => Promise<Value>

/** Safari's engine: WebKitGTK on a screen of its own, by W3C WebDriver. */
export async function startWebKit({ driver: path, screen: screenPath, browser }: NonNullable<Engines['webkit']>): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'hoverdeck-webkit-'))
  const screen = spawn(screenPath, ['-displayfd', '3', '-screen', '0', '2600x1800x24', '-ac', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [display] = await once(screen.stdio[3] as Readable, 'data')
  const port = await freePort()
  const env = {
    ...process.env,
    DISPLAY: `:${String(display).trim()}`,
    GDK_BACKEND: 'x11',
    HOME: home,
    LIBGL_ALWAYS_SOFTWARE: '1',
    MESA_SHADER_CACHE_DISABLE: 'true',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
  }
  const driver = spawn(path, [`--port=${port}`], { env, stdio: 'ignore' })
  const call: Call = async (method, place, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${place}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null }
    if (value?.error) throw new Error(`${place} ${value.error}: ${value.message}`)
    return value as never
  }
  await eventually('WebKitWebDriver', () => call('GET', '/status').catch(() => undefined))
  const capabilities = {
    alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
  }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities })
  const session = `/session/${sessionId}`
  return {
    async open(url, size = { width: 1280, height: 720 }) {
      const page = enginePage(call, session, await call('GET', `${session}/window`))
      await resize(call, session, page, size)
      await call('POST', `${session}/url`, { url: recorded(url) })
      return page
    },
    async close() {
      await call('DELETE', session).catch(() => {})
      await Promise.all([driver, screen].map(end))
      // The browser outlives its session by a moment.
      await eventually('the end of MiniBrowser', () => isRemoved(home))
    },
  }
}

function isRemoved(folder: string): true | undefined {
  try {
    rmSync(folder, { recursive: true, force: true })
    return true
  } catch {
    return undefined
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill()
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** WebDriver tells nothing of the console: a page from disk is opened as a copy that writes it down. */
function recorded(url: string): string {
  if (!url.startsWith('file:')) return url
  const [, address = url, rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const html = readFileSync(fileURLToPath(address), 'utf8')
  const copy = address.replace(/\.html$/, '-webkit.html')
  writeFileSync(
    fileURLToPath(copy),
    html.replace(/<head\b[^>]*>/, (head) => head + recorder),
  )
  return copy + rest
}

/** The window is larger than what it shows. */
async function resize(call: Call, session: string, page: EnginePage, size: { width: number; height: number }): Promise<void> {
  const wanted = { ...size }
  await eventually('the window’s size', async () => {
    await call('POST', `${session}/window/rect`, wanted)
    const inside = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    wanted.width += size.width - inside.width
    wanted.height += size.height - inside.height
    return inside.width === size.width && inside.height === size.height ? true : undefined
  })
}

function enginePage(call: Call, session: string, handle: string): EnginePage {
  const here = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
    await call('POST', `${session}/window`, { handle })
    return call(method, session + path, body)
  }
  const run = async (expression: string) => {
    const json = await call<string | null>('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] })
    return json === null ? undefined : JSON.parse(json)
  }
  const perform = (actions: unknown[]) => here('POST', '/actions', { actions })
  const page: EnginePage = {
    async evaluate(script, argument) {
      await call('POST', `${session}/window`, { handle })
      return run(expressionOf(script, argument))
    },
    async evaluateInFrame(selector, script) {
      const frame = await here('POST', '/element', { using: 'css selector', value: selector })
      await call('POST', `${session}/frame`, { id: frame })
      const answer = await run(expressionOf(script, undefined))
      await call('POST', `${session}/frame`, { id: null })
      return answer
    },
    press: async (key, times = 1, apart = 0) => void (await perform(keyActions(key, times, apart))),
    click: async (target) => void (await perform([pointerActions('mouse', [await middleOf(page, target)])])),
    touch: (...fingers) => page.evaluate(touch, fingers),
    screenshot: async () => Buffer.from(await here<string>('GET', '/screenshot'), 'base64'),
    reload: () => here('POST', '/refresh'),
    said: () => page.evaluate(() => (window as unknown as { hoverdeckSaid?: string[] }).hoverdeckSaid ?? []),
    async popup() {
      const other = await eventually('a window', async () =>
        (await call<string[]>('GET', `${session}/window/handles`)).find((one) => one !== handle),
      )
      return enginePage(call, session, other)
    },
    // The last window ends the session.
    close: async () => void ((await call<string[]>('GET', `${session}/window/handles`)).length > 1 && (await here('DELETE', '/window'))),
  }
  return page
}

/** Runs in the page. WebKitGTK has no `Touch` that a script could make, so the events carry plain objects. */
async function touch(fingers: readonly (readonly Place[])[]): Promise<void> {
  const [start] = fingers[0] ?? []
  const target = document.elementFromPoint(start?.x ?? 0, start?.y ?? 0) ?? document.body
  const length = fingers[0]?.length ?? 0
  const tell = (type: string, moment: number | undefined) => {
    const touches = fingers.map((path, identifier) => ({
      identifier,
      target,
      clientX: path[moment ?? length - 1]?.x,
      clientY: path[moment ?? length - 1]?.y,
    }))
    const event = new Event(type, { bubbles: true, cancelable: true })
    target.dispatchEvent(Object.assign(event, { touches: moment === undefined ? [] : touches, changedTouches: touches }))
  }
  for (let moment = 0; moment < length; moment++) {
    tell(moment === 0 ? 'touchstart' : 'touchmove', moment)
    await new Promise((done) => setTimeout(done, 16))
  }
  tell('touchend', undefined)
  if (length === 1 && start)
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: start.x, clientY: start.y }))
}
