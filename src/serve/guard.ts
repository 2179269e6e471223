import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

const hosts = ['127.0.0.1', '[::1]', 'localhost']

/** The addresses under which this server may be asked: the loopback names with its own port. */
function ownHosts(request: IncomingMessage): readonly string[] {
  return hosts.map((name) => `${name}:${request.socket.localPort}`)
}

/**
 * Refuses a request that another site had a browser make. A page whose name was made to resolve to this
 * machine (DNS rebinding) names its own host; any other is told apart by Sec-Fetch-Site, but following a link
 * to the page itself is allowed.
 */
export function checkAsker(request: IncomingMessage, isPage: boolean): void {
  if (!ownHosts(request).some((host) => request.headers.host === host))
    throw new Refusal(403, 'This server answers to its loopback address only.')
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return
  if (isPage && request.headers['sec-fetch-mode'] === 'navigate') return
  throw new Refusal(403, 'This server does not answer to other sites.')
}

/**
 * Refuses a request to write that is not of the page that this server gave out: it must bear the origin of
 * this server and the token of this run.
 */
export function checkWriter(request: IncomingMessage, token: string): void {
  const { origin } = request.headers
  if (
    !ownHosts(request).some((host) => origin === `http://${host}`) ||
    origin !== `http://${request.headers.host}`
  )
    throw new Refusal(403, 'Only the page of this server may write.')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin')
    throw new Refusal(403, 'Only the page of this server may write.')
  if (request.headers['x-redthread-token'] !== token)
    throw new Refusal(403, 'The token is not that of this run.', 'Reload the page.')
}
