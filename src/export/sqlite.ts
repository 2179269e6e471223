import sqlite from 'node-sqlite3-wasm'
import type { OpenedGraph } from '../graph/index.ts'
import { type CellType, type CellValue, type Column, edgeColumns, jsonCell, nodeColumns } from './columns.ts'
import { documentFields } from './document-fields.ts'
import { edgeLabel } from './edge-label.ts'
import { evidenceColumns } from './evidence-columns.ts'
import type { Exporter } from './exporter.ts'

type Value = string | number | null

const types: Readonly<Record<CellType, string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  double: 'REAL',
  boolean: 'INTEGER',
  json: 'TEXT',
}
const columnsText = (columns: readonly Column<never>[]): string =>
  columns.map(({ name, type }) => `"${name}" ${types[type]}`).join(', ')

const tables = `
CREATE TABLE graph (attribute TEXT PRIMARY KEY, value TEXT);
CREATE TABLE documents (${documentFields.map((name) => `"${name}" TEXT${name === 'id' ? ' PRIMARY KEY' : ''}`).join(', ')});
CREATE TABLE entities (key TEXT PRIMARY KEY, label TEXT, ${columnsText(nodeColumns)});
CREATE TABLE aliases (entity TEXT REFERENCES entities, alias TEXT);
CREATE TABLE relations (key TEXT PRIMARY KEY, source TEXT REFERENCES entities, target TEXT REFERENCES entities, label TEXT, ${columnsText(edgeColumns)});
CREATE TABLE evidence (id INTEGER PRIMARY KEY, edge TEXT REFERENCES relations, ${columnsText(evidenceColumns)});
CREATE TABLE speakers (evidence INTEGER REFERENCES evidence, position INTEGER, entity TEXT);
CREATE TABLE contradictions (number INTEGER, kind TEXT, relation TEXT REFERENCES relations);
CREATE VIRTUAL TABLE search USING fts5(text, kind UNINDEXED, key UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIEW statements AS
  SELECT s.label AS subject, r.label AS relation, o.label AS object, r.polarity, e.modality,
    (SELECT group_concat(coalesce(n.label, p.entity), '; ') FROM speakers p LEFT JOIN entities n ON n.key = p.entity WHERE p.evidence = e.id) AS said_by,
    r."when", e.quote, e.document, d.title, d.date, d.publisher, e.start, e."end", r.key AS edge
  FROM relations r JOIN entities s ON s.key = r.source JOIN entities o ON o.key = r.target
    LEFT JOIN evidence e ON e.edge = r.key LEFT JOIN documents d ON d.id = e.document;`

// Made when the rows are there, which is quicker.
const indexes = `
CREATE INDEX aliases_of ON aliases (entity);
CREATE INDEX relations_from ON relations (source);
CREATE INDEX relations_to ON relations (target);
CREATE INDEX relations_named ON relations (relation);
CREATE INDEX evidence_of ON evidence (edge);
CREATE INDEX evidence_in ON evidence (document);
CREATE INDEX speakers_of ON speakers (evidence);
CREATE INDEX speakers_named ON speakers (entity);`

/** A value as SQLite takes it: truths are 1 and 0, and a text, which its tools end at a NUL, has none, nor half of a surrogate pair. */
function bound(value: CellValue | undefined): Value {
  if (value === undefined) return null
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' ? value.replace(/\0|\p{Cs}/gu, '\ufffd') : value
}

const valuesOf = <Item>(item: Item, columns: readonly Column<Item>[]): (CellValue | undefined)[] =>
  columns.map((column) => column.value(item))

function fill(database: sqlite.Database, { graph, documents }: OpenedGraph): void {
  const inserts: sqlite.Statement[] = []
  const insert = (table: string, columns: number): ((values: (CellValue | undefined)[]) => void) => {
    const statement = database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
    inserts.push(statement)
    return (values) => statement.run(values.map(bound))
  }
  const attribute = insert('graph', 2)
  const document = insert('documents', documentFields.length)
  const entity = insert('entities', 2 + nodeColumns.length)
  const alias = insert('aliases', 2)
  const relation = insert('relations', 4 + edgeColumns.length)
  const evidence = insert('evidence', 2 + evidenceColumns.length)
  const speaker = insert('speakers', 3)
  const contradiction = insert('contradictions', 3)
  const search = insert('search', 3)

  for (const [name, value] of Object.entries(graph.getAttributes())) attribute([name, jsonCell(value)])
  for (const header of documents.values()) document(documentFields.map((field) => header[field]))
  for (const { node, attributes } of graph.nodeEntries()) {
    entity([node, attributes.label, ...valuesOf(attributes, nodeColumns)])
    for (const name of attributes.aliases) alias([node, name])
    search([[attributes.label, ...attributes.aliases].join('\n'), 'entity', node])
  }
  let id = 0
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    relation([edge, source, target, edgeLabel(attributes), ...valuesOf(attributes, edgeColumns)])
    for (const row of attributes.evidence) {
      id++
      evidence([id, edge, ...valuesOf(row, evidenceColumns)])
      for (const [position, key] of row.speakers.entries()) speaker([id, position + 1, key])
      search([row.quote, 'evidence', id])
    }
  }
  for (const [n, { kind, edges }] of graph.getAttribute('contradictions').entries())
    for (const edge of edges) contradiction([n + 1, kind, edge])
  for (const statement of inserts) statement.finalize()
}

/** Writes a graph into a new SQLite file; SQLite keeps what it has not written yet to a few megabytes. */
function writeDatabase(source: OpenedGraph, path: string): void {
  const database = new sqlite.Database(path)
  try {
    // The file is only put in place when it is whole, so it needs no journal of its own.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA encoding = "UTF-8"')
    database.exec(tables)
    database.exec('BEGIN')
    fill(database, source)
    database.exec(`${indexes} COMMIT`)
  } finally {
    database.close()
  }
}

/** An SQLite database with a table for each kind of thing and a full-text index of names and quotes. */
export const sqliteDatabase: Exporter = {
  name: 'sqlite',
  description: 'SQLite: entities, relations, evidence, a full-text index',
  shape: 'database',
  files: (source) => [{ path: 'graph.sqlite', write: (path) => writeDatabase(source, path) }],
}
