import { parse } from 'csv-parse/sync'
import { plainCell } from '../export/csv-text.ts'
import { evidenceColumns } from '../export/evidence-columns.ts'
import type { DocumentHeader } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import { evidenceOf } from './decode-columns.ts'
import { importFault } from './import-fault.ts'
import type { ImportFile, LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'
import { parseJson } from './parse-json.ts'

type Row = Readonly<Record<string, string | undefined>>

/** Names that other programs give to the columns we need, in small letters. */
const sources = ['source', 'from', 'src']
const targets = ['target', 'to', 'dst']
const ids = ['key', 'id', 'name', 'label']

function records({ path, text }: ImportFile): Row[] {
  try {
    return parse(text, {
      columns: true,
      // An empty text stands in quotes; nothing at all is no value.
      cast: (value, { quoting, header }) =>
        header || value !== '' || quoting ? plainCell(value) : undefined,
    }) as unknown as Row[]
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw importFault(
      path,
      `it is not CSV (${error instanceof Error ? error.message : String(error)})`,
      'Fields are separated by commas, and a field with a comma, a quote or a line end stands in double quotes.',
      line === undefined ? {} : { line: Number(line) },
    )
  }
}

/** The column of a table that has one of these names, whatever the case. */
const columnOf = (rows: readonly Row[], names: readonly string[]): string | undefined => {
  const columns = Object.keys(rows[0] ?? {})
  for (const name of names) {
    const found = columns.find((column) => column.trim().toLowerCase() === name)
    if (found !== undefined) return found
  }
  return undefined
}

const without = (row: Row, columns: readonly (string | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !columns.includes(entry[0]),
    ),
  )

const nameOf = (file: ImportFile): string => file.path.replace(/^.*[\\/]/, '').toLowerCase()

/**
 * The tables of a folder (nodes.csv, edges.csv, evidence.csv, documents.csv, graph.csv), or one table of edges
 * with a column `source` and a column `target`. Nodes that no table lists are made from the ends of edges.
 */
export function readCsv(files: readonly ImportFile[]): LooseGraph {
  const table = (name: string): ImportFile | undefined => files.find((file) => nameOf(file) === name)
  const edgeFile = table('edges.csv') ?? (files.length === 1 ? files[0] : undefined)
  if (!edgeFile)
    throw importFault(
      files[0]?.path ?? 'the folder',
      'there is no edges.csv',
      'Give a folder with nodes.csv and edges.csv, or one table with the columns source and target.',
    )
  const rowsOf = (file: ImportFile | undefined): Row[] => (file ? records(file) : [])
  const edgeRows = records(edgeFile)
  const [from, to, key] = [
    columnOf(edgeRows, sources),
    columnOf(edgeRows, targets),
    columnOf(edgeRows, ['key', 'id']),
  ]
  if (edgeRows.length > 0 && (from === undefined || to === undefined))
    throw importFault(
      edgeFile.path,
      `a table of edges needs the columns "source" and "target", and it has ${Object.keys(edgeRows[0]!).join(', ')}`,
      'Rename the columns.',
      { line: 1 },
    )

  const evidence = new Map<string, Evidence[]>()
  const evidenceFile = table('evidence.csv')
  for (const [n, row] of rowsOf(evidenceFile).entries()) {
    const one = evidenceOf(row, evidenceColumns, `row ${n + 1}`, evidenceFile!.path)
    const rows = evidence.get(row.edge ?? '')
    if (rows) rows.push(one)
    else evidence.set(row.edge ?? '', [one])
  }
  // Gephi writes in a column of this name whether an edge has a direction; elsewhere it may be the relation.
  const type = columnOf(edgeRows, ['type'])
  const direction = (row: Row): string | undefined =>
    /^(?:un)?directed$|^mixed$/.exec(row[type ?? '']?.toLowerCase() ?? '')?.[0]
  const edges = edgeRows.map(
    (row): LooseEdge => ({
      ...(key === undefined || row[key] === undefined ? {} : { key: row[key] }),
      source: row[from!] ?? '',
      target: row[to!] ?? '',
      values: without(row, [from, to, key, direction(row) && type]),
      evidence: evidence.get(key === undefined ? '' : (row[key] ?? '')) ?? [],
    }),
  )
  const nodeRows = rowsOf(table('nodes.csv'))
  const id = columnOf(nodeRows, ids)
  const nodes = nodeRows.map(
    (row): LooseNode => ({ key: row[id ?? ''] ?? '', values: without(row, id === 'label' ? [] : [id]) }),
  )
  const known = new Set(nodes.map((node) => node.key))
  if (!table('nodes.csv'))
    for (const end of edges.flatMap(({ source, target }) => [source, target]))
      if (!known.has(end)) {
        known.add(end)
        nodes.push({ key: end, values: {} })
      }

  const graphFile = table('graph.csv')
  const attributes = Object.fromEntries(
    rowsOf(graphFile).map(({ attribute = '', value = '' }) => [
      attribute,
      parseJson(graphFile!.path, `"${attribute}"`, value),
    ]),
  )
  const documents = rowsOf(table('documents.csv')).map((row) => without(row, []) as unknown as DocumentHeader)
  const undirected = edgeRows.some((row) => direction(row) === 'undirected')
  return { attributes, nodes, edges, documents, undirected }
}
