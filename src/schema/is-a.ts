import type { Schema } from '../model/index.ts'

/** Whether a type is one of the allowed ones or a kind of one; an empty list allows every type. */
export function isA(schema: Schema, type: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0 || allowed.includes(type)) return true
  return schema.types.get(type)?.ancestors.some((ancestor) => allowed.includes(ancestor)) ?? false
}
