import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openGraph, readDocuments } from '../../src/graph/index.ts'
import { questions, readParameters } from '../../src/query/index.ts'
import { bounds } from '../../src/serve/bounds.ts'
import { type Serving, serveGraph } from '../../src/serve/serve-graph.ts'
import { ask, type Reply } from './ask.ts'
import { builtSamples, exampleQuestions } from './sample-graph.ts'

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
interface Operation {
  readonly parameters?: readonly {
    name: string
    required: boolean
    schema: { readonly enum?: readonly string[]; readonly type: string }
  }[]
  readonly responses: Readonly<Record<string, { content: Record<string, { schema: object }> }>>
}

let out: string
let api: Serving
let description: Described
beforeAll(async () => {
  out = await builtSamples()
  api = await serveGraph({ outDir: out, page: false, version: '1.2.3' })
  description = JSON.parse((await ask(api.url, { path: '/openapi.json' })).body)
})
afterAll(async () => {
  await api.close()
  rmSync(out, { recursive: true })
})

const get = (path: string, given: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  ask(api.url, { path: `${path}?${new URLSearchParams(given)}` })
const problemOf = ({ status, headers, body }: Reply): Record<string, unknown> => {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = JSON.parse(body)
  expect(problem.status).toBe(status)
  return problem
}

describe('the description', () => {
  test('is valid OpenAPI 3.1 for an independent validator', async () => {
    const result = await new Validator().validate(description as unknown as Record<string, unknown>)
    expect(result).toEqual({ valid: true })
  })

  test('lists every question and no address that is not answered', async () => {
    const paths = Object.keys(description.paths)
    for (const { name } of questions) expect(paths).toContain(`/api/${name}`)
    for (const path of paths) {
      const reply = await get(path, exampleQuestions[path.replace('/api/', '')] ?? { document: 'x' })
      if (path !== '/api/text')
        expect([path, reply.status === 200 || reply.status === 400]).toEqual([path, true])
    }
  })

  test('names exactly the parameters that are taken', async () => {
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
      for (const { name, required, schema } of operation!.parameters ?? []) {
        const refused = problemOf(await get(path, { [`${name}x`]: '1' }))
        expect(refused.detail).toContain('There is no parameter')
        if (required) expect(problemOf(await get(path)).detail).toMatch(/ is missing/)
        if (schema.type !== 'integer') continue
        const wrong = await get(path, { ...exampleQuestions[path.replace('/api/', '')], [name]: '0' })
        expect([path, name, problemOf(wrong).status]).toEqual([path, name, 400])
      }
    }
  })
})

describe('a question', () => {
  test.each(questions)(
    '$name is answered as in the library, in the shape that is described',
    async (question) => {
      const given = exampleQuestions[question.name]!
      const { status, headers, body } = await get(`/api/${question.name}`, given)
      expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
      const all = [
        ...question.required,
        ...(question.optional ? [question.optional] : []),
        ...question.parameters,
      ]
      const answer = question.answer(openGraph(out), readParameters(all, question.required, given))
      expect(answer.items.length).toBeGreaterThan(question.name === 'contradictions' ? -1 : 0)
      const sent = JSON.parse(body)
      if (answer.items.length < 100) expect(sent.items).toEqual(JSON.parse(JSON.stringify(answer.items)))

      const ajv = new Ajv2020({ strict: false, allErrors: true })
      ajv.addSchema(description, 'openapi')
      const { schema } =
        description.paths[`/api/${question.name}`]!.get!.responses[200]!.content['application/json']!
      const text = JSON.stringify(schema).replaceAll('"#/', '"openapi#/')
      const valid = ajv.compile(JSON.parse(text))
      valid(sent)
      expect(valid.errors ?? []).toEqual([])
    },
  )

  test('carries quotes that are slices of the texts that /api/text gives', async () => {
    const { items } = JSON.parse((await get('/api/evidence', { limit: '50' })).body)
    expect(items).toHaveLength(50)
    const texts = new Map<string, string>()
    for (const { passage } of items) {
      if (!texts.has(passage.document)) {
        const { body } = await get('/api/text', { document: passage.document })
        texts.set(passage.document, JSON.parse(body).text)
      }
      expect(texts.get(passage.document)!.slice(passage.start, passage.end)).toBe(passage.quote)
    }
  })

  test('takes a list as one text or as several', async () => {
    const one = await get('/api/relations', { modality: 'denied,reported' })
    const two = await ask(api.url, { path: '/api/relations?modality=denied&modality=reported' })
    expect(JSON.parse(one.body).items.length).toBeGreaterThan(0)
    expect(two.body).toBe(one.body)
  })

  test('gives at most what is asked for, and says so', async () => {
    const { items, notes } = JSON.parse((await get('/api/relations', { limit: '3', maxEvidence: '1' })).body)
    expect(items).toHaveLength(3)
    expect(items.every(({ evidence }: { evidence: unknown[] }) => evidence.length <= 1)).toBe(true)
    expect(notes.join(' ')).toMatch(/3 of \d+ relations are shown/)
  })
})

describe('what is refused', () => {
  test.each([
    ['/api/show', { name: 'Ruth Amsle' }, 404, 'Did you mean "Ruth Amsel"?'],
    ['/api/show', {}, 400, 'Give the entity'],
    ['/api/show', { name: ' ' }, 400, 'Give a text'],
    ['/api/show', { name: 'x'.repeat(1001) }, 400, 'at most 1000 characters'],
    ['/api/relations', { subjct: 'Ruth Amsel' }, 400, 'Did you mean "subject"?'],
    ['/api/relations', { modality: 'denyed' }, 400, 'Did you mean "denied"?'],
    ['/api/relations', { since: 'spring' }, 400, 'Write 2020'],
    ['/api/relations', { limit: '1001' }, 400, 'from 1 to 1000'],
    ['/api/relations', { minConfidence: '2' }, 400, 'from 0 to 1'],
    ['/api/relations', { evidence: 'perhaps' }, 400, 'true or false'],
    ['/api/relations', { __proto__x: '1' }, 400, 'Choose from'],
    ['/api/text', { document: '../../etc/passwd' }, 404, 'id of a document'],
    ['/api/relatoins', {}, 404, 'Did you mean /api/relations?'],
    ['/', {}, 404, '/openapi.json'],
    ['/api/decisions', {}, 404, ''],
  ])('%s with %j', async (path, given, status, hint) => {
    const problem = problemOf(await get(path, given))
    expect([problem.status, String(problem.hint ?? '').includes(hint)]).toEqual([status, true])
  })

  test('a parameter that is there twice', async () => {
    const problem = problemOf(await ask(api.url, { path: '/api/show?name=a&name=b' }))
    expect(problem).toMatchObject({ status: 400, hint: 'Give it once.' })
  })

  test('__proto__ and constructor as parameters', async () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(problemOf(await ask(api.url, { path: `/api/stats?${name}=1` })).status).toBe(400)
  })

  test('any method that writes', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const reply = await ask(api.url, { path: '/api/relations', method })
      expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })

  test('an address that is too long', async () => {
    const reply = await ask(api.url, { path: `/api/search?words=${'a'.repeat(bounds.url)}` })
    expect(problemOf(reply).status).toBe(414)
  })

  test('another name than the loopback address, and other sites', async () => {
    const port = new URL(api.url).port
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:1'])
      expect((await ask(api.url, { path: '/api/stats', headers: { host } })).status).toBe(403)
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
      expect((await ask(api.url, { path: '/api/stats', headers })).status).toBe(403)
    }
    const own = { 'sec-fetch-site': 'same-origin' }
    expect((await ask(api.url, { path: '/api/stats', headers: own })).status).toBe(200)
  })

  test('no answer may be framed, sniffed or read by another site', async () => {
    for (const path of ['/api/stats', '/graph.json', '/nothing']) {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('bytes that are no HTTP do not stop the server', async () => {
    const { hostname, port } = new URL(api.url)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write('\u0000\u0001 nonsense\r\n\r\n'))
      let text = ''
      socket.on('data', (piece) => {
        text += piece
      })
      socket.on('close', () => resolve(text))
    })
    expect(answer).toContain('400')
    expect((await get('/api/stats')).status).toBe(200)
  })
})

describe('the graph and its texts', () => {
  test('/graph.json gives the bytes of the file', async () => {
    expect((await get('/graph.json')).body).toBe(readFileSync(join(out, 'graph.json'), 'utf8'))
  })

  test('/api/text gives every document as documents.jsonl has it', async () => {
    const documents = [...readDocuments(out)]
    expect(documents.length).toBeGreaterThan(3)
    for (const document of documents)
      expect(JSON.parse((await get('/api/text', { document: document.id })).body)).toEqual(document)
  })

  test('a new build shows at the next question', async () => {
    const graph = JSON.parse(readFileSync(join(out, 'graph.json'), 'utf8'))
    graph.nodes[0].attributes.label = 'Renamed by a new build'
    copyFileSync(join(out, 'graph.json'), join(out, 'kept.json'))
    writeFileSync(join(out, 'graph.json'), JSON.stringify(graph))
    const { status } = await get('/api/show', { name: 'renamed by a new build' })
    copyFileSync(join(out, 'kept.json'), join(out, 'graph.json'))
    expect(status).toBe(200)
    expect((await get('/api/show', { name: 'renamed by a new build' })).status).toBe(404)
  })

  test('a damaged graph is told, and the server goes on when it is mended', async () => {
    copyFileSync(join(out, 'graph.json'), join(out, 'kept.json'))
    writeFileSync(join(out, 'graph.json'), '{"nodes":')
    const problem = problemOf(await get('/api/stats'))
    expect(problem).toMatchObject({ status: 500, code: 'graph-invalid' })
    copyFileSync(join(out, 'kept.json'), join(out, 'graph.json'))
    expect((await get('/api/stats')).status).toBe(200)
  })
})
