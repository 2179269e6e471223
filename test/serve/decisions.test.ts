import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bounds } from '../../src/serve/bounds.ts'
import { type Serving, serveGraph } from '../../src/serve/serve-graph.ts'
import { writeSmallGraph } from '../cli/small-graph.ts'
import { ask, type Reply } from './ask.ts'

const out = mkdtempSync(join(tmpdir(), 'redthread-decide-'))
writeSmallGraph(out)
const path = join(out, 'decisions.yaml')

let serving: Serving
let token: string
beforeAll(async () => {
  serving = await serveGraph({ outDir: out })
  const { body } = await ask(serving.url)
  token = /<meta name="redthread-token" content="([\w-]{32})">/.exec(body)![1]!
})
afterAll(async () => {
  await serving.close()
  rmSync(out, { recursive: true })
})
beforeEach(() => rmSync(path, { force: true }))

const merge = { merge: ['Ada Carver', 'Ms Carver'], because: 'the same desk' }
const note = { note: 'ask again', on: 'Hugo Ito' }

/** Posts as the page does, but for what is changed. */
function post(body: unknown, changed: Record<string, string | undefined> = {}): Promise<Reply> {
  const all: Record<string, string | undefined> = {
    origin: serving.url.slice(0, -1),
    'content-type': 'application/json',
    'x-redthread-token': token,
    'sec-fetch-site': 'same-origin',
    ...changed,
  }
  const headers = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return ask(serving.url, { path: '/api/decisions', method: 'POST', headers, body: text })
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('POST /api/decisions', () => {
  test('adds decisions to decisions.yaml and gives the hash of the file', async () => {
    const first = await post({ decisions: [merge] })
    expect([first.status, JSON.parse(first.body)]).toEqual([
      200,
      { hash: sha256(readFileSync(path, 'utf8')), added: 1 },
    ])
    expect(parse(readFileSync(path, 'utf8')).decisions).toEqual([merge])
    const { hash } = JSON.parse(first.body)
    expect((await post({ decisions: [note], hash })).status).toBe(200)
    expect(parse(readFileSync(path, 'utf8')).decisions).toEqual([merge, note])
  })

  test('keeps what a person wrote into the file', async () => {
    writeFileSync(path, '# by hand\ndecisions:\n  - note: first   # why\n    on: Hugo Ito\n')
    expect((await post({ decisions: [merge] })).status).toBe(200)
    expect(readFileSync(path, 'utf8')).toContain('# by hand\ndecisions:\n  - note: first   # why\n')
  })

  test.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin', { origin: undefined }],
    ['the null origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['no token', { 'x-redthread-token': undefined }],
    ['a wrong token', { 'x-redthread-token': 'x'.repeat(32) }],
    ['another host', { host: 'evil.example' }],
  ])('is refused from %s', async (_what, changed) => {
    expect((await post({ decisions: [merge] }, changed)).status).toBe(403)
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    ['what is not JSON', '{"decisions":', 400],
    ['a form', { decisions: [merge] }, 415, { 'content-type': 'text/plain' }],
    ['no list', { decisions: merge }, 400],
    ['an empty list', { decisions: [] }, 400],
    ['a field that is not known', { decisions: [merge], path: '/etc/passwd' }, 400],
    ['a decision of no kind', { decisions: [{ melt: 'Ada Carver' }] }, 400],
    ['a merge of one', { decisions: [{ merge: 'Ada Carver' }] }, 400],
    ['too large a body', `{"decisions":[${' '.repeat(bounds.body)}]}`, 413],
    ['the hash of another file', { decisions: [merge], hash: sha256('other') }, 409],
  ] as [string, unknown, number, Record<string, string>?][])(
    'refuses %s',
    async (_what, body, status, changed) => {
      const reply = await post(body, changed)
      expect([reply.status, JSON.parse(reply.body).status]).toEqual([status, status])
      expect(existsSync(path)).toBe(false)
    },
  )

  test('adds nothing to a file with an error', async () => {
    writeFileSync(path, 'decisions: [\n')
    expect((await post({ decisions: [merge] })).status).toBe(409)
    expect(readFileSync(path, 'utf8')).toBe('decisions: [\n')
  })

  test('writes texts that look like YAML as texts', async () => {
    const hostile = { note: '- x: &a [*a, {b: !!js}]\n# no\n---\n"', on: 'Hugo Ito' }
    expect((await post({ decisions: [hostile] })).status).toBe(200)
    expect(parse(readFileSync(path, 'utf8')).decisions).toEqual([hostile])
  })

  test('is described, in valid OpenAPI', async () => {
    const { body } = await ask(serving.url, { path: '/openapi.json' })
    const description = JSON.parse(body)
    expect(description.paths['/api/decisions'].post.security).toEqual([{ token: [] }])
    expect(await new Validator().validate(description)).toEqual({ valid: true })
  })
})
