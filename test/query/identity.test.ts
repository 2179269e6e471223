import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { FileError, type OpenedGraph, openGraph } from '../../src/graph/index.ts'
import { why } from '../../src/query/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'redthread-identity-'))
const out = join(folder, 'out')
let source: OpenedGraph

beforeAll(async () => {
  const texts = [
    'Dame Ruth Amsel met Lena Okafor in Varnholm. Amsel left on Friday. She was tired.',
    'Ruth Amsel visited Tom Keller at the harbour on Monday.',
    'Lena Okafer praised Ruth Amsel.',
  ]
  const inputs = texts.map((text, i) => join(folder, `${i}.txt`))
  texts.forEach((text, i) => {
    writeFileSync(inputs[i]!, text)
  })
  await build({ inputs, out })
  source = openGraph(out)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('why, for two names', () => {
  it('of one entity gives the joins between them, with their rules', () => {
    const { items, notes } = why(source, 'Amsel', 'Ruth Amsel')
    expect(notes.at(-1)).toContain('Both are person/ruth-amsel')
    expect(items).toMatchObject([
      { from: { words: 'Amsel' }, to: { words: 'Dame Ruth Amsel' }, rule: 'part of a name' },
      { from: { words: 'Dame Ruth Amsel' }, to: { words: 'Ruth Amsel' }, rule: 'same name' },
    ])
  })

  it('of two entities that are alike says what keeps them apart', () => {
    const { apart, notes } = why(source, 'Lena Okafor', 'Lena Okafer')
    expect(apart).toMatchObject({ rule: 'spelling', because: 'too little speaks for it' })
    expect(notes).toContainEqual(expect.stringContaining('They are two entities: too little speaks for it'))
  })

  it('of two entities that nothing holds alike gives only what connects them', () => {
    const answer = why(source, 'Ruth Amsel', 'Tom Keller')
    expect(answer.apart).toBeUndefined()
    expect(answer.items.every((item) => 'evidence' in item)).toBe(true)
  })

  it('says which line of resolution.jsonl is broken', () => {
    writeFileSync(join(out, 'resolution.jsonl'), '{"node":"a","joins":[]}\n{"nodes":\n')
    let problem: unknown
    try {
      why(openGraph(out), 'Amsel', 'Tom Keller')
    } catch (error) {
      problem = error instanceof FileError ? error.problem : error
    }
    expect(problem).toMatchObject({ code: 'resolution-invalid', line: 2 })
  })
})
