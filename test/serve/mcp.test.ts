import { rmSync } from 'node:fs'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildGraph, readDocuments, writeGraph } from '../../src/graph/index.ts'
import { longestAnswer } from '../../src/serve/mcp-tools.ts'
import { freshFolder, redthread, root } from '../cli/run-redthread.ts'
import { madeCorpus } from '../graph/made-graph.ts'
import { builtSamples } from './sample-graph.ts'

/** A client of the official SDK, connected to `redthread mcp` as a process of its own. */
async function connected(out: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [`${root}/dist/cli/main.js`, 'mcp', out] }),
  )
  // The client then holds every answer to the schema that the tool declares.
  await client.listTools()
  return client
}

interface Called {
  readonly isError: boolean
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what a tool gives is looked at as a program would find it
  readonly items: any[]
  readonly notes: readonly string[]
}

async function call(client: Client, name: string, input: Record<string, unknown> = {}): Promise<Called> {
  const result = await client.callTool({ name, arguments: input })
  const [content] = result.content as { type: string; text: string }[]
  const answer = result.structuredContent as { items: unknown[]; notes: string[] } | undefined
  if (answer) expect(JSON.parse(content!.text)).toEqual(answer)
  return {
    isError: result.isError === true,
    text: content!.text,
    items: answer?.items ?? [],
    notes: answer?.notes ?? [],
  }
}

let out: string
let client: Client
const texts = new Map<string, string>()
beforeAll(async () => {
  out = await builtSamples()
  for (const { id, text } of readDocuments(out)) texts.set(id, text)
  client = await connected(out)
})
afterAll(async () => {
  await client.close()
  rmSync(out, { recursive: true })
})

describe('redthread mcp', () => {
  test('lists its tools: read-only, with what they take and give', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'entity',
      'relations',
      'path',
      'timeline',
      'contradictions',
      'evidence',
    ])
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false })
      expect(inputSchema.additionalProperties).toBe(false)
      expect(outputSchema?.required).toEqual(['question', 'matches', 'notes', 'items'])
    }
    expect(client.getInstructions()).toContain('modality')
  })

  test.each([
    ['search', { words: 'depth readings' }],
    ['entity', { name: 'Ruth Amsel' }],
    ['relations', { about: 'Ruth Amsel', modality: ['reported', 'asserted'] }],
    ['path', { from: 'Ruth Amsel', to: 'Lena Okafor' }],
    ['timeline', { name: 'Ruth Amsel', undated: true }],
    ['evidence', { speaker: 'Ruth Amsel' }],
  ])('%s answers %j with citations that are slices of the texts', async (tool, input) => {
    const { isError, text, items } = await call(client, tool, input)
    expect([isError, items.length > 0]).toEqual([false, true])
    const citations = [...text.matchAll(/\{"document":"[^{}]*?"quote":.*?"modality":"\w+"/g)]
    expect(citations.length).toBeGreaterThan(0)
    const passages: { document: string; start: number; end: number; quote: string }[] = []
    JSON.stringify(items, (_key, value) => {
      if (typeof value?.quote === 'string') passages.push(value)
      return value
    })
    for (const { document, start, end, quote } of passages)
      expect(texts.get(document)!.slice(start, end)).toBe(quote)
  })

  test('contradictions answers, also where there are none', async () => {
    expect((await call(client, 'contradictions')).isError).toBe(false)
  })

  test('follows a relation from one answer to the next by its key', async () => {
    const { items } = await call(client, 'relations', { subject: 'Ruth Amsel', limit: 1 })
    const passages = await call(client, 'evidence', { key: items[0].key })
    expect(passages.items.map(({ relation }) => relation.key)).toEqual(passages.items.map(() => items[0].key))
    expect(passages.items[0].passage).toEqual(items[0].evidence[0])
  })

  test.each([
    ['entity', { name: 'Ruth Amsle' }, 'Did you mean "Ruth Amsel"?'],
    ['entity', {}, '"name" is missing.'],
    ['relations', { modality: ['denyed'] }, 'Did you mean "denied"?'],
    ['relations', { subjct: 'Ruth Amsel' }, 'Did you mean "subject"?'],
    ['relations', { limit: 1000 }, 'Give a whole number from 1 to 100.'],
    ['relations', { limit: '5; drop' }, 'Give a whole number'],
    ['path', { from: 'Ruth Amsel', to: 12 }, 'Give a text'],
    ['evidence', { key: 'person/ruth-amsel|x|y|positive' }, 'no relation with the key'],
    ['evidence', { document: '/etc/passwd' }, 'no document'],
    ['serch', { words: 'x' }, 'Did you mean "search"?'],
  ])('%s with %j is a tool error that says what to give', async (tool, input, message) => {
    const { isError, text } = await call(client, tool, input as Record<string, unknown>)
    expect([isError, text.includes(message) || text]).toEqual([true, true])
  })

  test('keeps every answer short, and says what was left out', async () => {
    const large = freshFolder()
    writeGraph(buildGraph(madeCorpus({ entities: 60, relations: 2000 })), large)
    const other = await connected(large)
    const hub = (await call(other, 'relations', { limit: 1 })).items[0].subject.key
    for (const [tool, input] of [
      ['entity', { name: hub, limit: 100, maxEvidence: 20 }],
      ['relations', { limit: 100, maxEvidence: 20 }],
      ['evidence', { limit: 100 }],
      ['timeline', { limit: 100 }],
      ['search', { words: 'in', limit: 100 }],
    ] as const) {
      const { isError, text, notes } = await call(other, tool, input)
      expect([
        tool,
        isError,
        text.length <= longestAnswer,
        notes.some((note) => note.includes(' of ')),
      ]).toEqual([tool, false, true, true])
    }
    await other.close()
  })

  test('ends when its input ends, and with 3 where there is no graph', () => {
    expect(redthread(['mcp', out])).toEqual({ code: 0, out: '', err: '' })
    const { code, out: written, err } = redthread(['mcp', `${out}/none`])
    expect([code, written, err.includes('redthread build')]).toEqual([3, '', true])
  })
})
