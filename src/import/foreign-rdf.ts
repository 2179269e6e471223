import { expand } from '../export/rdf/vocabulary.ts'
import type { LooseEdge, LooseGraph } from './loose-graph.ts'
import type { Statement } from './read-rdf.ts'

const type = expand('rdf:type')
/** Properties whose object names the subject. */
const names = new Set([
  expand('rdfs:label'),
  expand('skos:prefLabel'),
  expand('schema:name'),
  'http://schema.org/name',
  'http://xmlns.com/foaf/0.1/name',
])

/** The last part of an IRI as words: `http://xmlns.com/foaf/0.1/worksFor` is `works for`. */
const words = (iri: string): string =>
  iri
    .replace(/^.*[/#:](?=[^/#:])/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()

/** The graph of any RDF: resources are nodes, statements between them edges, other texts are left out. */
export function foreignRdf(all: readonly Statement[]): LooseGraph {
  const nodes = new Map<string, Record<string, string>>()
  const node = (iri: string): Record<string, string> => {
    const found = nodes.get(iri) ?? {}
    nodes.set(iri, found)
    return found
  }
  const edges: LooseEdge[] = []
  for (const { subject, predicate, object, resource } of all) {
    const values = node(subject)
    if (predicate === type) values.type = object.replace(/^.*[/#:]/, '')
    else if (names.has(predicate)) values.label = object
    else if (resource) {
      node(object)
      edges.push({ source: subject, target: object, values: { relation: words(predicate) } })
    } else values[words(predicate)] = object
  }
  for (const [iri, values] of nodes) values.label ??= words(iri)
  return {
    attributes: {},
    nodes: [...nodes].map(([key, values]) => ({ key, values })),
    edges,
    documents: [],
    undirected: false,
  }
}
