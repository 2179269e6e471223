import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphmlId } from '../../src/export/graphml-id.ts'
import { xmlText } from '../../src/export/xml-text.ts'
import { ensureReaders } from '../readers/ensure.mjs'
import { exportedText } from './exported.ts'
import { madeSource, nastyLabel } from './made-source.ts'

interface ReadGraph {
  directed: boolean
  multi: boolean
  nodes: [key: string, data: Record<string, unknown>][]
  edges: [source: string, target: string, key: string | null, data: Record<string, unknown>][]
}

const readers = ensureReaders()
const source = madeSource({ entities: 60, relations: 150 })
const { graph } = source
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redthread-xml-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function exported(format: string): string {
  const path = join(folder, `${format}.xml`)
  writeFileSync(path, exportedText(format, source))
  return path
}

const readWithNetworkx = (path: string, kind: 'gexf' | 'graphml'): ReadGraph =>
  JSON.parse(
    execFileSync(
      readers.networkx,
      [join(import.meta.dirname, '../readers/read_with_networkx.py'), path, kind],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    ),
  ) as ReadGraph

/** What XML can carry of the nasty label: what it cannot is U+FFFD. */
const carried = [...nastyLabel]
  .map((c) => ((c < ' ' && !'\t\r\n'.includes(c)) || c === '\ud800' ? '\ufffd' : c))
  .join('')

describe.each(['gexf', 'gexf12', 'graphml'])('%s', (format) => {
  it('is well-formed XML for xmllint', () => {
    expect(() =>
      execFileSync(readers.xmllint, ['--noout', exported(format)], { stdio: 'pipe' }),
    ).not.toThrow()
  })
})

describe('gexf 1.3', () => {
  it('obeys the grammar of GEXF 1.3 for xmllint', () => {
    const grammar = join(import.meta.dirname, '../readers/gexf-1.3.rng')
    const args = ['--noout', '--relaxng', grammar, exported('gexf')]
    expect(() => execFileSync(readers.xmllint, args, { stdio: 'pipe' })).not.toThrow()
  })

  it('obeys it for jing, which reads grammars otherwise', () => {
    const args = [join(import.meta.dirname, '../readers/gexf-1.3.rng'), exported('gexf')]
    expect(() => execFileSync(readers.jing, args, { stdio: 'pipe' })).not.toThrow()
  })

  it('says of a negative relation that it is one, where Gephi shows it', () => {
    const text = exportedText('gexf', source)
    for (const [, kind, label, polarity] of text.matchAll(
      / kind="([^"]*)" label="([^"]*)".*?for="polarity" value="(\w+)"/g,
    ))
      expect([kind!.startsWith('not-'), label!.startsWith('not ')]).toEqual(
        Array(2).fill(polarity === 'negative'),
      )
    expect(text).toContain(' kind="not-')
  })
})

describe('igraph', () => {
  it('reads every node and edge of GraphML with its words', () => {
    const script = `import igraph, json, sys
g = igraph.Graph.Read_GraphML(sys.argv[1])
print(json.dumps([g.is_directed(), g.vs["key"], g.es["key"], g.es["polarity"], g.es["quote"]]))`
    const out = execFileSync(readers.igraph, ['-c', script, exported('graphml')], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    const [directed, nodes, edges, polarities, quotes] = JSON.parse(out) as [
      boolean,
      string[],
      string[],
      string[],
      string[],
    ]
    expect([directed, nodes, edges]).toEqual([true, graph.nodes(), graph.edges()])
    expect(polarities).toEqual(graph.mapEdges((_, { polarity }) => polarity))
    expect(quotes).toEqual(graph.mapEdges((_, { evidence }) => evidence[0]!.quote))
  })
})

describe('networkx', () => {
  it('reads every node and edge of GEXF 1.2 with label, attributes and place', () => {
    const read = readWithNetworkx(exported('gexf12'), 'gexf')
    expect([read.directed, read.multi]).toEqual([true, true])
    expect(read.nodes.map(([key]) => key)).toEqual(graph.nodes())
    expect(read.edges.map(([, , key]) => key).sort()).toEqual(graph.edges())
    for (const [key, data] of read.nodes.slice(1)) {
      const { label, type, rank, community, x, size } = graph.getNodeAttributes(key)
      expect(data).toMatchObject({ label, type, rank, community, viz: { size, position: { x } } })
    }
    for (const [from, to, key, data] of read.edges) {
      expect([from, to]).toEqual(graph.extremities(key!))
      const { relation, polarity, modality, open, origins, evidence } = graph.getEdgeAttributes(key)
      expect(data).toMatchObject({ relation, polarity, modality, open, origins, weight: origins })
      expect(JSON.parse(data.evidence as string)).toEqual(evidence)
    }
  })

  it('reads every node and edge of GraphML with all attributes', () => {
    const read = readWithNetworkx(exported('graphml'), 'graphml')
    expect(read.directed).toBe(true)
    expect(read.nodes.map(([, data]) => data.key)).toEqual(graph.nodes())
    expect(read.edges.map(([, , , data]) => data.key).sort()).toEqual(graph.edges())
    for (const [id, data] of read.nodes.slice(1)) {
      const { label, type, aliases, color, rank, x } = graph.getNodeAttributes(data.key as string)
      expect(id).toBe(graphmlId(data.key as string))
      expect(data).toMatchObject({ label, type, color, rank, x })
      expect(JSON.parse(data.aliases as string)).toEqual(aliases)
    }
    for (const [, , , data] of read.edges) {
      const { relation, confidence, evidence } = graph.getEdgeAttributes(data.key)
      expect(data).toMatchObject({ relation, confidence, quote: evidence[0]!.quote })
      expect(JSON.parse(data.evidence as string)).toEqual(evidence)
    }
  })

  it.each(['gexf12', 'graphml'] as const)('reads from %s all of a label that XML can hold', (format) => {
    const read = readWithNetworkx(exported(format), format === 'graphml' ? 'graphml' : 'gexf')
    expect(read.nodes[0]![1].label).toBe(carried)
  })
})

describe('graphmlId', () => {
  it('is a name token, and different for different keys', () => {
    expect(graphmlId('person/cressida-dick')).toBe('person:cressida-dick')
    const seen = new Map<string, string>()
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '/', ':', '.', 'x', '2', 'f', ' ', 'é', '|', '\u{1f9f6}') }),
        (key) => {
          const id = graphmlId(key)
          expect(id).toMatch(/^[\p{L}\p{N}:_.-]*$/u)
          expect(seen.get(id) ?? key).toBe(key)
          seen.set(id, key)
        },
      ),
      { numRuns: 2000, seed: 1 },
    )
  })
})

describe('xmlText', () => {
  it('leaves nothing that XML 1.0 forbids or that closes its place, whatever the string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string(), (a, b) => {
        const text = xmlText(a + b)
        expect(text).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/)
        expect([...text].filter((c) => c < ' ' || c === '\ufffe' || c === '\uffff')).toEqual([])
        expect(text).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })
})
