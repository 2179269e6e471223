import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeGraph } from '../../src/graph/index.ts'
import { type Serving, serveGraph } from '../../src/serve/view.ts'
import { madeGraph } from '../viewer/made-graph.ts'

const folder = mkdtempSync(join(tmpdir(), 'redthread-serve-'))
const { graph, documents } = madeGraph({ nodes: 30, edges: 60 })
writeGraph(graph, folder)
writeFileSync(join(folder, 'documents.jsonl'), documents.map((line) => `${JSON.stringify(line)}\n`).join(''))
writeFileSync(join(folder, 'secret.txt'), 'secret')

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

function ask(
  url: string,
  { path = '/', method = 'GET', host }: { path?: string; method?: string; host?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host }
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        body += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('serveGraph', () => {
  let serving: Serving
  beforeAll(async () => {
    serving = await serveGraph({ outDir: folder })
  })
  afterAll(() => serving.close())

  test('gives the page with the graph and every document in it', async () => {
    const { status, body } = await ask(serving.url)
    expect(status).toBe(200)
    const data = /id="redthread-graph">([\s\S]*?)<\/script>/.exec(body)?.[1] ?? ''
    expect(JSON.parse(data)).toEqual(graph.export())
    const lines = /id="redthread-documents">\n([\s\S]*?)<\/script>/.exec(body)?.[1] ?? ''
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(documents)
  })

  test('listens on loopback and takes a free port', () => {
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  test('forbids the page to load from or connect to anywhere', async () => {
    const { headers } = await ask(serving.url)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test.each([
    '/../secret.txt',
    '/secret.txt',
    '/%2e%2e/secret.txt',
    '/graph.json',
    '//etc/passwd',
    '/index.html/..',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(serving.url, { path })
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test('refuses a request made under the name of another site', async () => {
    expect((await ask(serving.url, { host: 'evil.example' })).status).toBe(403)
    expect((await ask(serving.url, { host: '127.0.0.1:1' })).status).toBe(403)
    expect((await ask(serving.url, { host: `localhost:${new URL(serving.url).port}` })).status).toBe(200)
  })

  test('refuses to be written to', async () => {
    const { status, headers } = await ask(serving.url, { method: 'POST' })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  })

  test('answers HEAD without the page', async () => {
    const { status, body } = await ask(serving.url, { method: 'HEAD' })
    expect([status, body]).toEqual([200, ''])
  })

  test('says that a port is taken', async () => {
    const port = Number(new URL(serving.url).port)
    await expect(serveGraph({ outDir: folder, port })).rejects.toThrow(`Port ${port} is taken`)
  })

  test('says where it looked for a graph that is not there', async () => {
    await expect(serveGraph({ outDir: join(folder, 'none') })).rejects.toThrow(
      /no folder .*none.*redthread build/,
    )
  })

  test('says that a file is not a graph', async () => {
    const other = mkdtempSync(join(tmpdir(), 'redthread-serve-'))
    writeFileSync(join(other, 'graph.json'), '{"nodes":[]}')
    await expect(serveGraph({ outDir: other })).rejects.toThrow(/cannot be used.*graph/)
    writeFileSync(join(other, 'graph.json'), '{"nodes":')
    await expect(serveGraph({ outDir: other })).rejects.toThrow('is not JSON')
  })

  test('serves on loopback only', async () => {
    await expect(serveGraph({ outDir: folder, host: '0.0.0.0' })).rejects.toThrow('not a loopback address')
  })
})
