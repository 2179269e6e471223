import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { exporters } from '../../src/export/index.ts'
import type { OpenedGraph } from '../../src/graph/index.ts'
import { hostileGraph } from '../import/hostile-graph.ts'
import { ensureReaders } from '../readers/ensure.mjs'
import { temporaryFolder } from './exported.ts'
import { madeSource, settings } from './made-source.ts'

const { sqlite3 } = ensureReaders()
const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(source: OpenedGraph, name: string): string {
  const [file] = exporters.find((one) => one.name === 'sqlite')!.files(source, settings)
  const path = join(folder, name)
  rmSync(path, { force: true })
  if (file && 'write' in file) file.write(path)
  return path
}

/** What the sqlite3 of Debian reads, an object a row. */
const read = (path: string, sql: string): Record<string, unknown>[] =>
  JSON.parse(execFileSync(sqlite3, ['-json', path, sql], { encoding: 'utf8', maxBuffer: 1 << 28 }) || '[]')

/** A text without what SQLite's tools or UTF-8 cannot hold. */
const held = (text: string): string => text.replace(/\0|\p{Cs}/gu, '\ufffd')

const hex = (text: string): string => Buffer.from(held(text), 'utf8').toString('hex').toUpperCase()

const source = madeSource({ entities: 40, relations: 90 })
const { graph } = source
const path = write(source, 'made.sqlite')

describe('sqlite', () => {
  it('is whole for another SQLite, with every node, edge and row of evidence', () => {
    expect(read(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(read(path, 'PRAGMA foreign_key_check')).toEqual([])
    const rows = graph.reduceEdges((sum, _edge, { evidence }) => sum + evidence.length, 0)
    expect(
      read(
        path,
        'SELECT (SELECT count(*) FROM entities) AS e, (SELECT count(*) FROM relations) AS r, (SELECT count(*) FROM evidence) AS v',
      ),
    ).toEqual([{ e: graph.order, r: graph.size, v: rows }])
  })

  it('tells of each statement its polarity, modality, speakers, words and document', () => {
    const found = read(
      path,
      "SELECT *, hex(said_by) AS said FROM statements WHERE polarity = 'negative' ORDER BY edge, start",
    )
    expect(found.length).toBeGreaterThan(3)
    for (const { edge, relation, modality, quote, said, document, start, date } of found) {
      const { label, evidence } = graph.getEdgeAttributes(edge)
      const row = evidence.find((one) => one.document === document && one.start === start)!
      expect(quote).toBe(row.quote)
      expect(relation).toBe(`not ${label}`)
      expect(said).toBe(hex(row.speakers.map((key) => held(graph.getNodeAttribute(key, 'label'))).join('; ')))
      expect([modality, document, date]).toEqual([
        row.modality,
        row.document,
        source.documents.get(row.document)!.date,
      ])
    }
  })

  it('finds entities and quotes by their words, whatever the accents', () => {
    const found = read(path, "SELECT kind, key FROM search WHERE search MATCH 'chloe' ORDER BY rank")
    const named = graph.filterNodes((_, { label }) => label.includes('Chloé'))
    expect(named.length).toBeGreaterThan(0)
    expect(
      found
        .filter(({ kind }) => kind === 'entity')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(named.sort())
    expect(found.some(({ kind }) => kind === 'evidence')).toBe(true)
  })

  it('is the same bytes each time', () => {
    expect(readFileSync(write(source, 'again.sqlite')).equals(readFileSync(path))).toBe(true)
  })

  it('holds any text, but for NUL and halves of surrogate pairs', () => {
    let n = 0
    fc.assert(
      fc.property(hostileGraph, (hostile) => {
        const file = write(hostile, `hostile-${n++ % 2}.sqlite`)
        const nodes = read(
          file,
          'SELECT hex(key) AS key, hex(label) AS label, aliases FROM entities ORDER BY rowid',
        )
        expect(nodes).toEqual(
          hostile.graph.mapNodes((key, { label, aliases }) => ({
            key: hex(key),
            label: hex(label),
            aliases: expect.toSatisfy(
              (text: string) => JSON.stringify(JSON.parse(text)) === JSON.stringify(aliases),
            ),
          })),
        )
      }),
      { numRuns: 25, seed: 1 },
    )
  })
})
