import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { type Engine, type EnginePage, eventually, expressionOf, keyActions, middleOf, pointerActions } from './engine.ts'

/** Firefox speaks WebDriver BiDi itself, over a WebSocket. It recommends to itself what a browser that is driven needs; this is for what it lacks. */
const preferences = {
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.w3c_touch_events.enabled': 1,
  'ui.prefersReducedMotion': 0,
}

/** What of the protocol is used: https://w3c.github.io/webdriver-bidi/ */
interface Tree {
  readonly contexts: readonly Context[]
}
interface Context {
  readonly context: string
  readonly originalOpener?: string | null
  readonly children: readonly Context[]
}
interface Entry {
  readonly level: string
  readonly text: string
  readonly source: { readonly context?: string }
}

export async function startFirefox(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'hoverdeck-firefox-'))
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});\n`)
  writeFileSync(join(profile, 'user.js'), lines.join(''))
  const browser = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  })
  let told = ''
  browser.stderr.on('data', (part) => {
    told += part
  })
  const address = await eventually('Firefox', () => /BiDi listening on (ws:\S+)/.exec(told)?.[1])
  const protocol = await connect(`${address}/session`)
  await protocol.send('session.new', { capabilities: {} })
  await protocol.send('session.subscribe', { events: ['log.entryAdded'] })
  return {
    async open(url, size = { width: 1280, height: 720 }) {
      const { context } = await protocol.send<{ context: string }>('browsingContext.create', { type: 'tab' })
      await protocol.send('browsingContext.setViewport', { context, viewport: size })
      await protocol.send('browsingContext.navigate', { context, url, wait: 'complete' })
      return enginePage(protocol, context)
    },
    async close() {
      protocol.close()
      browser.kill()
      if (browser.exitCode === null) await once(browser, 'exit')
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

interface Protocol {
  readonly entries: readonly Entry[]
  send<Result = unknown>(method: string, params: Record<string, unknown>): Promise<Result>
  close(): void
}

async function connect(address: string): Promise<Protocol> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, { done(result: never): void; failed(error: Error): void }>()
  const entries: Entry[] = []
  socket.on('message', (data) => {
    const { id, type, result, message, params } = JSON.parse(String(data))
    if (type === 'event') entries.push(params)
    else if (type === 'error') waiting.get(id)?.failed(new Error(message))
    else waiting.get(id)?.done(result as never)
    waiting.delete(id)
  })
  let id = 0
  return {
    entries,
    send: (method, params) =>
      new Promise((done, failed) => {
        waiting.set(++id, { done, failed })
        socket.send(JSON.stringify({ id, method, params }))
      }),
    close: () => socket.terminate(),
  }
}

function enginePage({ entries, send }: Protocol, context: string): EnginePage {
  const run = async (where: string, expression: string) => {
    const answer = await send<{ result: { value?: string }; exceptionDetails?: { text: string } }>('script.evaluate', {
      expression,
      target: { context: where },
      awaitPromise: true,
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)
  }
  const perform = (actions: unknown[]) => send('input.performActions', { context, actions })
  const page: EnginePage = {
    evaluate: (script, argument) => run(context, expressionOf(script, argument)),
    async evaluateInFrame(selector, script) {
      const [tree] = (await send<Tree>('browsingContext.getTree', { root: context })).contexts
      const index = await page.evaluate(
        (wanted) => [...document.querySelectorAll('iframe')].findIndex((one) => one.matches(wanted)),
        selector,
      )
      const frame = tree?.children[index]
      if (!frame) throw new Error(`no frame ${selector}`)
      return run(frame.context, expressionOf(script, undefined))
    },
    press: async (key, times = 1, apart = 0) => void (await perform(keyActions(key, times, apart))),
    click: async (target) => void (await perform([pointerActions('mouse', [await middleOf(page, target)])])),
    touch: async (...fingers) => void (await perform(fingers.map((path, index) => pointerActions('touch', path, `finger ${index}`)))),
    async screenshot() {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    said: async () => entries.filter(({ source }) => source.context === context).map(({ level, text }) => `${level}: ${text}`),
    async popup() {
      const opened = await eventually('a window', async () =>
        (await send<Tree>('browsingContext.getTree', {})).contexts.find(({ originalOpener }) => originalOpener === context),
      )
      return enginePage({ entries, send, close: () => {} }, opened.context)
    },
    close: async () => void (await send('browsingContext.close', { context })),
  }
  return page
}
