import type { Facet } from '../graph/facets.ts'

/** How many colours the palette of entity types has; the last is for all further types. */
export const paletteSize = 9

/** The colours that well-known types always have, so that one graph looks like another. */
const usual: Record<string, number> = {
  person: 0,
  organisation: 1,
  organization: 1,
  place: 2,
  role: 3,
  office: 3,
  event: 4,
  work: 5,
  group: 6,
  value: 7,
}

/** Number in the palette for each value of the facet of types: the usual one, else the next that is free. */
export function typeColors(types: Facet): number[] {
  const taken = new Set(types.values.flatMap(({ key }) => usual[key.toLowerCase()] ?? []))
  const free = Array.from({ length: paletteSize - 1 }, (_, color) => color).filter(
    (color) => !taken.has(color),
  )
  return types.values.map(({ key }) => usual[key.toLowerCase()] ?? free.shift() ?? paletteSize - 1)
}
