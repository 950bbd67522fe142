import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PreviewServer, startPreviewServer } from '../../src/6-output/watch/preview-server.ts'

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
  it('serves the page with its client after the page’s own scripts', async () => {
    server.setPage('<body><p>x</p><script>a</script></body>')
    expect((await ask('/')).body).toBe('<body><p>x</p><script>a</script><script src="/@preview.js"></script></body>')
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
  it('tells a page that comes late what is wrong', async () => {
    server.send({ type: 'problems', html: '<p>broken</p>' })
    const { body } = await ask('/@events', { until: (text) => text.includes('\n\n') })
    expect(body).toContain('event: problems')
    expect(body).toContain('<p>broken</p>')
  })
  it('tells open pages to reload', async () => {
    const events = ask('/@events', { until: (text) => text.includes('reload') })
    await ask('/@preview.js')
    server.send({ type: 'reload' })
    expect((await events).body).toContain('event: reload')
  })
})
