import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  buildGraph,
  FileError,
  loadGraph,
  openGraph,
  replaceFile,
  serializeGraph,
  writeGraph,
} from '../../src/graph/index.ts'
import { orderedJson } from '../../src/graph/ordered-json.ts'
import { madeCorpus } from './made-graph.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'redthread-graph-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const corpus = madeCorpus()
const graph = buildGraph(corpus)

/** The problem of the FileError that this throws. */
function problemOf(action: () => unknown): { code: string; message: string; hint?: string; line?: number } {
  try {
    action()
  } catch (error) {
    if (error instanceof FileError) return error.problem
    throw error
  }
  throw new Error('nothing was thrown')
}

/** A serialization as a stranger might have changed it. */
interface LooseGraph {
  attributes: Record<string, unknown>
  nodes: { key: string; attributes: Record<string, unknown> }[]
  edges: { key: string; target: string; attributes: Record<string, unknown> }[]
}

const write = (change: (json: LooseGraph) => void): void => {
  const json = JSON.parse([...serializeGraph(graph)].join('')) as LooseGraph
  change(json)
  writeFileSync(join(out, 'graph.json'), JSON.stringify(json))
}

describe('graph.json', () => {
  it('comes back as it was written, and writes the same bytes again', () => {
    writeGraph(graph, out)
    const first = readFileSync(join(out, 'graph.json'), 'utf8')
    const loaded = loadGraph(out)
    expect(loaded.export()).toEqual(graph.export())
    writeGraph(loaded, out)
    expect(readFileSync(join(out, 'graph.json'), 'utf8')).toBe(first)
    expect(readdirSync(out)).toEqual(['graph.json'])
  })

  it('is read by plain graphology in one call', () => {
    writeGraph(graph, out)
    const plain = MultiDirectedGraph.from(JSON.parse(readFileSync(join(out, 'graph.json'), 'utf8')))
    expect([plain.order, plain.size, plain.type, plain.multi]).toEqual([
      graph.order,
      graph.size,
      'directed',
      true,
    ])
  })

  it('has a line for every node and edge', () => {
    const lines = [...serializeGraph(graph)].join('').trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('{"key"'))).toHaveLength(graph.order + graph.size)
  })

  it('opens with what is known of the documents, their texts apart', () => {
    writeGraph(graph, out)
    const lines = corpus.documents.map((document, n) =>
      JSON.stringify(n === 0 ? { ...document, text: 'a\u2028b' } : document),
    )
    writeFileSync(join(out, 'documents.jsonl'), `${lines.join('\n')}\n`)
    const { documents } = openGraph(out)
    expect([...documents.keys()]).toEqual(corpus.documents.map(({ id }) => id))
    expect(documents.get(corpus.documents[1]!.id)).toMatchObject({
      title: 'Report number 1',
      date: '2020-01-02',
    })
    expect(documents.get(corpus.documents[1]!.id)).not.toHaveProperty('text')
  })

  it('opens without documents.jsonl', () => {
    writeGraph(graph, out)
    expect(openGraph(join(out, 'graph.json')).documents.size).toBe(0)
  })
})

describe('a graph file that cannot be used', () => {
  it('is said to be missing, with the command that makes one', () => {
    expect(problemOf(() => loadGraph(out))).toMatchObject({
      code: 'graph-missing',
      message: expect.stringContaining(out),
      hint: expect.stringContaining('redthread build'),
    })
    expect(problemOf(() => loadGraph(join(out, 'no')))).toMatchObject({ code: 'graph-missing' })
  })

  it('is located where its JSON breaks off', () => {
    writeGraph(graph, out)
    const path = join(out, 'graph.json')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.slice(0, text.length / 2))
    const problem = problemOf(() => loadGraph(out))
    expect(problem.code).toBe('graph-invalid')
    expect(problem.line).toBe(text.slice(0, text.length / 2).split('\n').length)
  })

  it('is refused with the reason where it is no Redthread graph', () => {
    writeFileSync(join(out, 'graph.json'), '[1, 2]')
    expect(problemOf(() => loadGraph(out)).message).toContain('not a graph')
    write((json) => Object.assign(json, { attributes: { name: 'other' } }))
    expect(problemOf(() => loadGraph(out)).message).toContain('not one of Redthread')
  })

  it('is refused with both versions where its format is another', () => {
    write((json) => Object.assign(json.attributes, { version: 2 }))
    expect(problemOf(() => loadGraph(out))).toMatchObject({
      code: 'graph-version',
      message: expect.stringMatching(/is 2,.*reads version 1/),
      hint: expect.stringContaining('Update'),
    })
  })

  it('is refused, with the way to a new one, where its format is older or not told', () => {
    for (const version of [0, undefined]) {
      write((json) => Object.assign(json.attributes, { version }))
      expect(problemOf(() => loadGraph(out))).toMatchObject({
        code: 'graph-version',
        message: expect.stringContaining(version === 0 ? 'is 0' : 'is not told'),
        hint: expect.stringContaining('redthread build'),
      })
    }
  })

  it('is refused with the node or edge that is at fault', () => {
    const key = graph.nodes()[2]!
    write((json) => delete json.nodes[2]!.attributes.label)
    expect(problemOf(() => loadGraph(out)).message).toContain(`node 3 ("${key}") has no string "label"`)
    write((json) => json.nodes.push(json.nodes[0]!))
    expect(problemOf(() => loadGraph(out)).message).toContain('there twice')
    write((json) => {
      json.edges[0]!.target = 'person/nobody'
    })
    expect(problemOf(() => loadGraph(out)).message).toContain('"person/nobody"')
    write((json) => delete json.edges[1]!.attributes.evidence)
    expect(problemOf(() => loadGraph(out)).message).toContain('has no array "evidence"')
  })

  it('is located where a line of documents.jsonl is no document', () => {
    writeGraph(graph, out)
    writeFileSync(join(out, 'documents.jsonl'), `${JSON.stringify(corpus.documents[0])}\n{"id": 3}\n`)
    expect(problemOf(() => openGraph(out))).toMatchObject({ code: 'documents-invalid', line: 2 })
  })
})

describe('replaceFile', () => {
  it('leaves the earlier file and nothing else when the pieces fail half way', () => {
    const path = join(out, 'graph.json')
    replaceFile(path, ['earlier'])
    function* failing(): Generator<string> {
      yield 'x'.repeat(1_000_000)
      throw new Error('the source failed')
    }
    expect(() => replaceFile(path, failing())).toThrow('the source failed')
    expect(readFileSync(path, 'utf8')).toBe('earlier')
    expect(readdirSync(out)).toEqual(['graph.json'])
  })

  it('makes the folders of the path', () => {
    replaceFile(join(out, 'a', 'b', 'c.txt'), ['ö', 'k'])
    expect(readFileSync(join(out, 'a', 'b', 'c.txt'), 'utf8')).toBe('ök')
  })

  it('says in words why it could not write', () => {
    writeFileSync(join(out, 'file'), '')
    const problem = problemOf(() => replaceFile(join(out, 'file', 'graph.json'), ['x']))
    expect(problem).toMatchObject({
      code: 'write-failed',
      message: expect.stringContaining('cannot be written'),
    })
    expect(problem.message).not.toContain('ENOTDIR')
    expect(existsSync(join(out, 'file'))).toBe(true)
  })
})

describe('orderedJson', () => {
  it('is the same for the same fields in any order, and leaves out what is undefined', () => {
    expect(orderedJson({ end: 2, start: 1, zeta: [{ b: undefined, a: null }], alpha: 'ä' })).toBe(
      orderedJson({ alpha: 'ä', zeta: [{ a: null }], start: 1, end: 2 }),
    )
    expect(orderedJson({ end: 2, start: 1 })).toBe('{"start":1,"end":2}')
  })
})
