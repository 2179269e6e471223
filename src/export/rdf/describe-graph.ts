import type { OpenedGraph } from '../../graph/index.ts'
import { jsonCell } from '../columns.ts'
import type { ExportSettings } from '../exporter.ts'
import { describeDocument } from './describe-document.ts'
import { describeEntity } from './describe-entity.ts'
import { describeEvidence } from './describe-evidence.ts'
import { describeRelation } from './describe-relation.ts'
import { irisUnder } from './iris.ts'
import { type Property, type } from './properties.ts'
import { type Description, literal } from './term.ts'
import { expand } from './vocabulary.ts'

/**
 * A graph in RDF, one resource after the other: the graph, documents, entities, relations with their evidence,
 * contradictions. `lean` leaves out what only another program needs: JSON and the selectors of Web Annotation.
 */
export function* describeGraph(
  source: OpenedGraph,
  settings: ExportSettings,
  { lean = false }: { readonly lean?: boolean } = {},
): Generator<Description> {
  const { graph } = source
  const iris = irisUnder(settings.base)
  const attributes = graph.getAttributes()
  yield {
    subject: iris.graph,
    properties: [
      [type, { iri: expand('rt:Graph') }],
      ...Object.entries(attributes).map(
        ([name, value]): Property => [expand(`rt:${name}`), literal(jsonCell(value) ?? 'null', 'json')],
      ),
    ],
  }
  for (const header of source.documents.values()) yield describeDocument(header, iris, lean)
  for (const { node, attributes: values } of graph.nodeEntries())
    yield describeEntity(node, values, settings, iris, lean)
  for (const entry of graph.edgeEntries()) {
    const claims = new Map<string, number>()
    const evidence = entry.attributes.evidence.map(({ claim }) => {
      const number = claims.get(claim) ?? 0
      claims.set(claim, number + 1)
      return iris.evidence(entry.edge, claim, number)
    })
    yield describeRelation(entry, evidence, settings, iris, lean)
    for (const [n, row] of entry.attributes.evidence.entries())
      yield* describeEvidence(row, n, evidence[n]!, entry.edge, source, iris, lean)
  }
  for (const [n, { kind, edges }] of attributes.contradictions.entries())
    yield {
      subject: iris.contradiction(n + 1),
      properties: [
        [type, { iri: expand('rt:Contradiction') }],
        [expand('rt:kind'), literal(kind)],
        ...edges.map((edge): Property => [expand('rt:between'), { iri: iris.relation(edge) }]),
      ],
    }
}
