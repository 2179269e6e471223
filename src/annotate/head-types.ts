import type { Schema } from '../model/index.ts'

/** The entity type that a noun tells of what it names, by the `heads` of the schema's types. */
export interface HeadTypes {
  typeOf(lemma: string, plural: boolean): string | undefined
  /** Whether the noun names an office or position. */
  isRole(lemma: string): boolean
}

/**
 * Compiles the head words of a schema. A plural that may be a group is one; a singular role comes first; then the more
 * special of two types, one of which is the other, and the one declared first.
 */
export function compileHeadTypes(schema: Schema): HeadTypes {
  const types = new Map<string, string[]>()
  for (const type of schema.types.values())
    for (const head of type.heads) types.set(head, [...(types.get(head) ?? []), type.name])
  const special = (type: string, found: readonly string[]): boolean =>
    !found.some((other) => other !== type && schema.types.get(other)?.ancestors.includes(type))
  return {
    typeOf(lemma, plural) {
      const found = types.get(lemma)
      if (!found) return undefined
      if (plural && found.includes('Group')) return 'Group'
      if (!plural && found.includes('Role')) return 'Role'
      return found.find((type) => type !== 'Group' && special(type, found)) ?? 'Person'
    },
    isRole: (lemma) => types.get(lemma)?.includes('Role') ?? false,
  }
}
