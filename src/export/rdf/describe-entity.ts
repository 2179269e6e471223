import type { NodeAttributes } from '../../model/index.ts'
import { nodeColumns } from '../columns.ts'
import type { ExportSettings } from '../exporter.ts'
import { mappedType } from '../mappings.ts'
import { type Iris, ownType } from './iris.ts'
import { columnProperties, type } from './properties.ts'
import { type Description, literal } from './term.ts'
import { expand } from './vocabulary.ts'

/** An entity, with its type here and in schema.org, and its names. */
export function describeEntity(
  node: string,
  attributes: NodeAttributes,
  { schema }: ExportSettings,
  iris: Iris,
  lean: boolean,
): Description {
  const mapped = mappedType(schema, attributes.type, 'schema.org')
  return {
    subject: iris.entity(node),
    properties: [
      [type, { iri: expand('rt:Entity') }],
      [type, { iri: ownType(attributes.type) }],
      ...(mapped ? [[type, { iri: expand(`schema:${mapped}`) }] as const] : []),
      [expand('rdfs:label'), literal(attributes.label)],
      ...attributes.aliases.map((alias) => [expand('skos:altLabel'), literal(alias)] as const),
      [expand('rt:key'), literal(node)],
      ...columnProperties(attributes, nodeColumns, lean),
    ],
  }
}
