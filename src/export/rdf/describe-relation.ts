import type { EdgeAttributes, NodeAttributes, Schema } from '../../model/index.ts'
import { isA } from '../../schema/is-a.ts'
import { edgeColumns } from '../columns.ts'
import { edgeLabel } from '../edge-label.ts'
import type { ExportSettings } from '../exporter.ts'
import { mappedRelation } from '../mappings.ts'
import { type Iris, ownProperty } from './iris.ts'
import { columnProperties, type Property, type } from './properties.ts'
import { type Description, dateLiteral, literal, type Term } from './term.ts'
import { expand } from './vocabulary.ts'

/** A value as schema.org has it: a date where it is one, else its words. */
const valueLiteral = ({ time, label: words }: NodeAttributes): Term =>
  time?.kind === 'at' && time.start !== undefined && time.start === (time.end ?? time.start)
    ? dateLiteral(time.start)
    : literal(words)

/** What a relation states, as a triple: a property of schema.org where the schema names one, else one of our own. */
function tripleOf(
  edge: RelationEntry,
  schema: Schema,
  iris: Iris,
): readonly [subject: string, property: string, object: Term] {
  const { relation } = edge.attributes
  const subject = iris.entity(edge.source)
  const object = iris.entity(edge.target)
  const isValue = (name: string): boolean => isA(schema, name, ['Value'])
  const mapped = mappedRelation(schema, relation, 'schema.org')
  const own = [subject, ownProperty(relation), { iri: object }] as const
  if (!mapped) return own
  const property = expand(`schema:${mapped.name}`)
  if (isValue(edge.targetAttributes.type)) {
    // A relation that takes places and dates alike is mapped to what is said of places.
    const onlyValues = schema.relations.get(relation)?.object.every(isValue) ?? false
    return onlyValues && !mapped.inverse ? [subject, property, valueLiteral(edge.targetAttributes)] : own
  }
  return mapped.inverse ? [object, property, { iri: subject }] : [subject, property, { iri: object }]
}

interface RelationEntry {
  readonly edge: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
  readonly targetAttributes: NodeAttributes
}

/**
 * A relation as a reified statement, which asserts nothing by itself, and a negative one also as OWL's negative
 * property assertion. Only what is affirmed and asserted is stated.
 */
export function describeRelation(
  edge: RelationEntry,
  evidence: readonly string[],
  { schema }: ExportSettings,
  iris: Iris,
  lean: boolean,
): Description {
  const { attributes } = edge
  const triple = tripleOf(edge, schema, iris)
  const [from, property, to] = triple
  const negative: Property[] =
    attributes.polarity === 'negative'
      ? [
          [type, { iri: expand('owl:NegativePropertyAssertion') }],
          [expand('owl:sourceIndividual'), { iri: from }],
          [expand('owl:assertionProperty'), { iri: property }],
          [expand('iri' in to ? 'owl:targetIndividual' : 'owl:targetValue'), to],
        ]
      : []
  return {
    subject: iris.relation(edge.edge),
    properties: [
      [type, { iri: expand('rt:Relation') }],
      [type, { iri: expand('rdf:Statement') }],
      ...negative,
      [expand('rdfs:label'), literal(edgeLabel(attributes))],
      [expand('rdf:subject'), { iri: from }],
      [expand('rdf:predicate'), { iri: property }],
      [expand('rdf:object'), to],
      [expand('rt:source'), { iri: iris.entity(edge.source) }],
      [expand('rt:target'), { iri: iris.entity(edge.target) }],
      [expand('rt:key'), literal(edge.edge)],
      ...columnProperties(attributes, edgeColumns, lean),
      ...evidence.map((iri): Property => [expand('prov:wasDerivedFrom'), { iri }]),
    ],
    ...(attributes.polarity === 'positive' && attributes.modality === 'asserted' && { statement: triple }),
  }
}
