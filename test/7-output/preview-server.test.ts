import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PreviewServer, startPreviewServer } from '../../src/7-output/watch/preview-server.ts'

let server: PreviewServer
beforeEach(async () => {
  server = await startPreviewServer({ port: 0, clientScript: '/* client */' })
})
afterEach(() => server.close())

interface Answer {
  readonly status: number | undefined
  readonly body: string
}
const ask = (path: string, options: { host?: string; method?: string; until?: (body: string) => boolean } = {}): Promise<Answer> =>
  new Promise((done, fail) => {
    const { port } = new URL(server.url)
    const call = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.host ? { host: options.host } : {} },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString()
          if (options.until?.(body)) {
            call.destroy()
            done({ status: response.statusCode, body })
          }
        })
        response.on('end', () => done({ status: response.statusCode, body }))
      },
    )
    call.on('error', fail)
    call.end()
  })

describe('the preview server', () => {
  it('serves the page with its client, which knows the page’s version, after the page’s own scripts', async () => {
    server.setPage('<body><p>x</p><script>a</script></body>')
    expect((await ask('/')).body).toMatch(
      /^<body><p>x<\/p><script>a<\/script><script src="\/@preview.js" data-version="\d+"><\/script><\/body>$/,
    )
    expect((await ask('/@preview.js')).body).toBe('/* client */')
  })
  it('answers only its own host', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403)
    expect((await ask('/', { host: `127.0.0.1.evil.example:${new URL(server.url).port}` })).status).toBe(403)
    expect((await ask('/', { host: `localhost:${new URL(server.url).port}` })).status).toBe(200)
  })
  it.each(['/../package.json', '/%2e%2e/package.json', '/package.json', '/@events/..'])('serves no file: %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })
  it('takes nothing', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
  })
  it('tells a page that comes late what is wrong, and which page is the last', async () => {
    server.setPage('<body></body>')
    server.showProblems('<p>broken</p>')
    const { body } = await ask('/@events', { until: (text) => text.includes('broken') })
    expect(events(body)).toEqual([
      { type: 'page', version: await version() },
      { type: 'problems', html: '<p>broken</p>' },
    ])
  })
  it('tells open pages of a new one, with what changes where that is known', async () => {
    server.setPage('<body>one</body>')
    const first = await version()
    const told = ask('/@events', { until: (text) => text.includes(String(first + 2)) })
    await ask('/@preview.js')
    const changes = { steps: ['<div id="a">\n</div>'], styles: [] }
    server.setPage('<body>two</body>', changes)
    server.setPage('<body>three</body>')
    expect(events((await told).body).filter(({ type }) => type === 'page')).toEqual([
      { type: 'page', version: first },
      { type: 'page', version: first + 1, changes },
      { type: 'page', version: first + 2 },
    ])
    expect(await version()).toBe(first + 2)
  })
})

const version = async (): Promise<number> => Number(/data-version="(\d+)"/.exec((await ask('/')).body)?.[1])

const events = (body: string): { readonly type: string }[] => [...body.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data))
