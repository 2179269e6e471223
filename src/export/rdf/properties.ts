import type { Column } from '../columns.ts'
import { literal, type Term } from './term.ts'
import { expand } from './vocabulary.ts'

/** A statement about the subject of a description. */
export type Property = readonly [predicate: string, object: Term]

/** `rdf:type`, which every description has. */
export const type: string = expand('rdf:type')

/** The columns of an item as properties of Redthread's own; `lean`: without those that are JSON. */
export function columnProperties<Item>(
  item: Item,
  columns: readonly Column<Item>[],
  lean: boolean,
): Property[] {
  const properties: Property[] = []
  for (const column of columns) {
    if (lean && column.type === 'json') continue
    const value = column.value(item)
    if (value !== undefined) properties.push([expand(`rt:${column.name}`), literal(value, column.type)])
  }
  return properties
}
