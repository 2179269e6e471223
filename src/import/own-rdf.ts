import { evidenceColumns } from '../export/evidence-columns.ts'
import { expand, prefixes } from '../export/rdf/vocabulary.ts'
import type { DocumentHeader } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import { evidenceOf } from './decode-columns.ts'
import type { LooseGraph } from './loose-graph.ts'
import { parseJson } from './parse-json.ts'
import type { Statement } from './read-rdf.ts'

/** What is said of one subject: its classes, and its properties of Redthread's own. */
interface Resource {
  readonly classes: Set<string>
  readonly values: Record<string, string>
}

/** The labels of a graph have a property that is not of our own. */
const label = expand('rdfs:label')
const type = expand('rdf:type')
const body = expand('oa:hasBody')

/** The graph that Redthread wrote as RDF; statements of other vocabularies only repeat what is read here. */
export function ownRdf(all: readonly Statement[], file: string): LooseGraph {
  const resources = new Map<string, Resource>()
  for (const { subject, predicate, object } of all) {
    const resource = resources.get(subject) ?? { classes: new Set(), values: {} }
    resources.set(subject, resource)
    if (predicate === type) resource.classes.add(object)
    else if (predicate === label) resource.values.label = object
    else if (predicate === body) resource.values[body] = object
    else if (predicate.startsWith(prefixes.rt)) resource.values[predicate.slice(prefixes.rt.length)] = object
  }
  const of = (name: string): [iri: string, Resource][] => {
    const wanted = expand(`rt:${name}`)
    return [...resources].filter(([, { classes }]) => classes.has(wanted))
  }

  const evidence = new Map<string, { number: number; row: Evidence }[]>()
  for (const [iri, { values }] of of('Evidence')) {
    const one = { number: Number(values.number), row: evidenceOf(values, evidenceColumns, iri, file) }
    const relation = values[body] ?? ''
    const rows = evidence.get(relation)
    if (rows) rows.push(one)
    else evidence.set(relation, [one])
  }
  const keyOf = (iri: string): string => resources.get(iri)?.values.key ?? iri
  const attributes = of('Graph').flatMap(([, { values }]) =>
    Object.entries(values).map(([name, value]) => [name, parseJson(file, `"${name}"`, value)]),
  )
  return {
    attributes: Object.fromEntries(attributes),
    nodes: of('Entity').map(([iri, { values }]) => ({ key: keyOf(iri), values })),
    edges: of('Relation').map(([iri, { values }]) => ({
      key: keyOf(iri),
      source: keyOf(values.source ?? ''),
      target: keyOf(values.target ?? ''),
      values,
      evidence: (evidence.get(iri) ?? []).sort((a, b) => a.number - b.number).map(({ row }) => row),
    })),
    documents: of('Document').map(
      ([, { values }]) => parseJson(file, 'a document', values.header ?? 'null') as DocumentHeader,
    ),
    undirected: false,
  }
}
