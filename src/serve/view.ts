import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { htmlPage } from '../export/html.ts'
import { loadGraph, readDocuments, serializeGraph } from '../graph/index.ts'

export interface ServeOptions {
  /** Folder that `redthread build` wrote. */
  readonly outDir: string
  /** Port to listen on; a free one where it is left out. */
  readonly port?: number
  /** A loopback address: `127.0.0.1` (default), `::1` or `localhost`. */
  readonly host?: string
}

/** A running server. */
export interface Serving {
  /** Address of the page, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

const viewerPage = new URL('../../viewer/dist/index.html', import.meta.url)

/** The page's own policy, which its meta element narrows further to its script. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Serves the viewer with the graph of a folder, on loopback only. The folder is read at each request, so a
 * reload shows a new build. Throws a FileError where the folder holds no graph, an Error that says what to
 * do where the viewer is not built, the host is not loopback or the port is taken.
 */
export async function serveGraph({ outDir, port = 0, host = '127.0.0.1' }: ServeOptions): Promise<Serving> {
  if (!loopback.has(host))
    throw new Error(`${host} is not a loopback address: the viewer is served on 127.0.0.1 or ::1 only.`)
  loadGraph(outDir)
  await readViewer()
  const server = createServer((request, response) => {
    answer(outDir, request, response).catch((error: unknown) => fail(response, error))
  })
  await listen(server, port, host)
  const address = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}/`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken: name another with --port, or leave it out for a free one.`)
    throw new Error(`Cannot listen on ${host} port ${port}: ${message}`)
  }
}

async function answer(outDir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request)) return refuse(response, 403, 'This server answers to its loopback address only.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405, 'Only GET and HEAD are answered.')
  }
  const path = (request.url ?? '').split('?', 1)[0]
  if (path !== '/' && path !== '/index.html') return refuse(response, 404, 'There is one page here: /')
  const page = await readViewer()
  const graph = serializeGraph(loadGraph(outDir))
  response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
  if (request.method === 'HEAD') response.end()
  else await pipeline(Readable.from(htmlPage(page, graph, readDocuments(outDir))), response)
}

/** A page of another site that was made to resolve to this machine (DNS rebinding) names its own host. */
function isOwnHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort
  return ['127.0.0.1', '[::1]', 'localhost'].some((name) => request.headers.host === `${name}:${port}`)
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy()
  else refuse(response, 500, error instanceof Error ? error.message : String(error))
}

async function readViewer(): Promise<string> {
  try {
    return await readFile(viewerPage, 'utf8')
  } catch {
    throw new Error('The viewer is not built: run `npm run build:viewer` once.')
  }
}
