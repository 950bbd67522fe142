import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eventsPath, type PageChanges, type PreviewEvent, versionAttribute } from '../../page-contract/preview-event.ts'

export interface PreviewServer {
  readonly url: string
  /** The page that `/` answers with from now on; open pages change to it, in place where `changes` says how. */
  setPage(html: string, changes?: PageChanges): void
  showProblems(html: string): void
  close(): Promise<void>
}

export interface PreviewServerOptions {
  /** 0 lets the system choose. */
  readonly port: number
  /** Runs in the open page: listens to the events. */
  readonly clientScript: string
}

/**
 * Serves one page on the loopback address and tells it what changes. It answers only requests for its own host, so that no web page can
 * read the deck through a rebound name (docs/dev/architecture.md, “Rules that hold everywhere”), and only three paths, none of which is a file.
 */
export async function startPreviewServer({ port, clientScript }: PreviewServerOptions): Promise<PreviewServer> {
  let page = ''
  // A server that is started again must not take an open page for its own.
  let version = Date.now()
  let problems = ''
  const listeners = new Set<ServerResponse>()
  const hosts = new Set<string>()

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '')
    if (!hosts.has(request.headers.host ?? '')) end(response, 403, 'text/plain', 'This preview answers only its own host.\n')
    else if (request.method !== 'GET' && request.method !== 'HEAD') end(response, 405, 'text/plain', 'GET only.\n')
    else if (path === '/') end(response, 200, 'text/html', withClient(page, version))
    else if (path === '/@preview.js') end(response, 200, 'text/javascript', clientScript)
    else if (path === eventsPath) listen(response)
    else if (path === '/favicon.ico') end(response, 204, 'image/x-icon', '')
    else end(response, 404, 'text/plain', 'Nothing here: the page holds all that it needs.\n')
  }

  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(eventText({ type: 'page', version }) + eventText({ type: 'problems', html: problems }))
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  const send = (event: PreviewEvent): void => {
    for (const listener of listeners) listener.write(eventText(event))
  }

  const server = createServer(answer)
  await listening(server, port)
  const { port: actual } = server.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost']) hosts.add(`${host}:${actual}`)
  return {
    url: `http://127.0.0.1:${actual}/`,
    setPage: (html, changes) => {
      page = html
      version++
      send({ type: 'page', version, ...(changes ? { changes } : {}) })
    },
    showProblems: (html) => {
      problems = html
      send({ type: 'problems', html })
    },
    close: () =>
      new Promise((done) => {
        for (const listener of listeners) listener.end()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The client goes last, after the page's own scripts, and knows which page it is in. */
const withClient = (html: string, version: number): string => {
  const client = `<script src="/@preview.js" ${versionAttribute}="${version}"></script>`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? html + client : html.slice(0, end) + client + html.slice(end)
}

const eventText = (event: PreviewEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

const end = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(body)
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      // A connection that fails later (no file descriptor left) is that connection's.
      server.on('error', () => undefined)
      done()
    })
  })
