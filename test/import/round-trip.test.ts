import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmlText } from '../../src/export/xml-text.ts'
import { type OpenedGraph, orderedJson } from '../../src/graph/index.ts'
import { type ImportedGraph, importFiles, importFormat } from '../../src/import/index.ts'
import { exportedFiles } from '../export/exported.ts'
import { madeSource, settings } from '../export/made-source.ts'
import { hostileGraph } from './hostile-graph.ts'

/** What stands on the disk: UTF-8 has no half of a surrogate pair. */
const onDisk = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

function roundTrip(source: OpenedGraph, name: string, as: string = name): ImportedGraph {
  const files = Object.entries(exportedFiles(name, source)).map(([path, text]) => ({
    path,
    text: onDisk(text),
  }))
  return importFiles(files, importFormat(as), settings.schema)
}

type Carry = (text: string) => string
/** Undoes the escapes of `xmlText`: what is left is what it had to replace. */
const inXml: Carry = (text) =>
  xmlText(text).replace(
    /&(#\d+|\w+);/g,
    (_, name: string) =>
      ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ??
      String.fromCharCode(Number(name.slice(1))),
  )

/** The graph as a format can hold it: flat texts as it carries them, and what is JSON as it is. */
function carried({ graph }: OpenedGraph, carry: Carry, flatEvidence: boolean): unknown {
  const flat = <T extends object>(item: T, names: readonly string[]): T =>
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        names.includes(name) && typeof value === 'string' ? carry(value) : value,
      ]),
    ) as T
  const { nodes, edges, attributes } = graph.export()
  return {
    attributes,
    nodes: nodes.map((node) => ({ ...node, attributes: flat(node.attributes!, ['label', 'type']) })),
    edges: edges.map(({ key, source, target, attributes }) => ({
      key,
      source,
      target,
      attributes: {
        ...flat(attributes!, ['label', 'relation', 'decision']),
        evidence: attributes!.evidence.map((row) =>
          flatEvidence ? flat(row, ['document', 'quote', 'claim', 'extractor', 'rule', 'copyOf']) : row,
        ),
      },
    })),
  }
}

const plain = ({ graph }: Pick<ImportedGraph, 'graph'>): unknown => {
  const { nodes, edges, attributes } = graph.export()
  return {
    attributes,
    nodes,
    edges: edges.map(({ key, source, target, attributes }) => ({ key, source, target, attributes })),
  }
}

const formats: [export_: string, import_: string, carry: Carry, flatEvidence: boolean][] = [
  ['json', 'json', (text) => text, false],
  ['gexf', 'gexf', inXml, false],
  ['gexf12', 'gexf', inXml, false],
  ['graphml', 'graphml', inXml, false],
  ['csv', 'csv', onDisk, true],
  ['nquads', 'nquads', onDisk, true],
  ['turtle', 'turtle', onDisk, true],
]

describe.each(formats)('%s', (name, as, carry, flatEvidence) => {
  it('comes back with everything that the format can hold, whatever the texts', () => {
    fc.assert(
      fc.property(hostileGraph, (source) => {
        const back = plain(roundTrip(source, name, as))
        expect(orderedJson(back)).toBe(orderedJson(carried(source, carry, flatEvidence)))
      }),
      { numRuns: 80, seed: 1 },
    )
  })

  it('comes back as the same graph.json where it holds ordinary texts', () => {
    const source = madeSource({ entities: 30, relations: 70 })
    const { graph, notes } = roundTrip(source, name, as)
    const [first, ...rest] = graph.export().nodes
    const [own, ...others] = source.graph.export().nodes
    expect(rest).toEqual(others)
    expect(first!.attributes!.aliases).toEqual(own!.attributes!.aliases)
    expect(graph.export().edges).toEqual(source.graph.export().edges)
    expect(notes).toEqual([])
  })
})

it.each(['csv', 'nquads'])('%s brings back what is known of the documents', (name) => {
  const source = madeSource()
  expect(roundTrip(source, name).documents).toEqual([...source.documents.values()])
})
