import type { OpenedGraph } from '../graph/index.ts'
import type { EdgeAttributes, Evidence, NodeAttributes } from '../model/index.ts'
import { type CellType, type CellValue, type Column, edgeColumns, nodeColumns } from './columns.ts'
import { relationshipType } from './cypher-text.ts'
import { documentFields, documentIds } from './document-fields.ts'
import { edgeLabel } from './edge-label.ts'
import { evidenceColumns } from './evidence-columns.ts'

/** A property with its type; undefined where an item has none. */
export type Property = readonly [name: string, type: CellType, value: CellValue | undefined]

/** A node of a property graph, as Neo4j has it: entities, documents, and evidence, which edges cannot carry. */
export interface PropertyNode {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: readonly Property[]
}

export interface PropertyEdge {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly properties: readonly Property[]
}

const properties = <Item>(item: Item, columns: readonly Column<Item>[]): Property[] =>
  columns.map((column) => [column.name, column.type, column.value(item)] as const)

/** The properties of a document: its id is in that of the node. */
export const documentProperties: typeof documentFields = documentFields.filter((field) => field !== 'id')

/** Ids of the three kinds of nodes cannot meet: keys of entities have no colon before their slash. */
const documentId = (id: string): string => `document:${id}`
const evidenceId = (edge: string, number: number): string => `evidence:${number + 1}:${edge}`

function entityNode(key: string, attributes: NodeAttributes): PropertyNode {
  return {
    id: key,
    labels: ['Entity', attributes.type],
    properties: [['label', 'string', attributes.label], ...properties(attributes, nodeColumns)],
  }
}

function evidenceNode(
  edge: string,
  number: number,
  { polarity }: EdgeAttributes,
  row: Evidence,
): PropertyNode {
  return {
    id: evidenceId(edge, number),
    labels: ['Evidence'],
    properties: [
      ['edge', 'string', edge],
      ['polarity', 'string', polarity],
      ...properties(row, evidenceColumns),
    ],
  }
}

/** The entities of a graph as nodes. */
export function* entityNodes({ graph }: OpenedGraph): Generator<PropertyNode> {
  for (const { node, attributes } of graph.nodeEntries()) yield entityNode(node, attributes)
}

/** The documents as nodes; those that evidence names and nothing is known of, too. */
export function* documentNodes(source: OpenedGraph): Generator<PropertyNode> {
  for (const id of documentIds(source)) {
    const header = source.documents.get(id)
    const values = documentProperties.map((field): Property => [field, 'string', header?.[field]])
    yield { id: documentId(id), labels: ['Document'], properties: values }
  }
}

/** The rows of evidence as nodes. */
export function* evidenceNodes({ graph }: OpenedGraph): Generator<PropertyNode> {
  for (const { edge, attributes } of graph.edgeEntries())
    for (const [n, row] of attributes.evidence.entries()) yield evidenceNode(edge, n, attributes, row)
}

/** The relations, with `NOT_` before the type of a negative one. */
export function* relationEdges({ graph }: OpenedGraph): Generator<PropertyEdge> {
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    yield {
      from: source,
      to: target,
      type: relationshipType(attributes.relation, attributes.polarity),
      properties: [
        ['key', 'string', edge],
        ['label', 'string', edgeLabel(attributes)],
        ...properties(attributes, edgeColumns),
      ],
    }
}

/** What leads from evidence: to its document, the ends of its relation, and who says it. */
export function* evidenceEdges({ graph }: OpenedGraph): Generator<PropertyEdge> {
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    for (const [n, row] of attributes.evidence.entries()) {
      const from = evidenceId(edge, n)
      yield { from, to: documentId(row.document), type: 'IN_DOCUMENT', properties: [] }
      yield { from, to: source, type: 'ABOUT_SUBJECT', properties: [] }
      yield { from, to: target, type: 'ABOUT_OBJECT', properties: [] }
      for (const [position, speaker] of row.speakers.entries())
        if (graph.hasNode(speaker))
          yield {
            from,
            to: speaker,
            type: 'SAID_BY',
            properties: [['position', 'integer', position + 1]],
          }
    }
}
