import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an open page is told, as Server-Sent Events. */
export type PreviewEvent = { readonly type: 'reload' } | { readonly type: 'problems'; readonly html: string }

export interface PreviewServer {
  readonly url: string
  /** The page that `/` answers with from now on. */
  setPage(html: string): void
  send(event: PreviewEvent): void
  close(): Promise<void>
}

export interface PreviewServerOptions {
  /** 0 lets the system choose. */
  readonly port: number
  /** Runs in the open page: listens to the events. */
  readonly clientScript: string
}

/**
 * Serves one page on the loopback address and tells it when to reload. It answers only requests for its own host, so that no web page can
 * read the deck through a rebound name (DESIGN.md §10), and only three paths, none of which is a file.
 */
export async function startPreviewServer({ port, clientScript }: PreviewServerOptions): Promise<PreviewServer> {
  let page = ''
  let problems: PreviewEvent = { type: 'problems', html: '' }
  const listeners = new Set<ServerResponse>()
  const hosts = new Set<string>()

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '')
    if (!hosts.has(request.headers.host ?? '')) end(response, 403, 'text/plain', 'This preview answers only its own host.\n')
    else if (request.method !== 'GET' && request.method !== 'HEAD') end(response, 405, 'text/plain', 'GET only.\n')
    else if (path === '/') end(response, 200, 'text/html', withClient(page))
    else if (path === '/@preview.js') end(response, 200, 'text/javascript', clientScript)
    else if (path === '/@events') listen(response)
    else if (path === '/favicon.ico') end(response, 204, 'image/x-icon', '')
    else end(response, 404, 'text/plain', 'Nothing here: the page holds all that it needs.\n')
  }

  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(eventText(problems))
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  const server = createServer(answer)
  await listening(server, port)
  const { port: actual } = server.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost']) hosts.add(`${host}:${actual}`)
  return {
    url: `http://127.0.0.1:${actual}/`,
    setPage: (html) => {
      page = html
    },
    send: (event) => {
      if (event.type === 'problems') problems = event
      for (const listener of listeners) listener.write(eventText(event))
    },
    close: () =>
      new Promise((done) => {
        for (const listener of listeners) listener.end()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const clientTag = '<script src="/@preview.js"></script>'

/** The client goes last, after the page's own scripts. */
const withClient = (html: string): string => {
  const end = html.lastIndexOf('</body>')
  return end < 0 ? html + clientTag : html.slice(0, end) + clientTag + html.slice(end)
}

const eventText = (event: PreviewEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

const end = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(body)
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
