import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeGraph } from '../../src/graph/index.ts'
import { type Serving, serveGraph } from '../../src/serve/serve-graph.ts'
import { madeGraph } from '../viewer/made-graph.ts'
import { ask } from './ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'redthread-serve-'))
const { graph, documents } = madeGraph({ nodes: 30, edges: 60 })
writeGraph(graph, folder)
writeFileSync(join(folder, 'documents.jsonl'), documents.map((line) => `${JSON.stringify(line)}\n`).join(''))
writeFileSync(join(folder, 'secret.txt'), 'secret')

describe('the page', () => {
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
    const { headers, body } = await ask(serving.url)
    const policy = String(headers['content-security-policy'])
    const inPage = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(body)?.[1]
    expect(policy).toBe(`${inPage}; frame-ancestors 'none'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain("script-src 'unsafe-inline'")
    const scripts = [...body.matchAll(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g)]
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256').update(scripts[0]![1]!).digest('base64')
    expect(policy).toContain(`script-src 'sha256-${hash}';`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test.each([
    '/../secret.txt',
    '/secret.txt',
    '/%2e%2e/secret.txt',
    '/documents.jsonl',
    '/decisions.yaml',
    '//etc/passwd',
    '/index.html/..',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(serving.url, { path })
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test('refuses a request made under the name of another site', async () => {
    expect((await ask(serving.url, { headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await ask(serving.url, { headers: { host: '127.0.0.1:1' } })).status).toBe(403)
    expect(
      (await ask(serving.url, { headers: { host: `localhost:${new URL(serving.url).port}` } })).status,
    ).toBe(200)
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
