import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, plainCell, safeCell } from '../../src/export/csv-text.ts'
import { exportedFiles } from './exported.ts'
import { madeSource, nastyLabel } from './made-source.ts'

const source = madeSource({ entities: 40, relations: 90 })
const { graph, documents } = source
const files = exportedFiles('csv', source)
const records = (path: string): Record<string, string>[] => parse(files[path]!, { columns: true })

describe('csv', () => {
  it('gives a record for every node, edge and row of evidence', () => {
    expect(Object.keys(files)).toEqual([
      'nodes.csv',
      'edges.csv',
      'evidence.csv',
      'documents.csv',
      'graph.csv',
    ])
    expect(records('nodes.csv').map(({ key }) => key)).toEqual(graph.nodes())
    expect(records('edges.csv').map(({ key }) => key)).toEqual(graph.edges())
    expect(records('evidence.csv')).toHaveLength(
      graph.reduceEdges((sum, _edge, { evidence }) => sum + evidence.length, 0),
    )
  })

  it('carries each quote with its document, date, publisher and who said it', () => {
    const rows = graph.mapEdges((edge, { evidence }) => evidence.map((row) => ({ edge, ...row }))).flat()
    const label = (key: string): string => graph.getNodeAttribute(key, 'label').replace('\ud800 ', '\ufffd ')
    for (const [n, record] of records('evidence.csv').entries()) {
      const row = rows[n]!
      const { date, publisher } = documents.get(row.document)!
      expect(record).toMatchObject({
        edge: row.edge,
        quote: row.quote,
        document: row.document,
        date,
        publisher,
      })
      expect(plainCell(record['said by']!)).toBe(row.speakers.map(label).join('; '))
      expect(JSON.parse(record.speakers!)).toEqual(row.speakers)
    }
  })

  it('keeps a label of any characters that UTF-8 has, with an apostrophe before what a spreadsheet would run', () => {
    const [first] = records('nodes.csv')
    // csv-parse reads bytes, and half a surrogate pair has none.
    const carried = nastyLabel.replace('\ud800 ', '\ufffd ')
    expect(first!.label).toBe(`'${carried}`)
    expect(plainCell(first!.label!)).toBe(carried)
  })

  it('ends every record with CRLF, as RFC 4180 has it', () => {
    expect(files['edges.csv']!.split('\r\n')).toHaveLength(graph.size + 2)
  })
})

describe('csvLine', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'=+-@\'" ,;\t\r\na1\uff1d\u{1f9f6}') })

  it('comes back from an independent reader, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(csvLine(cells)) as string[][]
        expect(read!.map(plainCell)).toEqual(cells)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('lets no text begin a formula', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(safeCell(text)).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/)
        expect(plainCell(safeCell(text))).toBe(text)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('writes numbers as numbers, and tells an empty text from none', () => {
    expect(csvLine(['a', -1.5, true, undefined, ''])).toBe('a,-1.5,true,,""\r\n')
  })
})
