import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { sparqlPieces } from '../../src/cli/sparql-answer.ts'
import type { Problem } from '../../src/model/index.ts'
import { querySparql, SparqlError, sparqlStore } from '../../src/sparql/index.ts'
import { temporaryFolder, writeExport } from '../export/exported.ts'
import { madeSource, settings } from '../export/made-source.ts'
import { ensureReaders } from '../readers/ensure.mjs'

const source = madeSource({ entities: 15, relations: 25 })
const { graph } = source
const store = sparqlStore(source, settings)
const values = (query: string): (string | undefined)[][] => {
  const { variables, rows } = querySparql(store, query)
  return rows.map((row) => variables.map((name) => row[name]?.value))
}
const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('querySparql', () => {
  it('finds what the graph has, each kind in its number', () => {
    const count = (type: string): number =>
      Number(values(`SELECT (COUNT(*) AS ?n) WHERE { ?x a rt:${type} }`)[0]![0])
    const rows = graph.reduceEdges((sum, _edge, { evidence }) => sum + evidence.length, 0)
    expect(['Entity', 'Relation', 'Evidence', 'Document'].map(count)).toEqual([
      graph.order,
      graph.size,
      rows,
      source.documents.size,
    ])
  })

  it('gives the rows of a query that rdflib gives from the exported file', () => {
    const query = `SELECT ?key ?quote WHERE { ?r rt:polarity "negative" ; rt:key ?key ; prov:wasDerivedFrom/rt:quote ?quote } ORDER BY ?key ?quote`
    const expected = graph
      .edges()
      .flatMap((edge) => {
        const { polarity, evidence } = graph.getEdgeAttributes(edge)
        return polarity === 'negative' ? evidence.map(({ quote }) => [edge, quote]) : []
      })
      .sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1))
    expect(expected.length).toBeGreaterThan(3)
    expect(values(query)).toEqual(expected)
    const script = `import rdflib, sys
g = rdflib.ConjunctiveGraph()
g.parse(sys.argv[1], format="turtle")
for row in g.query(sys.argv[2], initNs={"rt": "urn:redthread:vocab:", "prov": "http://www.w3.org/ns/prov#"}): print(row.key)`
    const path = writeExport('turtle', source, folder)
    const out = execFileSync(ensureReaders().rdflib, ['-c', script, path, query], { encoding: 'utf8' })
    expect(out.trimEnd().split('\n')).toEqual(expected.map(([key]) => key))
  })

  it('answers ASK with a truth and CONSTRUCT with statements', () => {
    expect(querySparql(store, 'ASK { ?x rt:polarity "negative" }').truth).toBe(true)
    expect(querySparql(store, '# SELECT\nASK { ?x rt:polarity "none" }').truth).toBe(false)
    const { kind, rows } = querySparql(
      store,
      'CONSTRUCT { ?x a rt:Named } WHERE { ?x rt:key "person/ada-abbott" }',
    )
    expect(kind).toBe('statements')
    expect(rows).toEqual([
      {
        subject: { type: 'uri', value: 'urn:redthread:entity/person/ada-abbott' },
        predicate: { type: 'uri', value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' },
        object: { type: 'uri', value: 'urn:redthread:vocab:Named' },
      },
    ])
  })

  it('keeps what is asserted apart from what is only described', () => {
    const asserted = graph.filterEdges(
      (_, { polarity, modality }) => polarity === 'positive' && modality === 'asserted',
    )
    expect(values('SELECT ?key WHERE { GRAPH ?r { ?a ?p ?b } ?r rt:key ?key }').flat().sort()).toEqual(
      asserted.sort(),
    )
  })
})

function problemOf(query: string): Problem {
  try {
    querySparql(store, query)
  } catch (error) {
    if (error instanceof SparqlError) return error.problem
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a query with an error', () => {
  it.each([
    ['breaks off', 'SELECT ?x WHERE { ?x ?y', 1],
    ['has a wrong word', 'SELECT ?x\nWHERE { ?x ?y ?z }\nORDRE BY ?x', 3],
    ['uses a prefix that is not declared', 'SELECT ?x\nWHERE { ?x nope:y ?z }', 2],
    ['would change the graph', 'DELETE WHERE { ?x ?y ?z }', 1],
  ])('is refused at its line where it %s', (_, query, line) => {
    expect(problemOf(query)).toMatchObject({ code: 'sparql-invalid', line })
    expect(problemOf(query).message.length).toBeLessThan(300)
  })

  it('names the prefix as the reason', () => {
    expect(problemOf('ASK { ?x nope:y ?z }').message).toBe('The query uses a prefix that it does not declare')
  })

  it('cannot call another service', () => {
    expect(problemOf('SELECT * WHERE { SERVICE <http://localhost/> { ?x ?y ?z } }').message).toContain(
      'not supported',
    )
  })

  it('throws nothing but a SparqlError, whatever the query', () => {
    const words = fc.constantFrom(
      'SELECT',
      'ASK',
      '?x',
      '{',
      '}',
      '"',
      "'",
      '<',
      '>',
      '.',
      '#',
      '\n',
      'rt:key',
      '\\u0027',
      'WHERE',
      '*',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        try {
          querySparql(store, parts.join(' '))
        } catch (error) {
          expect(error).toBeInstanceOf(SparqlError)
        }
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})

describe('an answer', () => {
  const result = querySparql(
    store,
    'SELECT ?label ?type WHERE { ?x rdfs:label ?label ; rt:type ?type } ORDER BY ?label LIMIT 3',
  )
  const written = (format: 'table' | 'json' | 'jsonl' | 'csv'): string =>
    [...sparqlPieces(result, format)].join('')

  it('is a table for the eye, without control characters', () => {
    const lines = written('table').trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^label +type$/)
    expect(written('table')).toMatch(/^[\x20-\x7e\n\u00a0-\u{1ffff}]*$/u)
  })

  it('is JSON in the form of the recommendation, and CSV in which no cell starts a formula', () => {
    expect(JSON.parse(written('json'))).toMatchObject({
      head: { vars: ['label', 'type'] },
      results: { bindings: result.rows },
    })
    expect(written('csv').split('\r\n')[0]).toBe('label,type')
    expect(written('csv')).not.toMatch(/^=/m)
  })
})
