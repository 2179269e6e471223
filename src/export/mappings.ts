import type { Schema } from '../model/index.ts'

/** What a relation is called in another vocabulary. `inverse`: there it leads from object to subject. */
export interface MappedRelation {
  readonly name: string
  readonly inverse: boolean
}

/** The name that the schema gives a relation elsewhere, `^` before one that leads the other way. */
export function mappedRelation(
  schema: Schema,
  relation: string,
  vocabulary: string,
): MappedRelation | undefined {
  const name = schema.relations.get(relation)?.mappings[vocabulary]
  if (!name) return undefined
  return name.startsWith('^') ? { name: name.slice(1), inverse: true } : { name, inverse: false }
}

/** The name of a type elsewhere, or of the nearest more general type that has one. */
export function mappedType(schema: Schema, type: string, vocabulary: string): string | undefined {
  const found = schema.types.get(type)
  for (const name of found ? [type, ...found.ancestors] : []) {
    const mapped = schema.types.get(name)?.mappings[vocabulary]
    if (mapped) return mapped
  }
  return undefined
}
