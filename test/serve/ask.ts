import { request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

export interface Ask {
  readonly path?: string
  readonly method?: string
  /** Added to, or in place of, what Node sends by itself. */
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Asks a server under any headers, also those that fetch does not let one set. */
export function ask(
  url: string,
  { path = '/', method = 'GET', headers = {}, body }: Ask = {},
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
