import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Parser, Store } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildGraph, type OpenedGraph } from '../../src/graph/index.ts'
import type { Relation } from '../../src/model/index.ts'
import { madeCorpus } from '../graph/made-graph.ts'
import { hostileGraph } from '../import/hostile-graph.ts'
import { ensureReaders } from '../readers/ensure.mjs'
import { validateShacl } from '../readers/validate-shacl.mjs'
import { exportedText, temporaryFolder, writeExport } from './exported.ts'
import { madeSource, settings } from './made-source.ts'

const readers = ensureReaders()
const source = madeSource({ entities: 30, relations: 60 })
const { graph } = source
let folder: string

beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Statements as N3.js reads them, an independent parser. */
const parsed = (text: string, format: string): Store => new Store(new Parser({ format }).parse(text))
const quads = parsed(exportedText('nquads', source), 'application/n-quads')
const vocabulary = 'urn:redthread:vocab:'
const relationIri = (edge: string): string =>
  `urn:redthread:relation/${encodeURIComponent(edge).replaceAll('%2F', '/')}`
const textOf = (subject: string, name: string): string | undefined =>
  quads.getObjects(subject, name.includes(':') ? name : vocabulary + name, null)[0]?.value

/** The graph with one relation alone, between a person and an organisation or a date. */
function sourceWith(change: Partial<Relation>, target = 'organization/harbour-board-0'): OpenedGraph {
  const corpus = madeCorpus()
  const [first] = corpus.relations
  const relation = { ...first!, source: 'person/ada-abbott', target, ...change }
  return { graph: buildGraph({ ...corpus, relations: [relation] }), documents: new Map() }
}
/** Statements that use a property, in any graph. */
const stated = (one: OpenedGraph, property: string): string[] =>
  parsed(exportedText('nquads', one), 'application/n-quads')
    .getQuads(null, property, null, null)
    .map(({ subject, object }) => `${subject.value} ${object.value}`)

describe('RDF', () => {
  it('is for rdflib in Turtle and JSON-LD what N-Quads is for N3.js, but for the graphs of Turtle', () => {
    const files = [
      `${writeExport('turtle', source, folder)}=turtle`,
      `${writeExport('jsonld', source, folder)}=json-ld`,
    ]
    const script = join(import.meta.dirname, '../readers/read_with_rdflib.py')
    const read = JSON.parse(
      execFileSync(readers.rdflib, [script, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    ) as Record<string, string[][]>
    const expected = quads.getQuads(null, null, null, null).map(({ subject, predicate, object, graph }) => {
      const string = 'http://www.w3.org/2001/XMLSchema#string'
      const kind = object.termType === 'Literal' ? object.datatype.value.replace(string, '') : 'iri'
      return [subject.value, predicate.value, object.value, kind, graph.value]
    })
    const sorted = (lines: string[][], columns: number): string[] =>
      lines.map((line) => JSON.stringify(line.slice(0, columns))).sort()
    expect(sorted(read['json-ld']!, 5)).toEqual(sorted(expected, 5))
    expect(sorted(read.turtle!, 4)).toEqual(sorted(expected, 4))
  })

  it.each([
    ['nquads', 'nquads'],
    ['turtle', 'turtle'],
  ])('is read by rapper as %s without a warning', (format, name) => {
    const path = writeExport(format, source, folder)
    const args = ['-q', '-i', name, '-o', 'nquads', path, 'urn:base:']
    const out = execFileSync(readers.rapper, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' })
    expect(out.trimEnd().split('\n')).toHaveLength(quads.size)
  })

  it('obeys the shapes of data/shapes', async () => {
    const shapes = readFileSync(join(import.meta.dirname, '../../data/shapes/redthread.ttl'), 'utf8')
    const small = exportedText('turtle', madeSource({ entities: 10, relations: 12 }))
    expect(await validateShacl(shapes, small)).toEqual([])
    const silent = small.replace('rt:polarity "negative" ;', '')
    expect(silent).not.toBe(small)
    expect((await validateShacl(shapes, silent)).join('\n')).toContain('polarity')
    const affirmed = small.replace('rdf:type owl:NegativePropertyAssertion ;', '')
    expect(affirmed).not.toBe(small)
    expect(await validateShacl(shapes, affirmed)).toHaveLength(1)
  })

  it('tells of each relation what it says, how, and the words it was read from', () => {
    for (const edge of graph.edges()) {
      const { polarity, modality, evidence } = graph.getEdgeAttributes(edge)
      const iri = relationIri(edge)
      expect([textOf(iri, 'polarity'), textOf(iri, 'modality')]).toEqual([polarity, modality])
      const rows = quads.getObjects(iri, 'http://www.w3.org/ns/prov#wasDerivedFrom', null)
      expect(rows.map(({ value }) => textOf(value, 'quote'))).toEqual(evidence.map(({ quote }) => quote))
    }
  })

  it('states only what is affirmed and asserted, in a graph named after the relation', () => {
    const graphs = quads
      .getGraphs(null, null, null)
      .map(({ value }) => value)
      .filter(Boolean)
    const asserted = graph.filterEdges((_, one) => one.polarity === 'positive' && one.modality === 'asserted')
    expect(asserted.length).toBeGreaterThan(0)
    expect(asserted.length).toBeLessThan(graph.size)
    expect(graphs.sort()).toEqual(asserted.map(relationIri).sort())
  })

  it('takes terms of schema.org where the schema maps a relation, in the direction it has there', () => {
    const asserted = { modality: 'asserted', polarity: 'positive' } as const
    expect(
      stated(sourceWith({ relation: 'employed-by', ...asserted }), 'https://schema.org/worksFor'),
    ).toEqual(['urn:redthread:entity/person/ada-abbott urn:redthread:entity/organization/harbour-board-0'])
    expect(stated(sourceWith({ relation: 'founded', ...asserted }), 'https://schema.org/founder')).toEqual([
      'urn:redthread:entity/organization/harbour-board-0 urn:redthread:entity/person/ada-abbott',
    ])
  })

  it('states nothing of a relation that is denied, and has it as a negative property assertion', () => {
    const denied = sourceWith({ relation: 'employed-by', polarity: 'negative', modality: 'asserted' })
    expect(stated(denied, 'https://schema.org/worksFor')).toEqual([])
    expect(stated(denied, 'http://www.w3.org/2002/07/owl#assertionProperty').join()).toContain(
      'schema.org/worksFor',
    )
    const alleged = sourceWith({ relation: 'employed-by', polarity: 'positive', modality: 'alleged' })
    expect(stated(alleged, 'https://schema.org/worksFor')).toEqual([])
  })

  it('does not say of a date what schema.org says of a place', () => {
    const born = sourceWith(
      { relation: 'born-in', modality: 'asserted', polarity: 'positive' },
      'value/2010-01',
    )
    expect(stated(born, 'https://schema.org/birthPlace')).toEqual([])
  })

  it('counts characters, not UTF-16 units, in text position selectors', () => {
    const edge = graph.edges()[0]!
    const [row] = graph.getEdgeAttribute(edge, 'evidence')
    const before = [row!.start - 5, row!.start - 3]
    const wide = { ...source, wideCharacters: new Map([[row!.document, before]]) }
    const store = parsed(exportedText('nquads', wide), 'application/n-quads')
    const starts = (name: string): string[] =>
      store
        .getSubjects(`${vocabulary}claim`, null, null)
        .filter(
          ({ value }) =>
            store.getQuads(value, `${vocabulary}claim`, null, null)[0]!.object.value === row!.claim,
        )
        .flatMap(({ value }) =>
          store.getObjects(
            name === 'rt' ? value : `${value}#position`,
            name === 'rt' ? `${vocabulary}start` : 'http://www.w3.org/ns/oa#start',
            null,
          ),
        )
        .map(({ value }) => value)
    expect(starts('rt')).toContain(String(row!.start))
    expect(starts('oa')).toEqual([String(row!.start - 2)])
    const unknown = exportedText('nquads', { graph, documents: source.documents })
    expect(unknown).not.toContain('TextPositionSelector')
  })

  it('has IRIs under the base that is given', () => {
    const text = exportedText('nquads', source, { ...settings, base: 'https://example.org/news/' })
    expect(text).toContain('<https://example.org/news/entity/person/ada-abbott>')
    expect(text).not.toContain('urn:redthread:entity')
  })

  it('is read by N3.js whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (hostile) => {
        const nquads = parsed(exportedText('nquads', hostile), 'application/n-quads')
        expect(parsed(exportedText('turtle', hostile), 'text/turtle').size).toBe(nquads.size)
        const ld = JSON.parse(exportedText('jsonld', hostile)) as { '@graph': unknown[] }
        expect(ld['@graph'].length).toBeGreaterThan(hostile.graph.order)
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})
