import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../../src/build.ts'
import type { Extractor } from '../../src/extract/extractor.ts'
import { openGraph, type RedthreadGraph } from '../../src/graph/index.ts'
import type { EdgeAttributes } from '../../src/model/index.ts'

const samples = fileURLToPath(new URL('../../data/samples', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'redthread-build-'))
let result: BuildResult
let graph: RedthreadGraph

beforeAll(async () => {
  result = await build({ jobs: 0, inputs: [samples], out: join(folder, 'samples') })
  graph = openGraph(join(folder, 'samples')).graph
})
afterAll(() => rmSync(folder, { recursive: true }))

const files = ['graph.json', 'documents.jsonl', 'claims.jsonl', 'problems.jsonl', 'resolution.jsonl']
const bytes = (out: string): string[] => files.map((file) => readFileSync(join(folder, out, file), 'utf8'))

function edges(source: string, relation: string, target: string, polarity = 'positive'): EdgeAttributes[] {
  return graph
    .filterEdges(
      (_, edge, from, to) =>
        from === source && to === target && edge.relation === relation && edge.polarity === polarity,
    )
    .map((key) => graph.getEdgeAttributes(key))
}

describe('the graph of data/samples', () => {
  it('has every document and no error', () => {
    expect(result.status).toBe('built')
    expect(result.counts.documents).toBe(13)
    expect(result.problems.filter((p) => p.severity !== 'info')).toEqual([])
  })

  it('makes one person of a name and its misspelling', () => {
    expect(graph.getNodeAttribute('person/lena-okafor', 'aliases')).toContain('Lena Okafer')
  })

  it('keeps the two stories apart but for who stands in both', () => {
    const harbour = graph.filterNodes((_, n) => n.mentions.some((m) => m.document.startsWith('harbour/')))
    const both = harbour.filter((key) =>
      graph.getNodeAttribute(key, 'mentions').some((m) => m.document.startsWith('ferry/')),
    )
    expect(both).toContain('organization/nordkai-shipping')
    expect(both).not.toContain('person/ruth-amsel')
  })

  it.each([
    ['person/ruth-amsel', 'succeeded', 'person/tom-keller'],
    ['person/olga-brandt', 'succeeded', 'person/ruth-amsel'],
    ['person/ruth-amsel', 'appointed-by', 'organization/transport-ministry'],
    ['organization/nordkai-shipping', 'sued', 'organization/halvard-yards'],
  ])('reads %s %s %s', (source, relation, target) => {
    expect(edges(source, relation, target)).toHaveLength(1)
  })

  it('counts a reprint as one origin', () => {
    const [succeeded] = edges('person/ruth-amsel', 'succeeded', 'person/tom-keller')
    expect(succeeded?.documents).toBe(3)
    expect(succeeded?.origins).toBe(2)
  })

  it('keeps a denial as a denial, with who denies', () => {
    const denied = graph
      .filterEdges((_, e) => e.modality === 'denied')
      .map((key) => graph.getEdgeAttributes(key))
    expect(denied.length).toBeGreaterThan(0)
    for (const { polarity, evidence } of denied) {
      expect(polarity).toBe('negative')
      expect(evidence[0]?.speakers.length).toBeGreaterThan(0)
    }
  })

  it('reads nothing from a teaser', () => {
    expect(JSON.stringify(graph.export())).not.toContain('weekend')
  })

  it('quotes every piece of evidence word for word, in whole sentences', () => {
    const texts = new Map(result.documents.map((d) => [d.id, d.text]))
    graph.forEachEdge((_, { evidence }) => {
      for (const row of evidence) expect(texts.get(row.document)?.slice(row.start, row.end)).toBe(row.quote)
    })
    graph.forEachNode((_, { mentions, said }) => {
      for (const place of [...mentions, ...(said ?? [])]) {
        const slice = texts.get(place.document)!.slice(place.start, place.end)
        expect(slice.trim()).toBe(slice)
        expect(slice).not.toBe('')
      }
    })
  })

  it('names only nodes that are there in its evidence', () => {
    graph.forEachEdge((_, { evidence }) => {
      for (const { speakers, qualifiers } of evidence)
        for (const key of [...speakers, ...qualifiers.flatMap((q) => q.entity ?? [])])
          expect(graph.hasNode(key)).toBe(true)
    })
  })
})

describe('the same input', () => {
  it('gives the same bytes in any order of files and inputs', async () => {
    const parts = ['ferry', 'harbour'].map((part) => join(samples, part))
    await build({ jobs: 0, inputs: parts, out: join(folder, 'forward') })
    await build({ jobs: 0, inputs: [...parts].reverse(), out: join(folder, 'backward') })
    expect(bytes('backward')).toEqual(bytes('forward'))
  })

  it('gives the same bytes however the folder came to be', async () => {
    const copy = join(folder, 'copy')
    mkdirSync(copy)
    for (const part of readdirSync(samples).sort().reverse())
      cpSync(join(samples, part), join(copy, part), { recursive: true })
    renameSync(join(copy, 'ferry'), join(copy, 'moved'))
    renameSync(join(copy, 'moved'), join(copy, 'ferry'))
    await build({ jobs: 0, inputs: [copy], out: join(folder, 'copied') })
    expect(bytes('copied')).toEqual(bytes('samples'))
  })
})

describe('a build', () => {
  it('stops before reading when a schema is wrong', async () => {
    const schema = join(folder, 'wrong.yaml')
    writeFileSync(schema, 'relations:\n  met:\n    verb: [X meet Y]\n')
    const stopped = await build({ jobs: 0, inputs: [samples], schemas: [schema] })
    expect(stopped.status).toBe('unusable')
    expect(stopped.problems).toMatchObject([
      { code: 'schema-unknown-key', line: 3, hint: 'Did you mean "verbs"?' },
    ])
  })

  it('says that there was nothing to read', async () => {
    const nowhere = await build({ jobs: 0, inputs: [join(folder, 'nowhere')], out: join(folder, 'never') })
    expect(nowhere.status).toBe('empty')
    expect(nowhere.problems.map((p) => p.code)).toContain('path-missing')
    expect(readdirSync(folder)).not.toContain('never')
  })

  it('takes a relation of a schema of the user', async () => {
    const schema = join(folder, 'mine.yaml')
    writeFileSync(
      schema,
      'relations:\n  hit:\n    label: hit\n    subject: Thing\n    object: Thing\n    verbs: [X hit Y]\n',
    )
    const mine = await build({ jobs: 0, inputs: [samples], schemas: [schema] })
    expect(mine.graph!.filterEdges((_, e) => e.relation === 'hit' && !e.open).length).toBeGreaterThan(0)
  })

  it('runs an extractor of the user, and names one that breaks without losing the rest', async () => {
    const broken: Extractor = {
      name: 'broken',
      version: '1',
      requires: ['tokens'],
      emits: () => ['met'],
      extract() {
        throw new Error('out of order')
      },
    }
    const built = await build({ jobs: 0, inputs: [join(samples, 'ferry')], extractors: [broken] })
    expect(built.status).toBe('built')
    expect(built.counts.relations).toBeGreaterThan(5)
    expect(built.problems.filter((p) => p.code === 'extractor-failed')).toHaveLength(5)
  })

  it('refuses an extractor that emits a relation no schema declares', async () => {
    const wrong: Extractor = {
      name: 'wrong',
      version: '1',
      requires: ['trees'],
      emits: () => ['no-such'],
      *extract() {},
    }
    const stopped = await build({ jobs: 0, inputs: [samples], extractors: [wrong] })
    expect(stopped.status).toBe('unusable')
    expect(stopped.problems[0]?.message).toContain('"no-such"')
  })
})
