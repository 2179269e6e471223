import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cypherName, cypherString, relationshipType } from '../../src/export/cypher-text.ts'
import { hostile, hostileGraph } from '../import/hostile-graph.ts'
import { readCypher } from '../readers/read-cypher.mjs'
import { exportedFiles, exportedText } from './exported.ts'
import { madeSource } from './made-source.ts'

const source = madeSource({ entities: 20, relations: 30 })
const { graph } = source

/** The script after the statement that makes the constraint, whose syntax is newer than the grammar. */
const statements = (script: string): string => script.slice(script.indexOf('\n') + 1).trimEnd()

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
/** A string literal as openCypher defines it. */
const decoded = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code: string | undefined, c: string) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[c] ?? c),
    )
/** The same where \uXXXX is resolved all over the script before strings are looked for. */
const resolvedFirst = (literal: string): string =>
  literal.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
const carried = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

describe('cypher', () => {
  const script = exportedText('cypher', source)

  it('obeys the grammar of Neo4j, and makes each node and edge once', () => {
    expect(script).toMatch(
      /^CREATE CONSTRAINT redthread_node IF NOT EXISTS FOR \(n:Node\) REQUIRE n.id IS UNIQUE;\n/,
    )
    const { faults, strings } = readCypher(statements(script))
    expect(faults).toEqual([])
    const texts = new Set(strings.map(decoded))
    for (const key of [...graph.nodes(), ...graph.edges()]) expect(texts).toContain(key)
    for (const { quote } of graph.edges().flatMap((edge) => graph.getEdgeAttribute(edge, 'evidence')))
      expect(texts).toContain(quote)
  })

  it('has a type of its own for a negative relation', () => {
    expect(relationshipType('works-for', 'negative')).toBe('NOT_WORKS_FOR')
    const negative = graph.filterEdges((_, { polarity }) => polarity === 'negative')
    const typed = [...script.matchAll(/\[r:NOT_\w+\]/g)]
    expect(typed.length).toBeGreaterThan(0)
    for (const edge of negative) {
      const at = script.indexOf(`key: ${cypherString(edge)}`)
      expect(/\[r:(\w+)\]/.exec(script.slice(at))![1]).toMatch(/^NOT_/)
    }
  })

  it('obeys the grammar whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (given) => {
        const { faults, strings } = readCypher(statements(exportedText('cypher', given)))
        expect(faults).toEqual([])
        const texts = new Set(strings.map(decoded))
        for (const { attributes } of given.graph.nodeEntries())
          expect(texts).toContain(carried(attributes.label))
      }),
      { numRuns: 8, seed: 1 },
    )
  })
})

describe('cypherString', () => {
  it('comes back whatever the text, also where escapes of characters are resolved before strings', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = cypherString(text)
        expect(decoded(literal)).toBe(carried(text))
        // What it is made of then still ends where it should, but for control characters, which no key may hold.
        if (!/\p{Cc}/u.test(text)) expect(decoded(resolvedFirst(literal))).toBe(carried(text))
        expect(literal.slice(1, -1).replace(/\\./gs, '')).not.toContain("'")
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('puts a name that is no word into backticks that it cannot leave', () => {
    expect(cypherName('works')).toBe('works')
    expect(cypherName('a`) DETACH DELETE (b')).toBe('`a``) DETACH DELETE (b`')
    expect(cypherName('\\u0060')).not.toContain('\\')
  })
})

describe('neo4j', () => {
  const tables = exportedFiles('neo4j', source)
  const records = (path: string): Record<string, string>[] => parse(tables[path]!, { columns: true })

  it('has the headers of the bulk import and a record for each node and edge', () => {
    expect(Object.keys(tables).sort()).toEqual([
      'README.txt',
      'documents.csv',
      'entities.csv',
      'evidence-relations.csv',
      'evidence.csv',
      'relations.csv',
    ])
    for (const name of ['entities.csv', 'documents.csv', 'evidence.csv'])
      expect(tables[name]!.split('\n')[0]).toMatch(/^"id:ID"(,"\w+:(string|long|double|boolean)")+,":LABEL"$/)
    for (const name of ['relations.csv', 'evidence-relations.csv'])
      expect(tables[name]!.split('\n')[0]).toMatch(
        /^":START_ID"(,"\w+:(string|long|double|boolean)")+,":END_ID",":TYPE"$/,
      )
    expect(records('entities.csv').map((row) => row['id:ID'])).toEqual(graph.nodes())
    expect(records('relations.csv').map((row) => row['key:string'])).toEqual(graph.edges())
  })

  it('names in its edges only nodes that are there, and the type of each polarity', () => {
    const ids = new Set(
      ['entities.csv', 'documents.csv', 'evidence.csv'].flatMap((name) =>
        records(name).map((row) => row['id:ID']),
      ),
    )
    for (const name of ['relations.csv', 'evidence-relations.csv'])
      for (const row of records(name))
        expect([ids.has(row[':START_ID']), ids.has(row[':END_ID'])]).toEqual([true, true])
    for (const row of records('relations.csv'))
      expect(row[':TYPE']!.startsWith('NOT_')).toBe(row['polarity:string'] === 'negative')
  })

  it('is read as the same records whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (given) => {
        const rows = parse(exportedFiles('neo4j', given)['entities.csv']!, {
          columns: true,
          relax_column_count: false,
        }) as Record<string, string>[]
        expect(rows.map((row) => [row['id:ID'], row['label:string']])).toEqual(
          given.graph.mapNodes((key, { label }) => [key, label].map((text) => Buffer.from(text).toString())),
        )
      }),
      { numRuns: 100, seed: 1 },
    )
  })
})
