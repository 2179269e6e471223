import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extrasOf } from '../export/page-extras.ts'
import { readDocuments } from '../graph/index.ts'
import type { KnowledgeGraph } from '../query/index.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { requestHandler } from './answer-request.ts'
import { bounds } from './bounds.ts'
import { decisionsRoute } from './decisions-route.ts'
import { openedFolder } from './opened-folder.ts'
import { apiRoutes } from './routes.ts'
import { readViewerPage, servedPage } from './viewer-page.ts'

export interface ServeOptions {
  /** Folder that `redthread build` wrote. */
  readonly outDir: string
  /** Port to listen on; a free one where it is left out. */
  readonly port?: number
  /** A loopback address: `127.0.0.1` (default), `::1` or `localhost`. */
  readonly host?: string
  /** Version of Redthread, for the description of the API. */
  readonly version?: string
  /** Whether the viewer is served at `/`; true unless said otherwise. Without it nothing can be written. */
  readonly page?: boolean
}

/** A running server. */
export interface Serving {
  /** Address of the page, with a slash at its end. */
  readonly url: string
  /** The graph as it is now. */
  readonly graph: () => KnowledgeGraph
  close(): Promise<void>
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Serves a graph over HTTP on loopback only: the questions, the whole graph, texts, and with `page` the viewer
 * and its decisions. A new build in the folder shows at the next request. Throws a FileError where the folder
 * holds no graph, an Error that says what to do where the viewer is not built, the host is not loopback or
 * the port is taken.
 */
export async function serveGraph(options: ServeOptions): Promise<Serving> {
  const { outDir, port = 0, host = '127.0.0.1', version = '0', page = true } = options
  if (!loopback.has(host))
    throw new Error(`${host} is not a loopback address: graphs are served on 127.0.0.1 or ::1 only.`)
  const graph = openedFolder(outDir)
  graph()
  const token = randomBytes(24).toString('base64url')
  const routes = apiRoutes(version, page ? [decisionsRoute(outDir)] : [])
  if (page) await readViewerPage()
  const viewer = async () => {
    const built = await readViewerPage()
    const extras = extrasOf(outDir, loadSchema().schema)
    return {
      policy: built.policy,
      pieces: servedPage(built, graph(), readDocuments(outDir), token, extras),
    }
  }
  const server = createServer(
    { requestTimeout: bounds.request, headersTimeout: bounds.request, keepAliveTimeout: 5_000 },
    requestHandler({ routes, graph, token, ...(page && { page: viewer }) }),
  )
  server.maxConnections = bounds.connections
  server.setTimeout(bounds.idle)
  await listen(server, port, host)
  const address = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}/`,
    graph,
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
