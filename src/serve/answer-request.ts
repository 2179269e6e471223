import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KnowledgeGraph } from '../query/index.ts'
import { closest } from '../schema/closest.ts'
import { bounds } from './bounds.ts'
import { checkAsker, checkWriter } from './guard.ts'
import { addressOf, bodyOf, givenOf } from './read-request.ts'
import { problemDetails, Refusal } from './refusal.ts'
import type { Reply, Route } from './route.ts'

/** Of every answer; the page has a content policy of its own. */
export const commonHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const

/** What a server answers with. */
export interface Service {
  readonly routes: readonly Route[]
  readonly graph: () => KnowledgeGraph
  /** What a request to write must bear. */
  readonly token: string
  /** Gives the page at `/`, where there is one. */
  readonly page?: () => Promise<{ readonly policy: string; readonly pieces: Iterable<string> }>
}

const isPagePath = (path: string): boolean => path === '/' || path === '/index.html'

/** Finds what answers an address. Throws a Refusal with the addresses that there are. */
function routeOf({ routes, page }: Service, path: string, method: string): Route {
  const here = routes.filter((route) => route.path === path)
  const methods = here.map((route) => (route.method === 'get' ? 'GET, HEAD' : 'POST'))
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = here.find((route) => route.method === wanted.toLowerCase())
  if (found) return found
  if (here.length > 0) throw refusedMethod(methods.join(', '))
  const paths = [...(page ? ['/'] : []), ...routes.map((route) => route.path)]
  const meant = path.length < 100 ? closest(path, paths) : undefined
  throw new Refusal(
    404,
    'There is nothing at this address.',
    meant ? `Did you mean ${meant}?` : 'GET /openapi.json lists all addresses.',
  )
}

const refusedMethod = (allowed: string): Refusal =>
  new Refusal(405, `Only ${allowed} is answered here.`, undefined, { Allow: allowed })

async function replyTo(service: Service, request: IncomingMessage): Promise<Reply & { policy?: string }> {
  const { path, query } = addressOf(request)
  const { method = '' } = request
  const asksPage = service.page !== undefined && isPagePath(path)
  checkAsker(request, asksPage)
  if (asksPage) {
    if (method !== 'GET' && method !== 'HEAD') throw refusedMethod('GET, HEAD')
    const { policy, pieces } = await service.page!()
    return { type: 'text/html', pieces, policy }
  }
  const route = routeOf(service, path, method)
  if (route.method === 'get') return route.answer({ graph: service.graph, given: givenOf(route, query) })
  checkWriter(request, service.token)
  const given = givenOf(route, query)
  return route.answer({ graph: service.graph, given, body: await bodyOf(request) })
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply & { policy?: string },
): Promise<void> {
  const { status = 200, policy } = reply
  const type = 'json' in reply ? 'application/json' : reply.type
  response.writeHead(status, {
    ...commonHeaders,
    ...(policy !== undefined && { 'Content-Security-Policy': policy }),
    'Content-Type': `${type}; charset=utf-8`,
  })
  if (request.method === 'HEAD') response.end()
  else if ('json' in reply) response.end(`${JSON.stringify(reply.json)}\n`)
  else await pipeline(Readable.from(reply.pieces), response)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const details = problemDetails(error)
  const headers = error instanceof Refusal ? error.headers : {}
  // What was not read of a refused body must not be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.writeHead(details.status, {
    ...commonHeaders,
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(details)}\n`)
}

/** What answers the requests of a server: no more at the same time than the bounds allow, each in full or not. */
export function requestHandler(
  service: Service,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let running = 0
  return async (request, response) => {
    running++
    try {
      if (running > bounds.atOnce)
        throw new Refusal(503, 'Too many requests at the same time.', 'Ask again in a second.', {
          'Retry-After': '1',
        })
      await send(request, response, await replyTo(service, request))
    } catch (error) {
      refuse(request, response, error)
    } finally {
      running--
    }
  }
}
