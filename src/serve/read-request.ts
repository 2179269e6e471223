import type { IncomingMessage } from 'node:http'
import { type Given, type Parameter, readParameters } from '../query/index.ts'
import { bounds } from './bounds.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'

/** The path of an address as it was sent, and its query. Throws a Refusal for one that is too long. */
export function addressOf(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const address = request.url ?? ''
  if (address.length > bounds.url)
    throw new Refusal(414, `An address may have ${bounds.url} characters here.`, 'Ask for less at once.')
  const mark = address.indexOf('?')
  if (mark === -1) return { path: address, query: new URLSearchParams() }
  return { path: address.slice(0, mark), query: new URLSearchParams(address.slice(mark + 1)) }
}

/** The parameters of a request, checked. A list may be given more than once, all else once. */
export function givenOf({ parameters, required }: Route, query: URLSearchParams): Given {
  const lists = new Set<string>(parameters.filter(isList).map(({ name }) => name))
  const given: Record<string, unknown> = Object.create(null)
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name)
    if (values.length > 1 && !lists.has(name))
      throw new Refusal(400, `"${name}" is there ${values.length} times.`, 'Give it once.')
    given[name] = lists.has(name) ? values : values[0]
  }
  return readParameters(parameters, required, given)
}

const isList = ({ kind }: Parameter): boolean => kind === 'list'

/** The body of a request as JSON. Throws a Refusal for one that is too large or no JSON. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(415, 'The body must be JSON.', 'Send Content-Type: application/json.')
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > bounds.body) throw new Refusal(413, `A body may have ${bounds.body} bytes here.`)
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refusal(400, 'The body is not JSON in UTF-8.')
  }
}
