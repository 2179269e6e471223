import type { FacetId } from '../graph/facets.ts'
import { t } from './language.ts'
import { sayDate } from './say.ts'

/** A value of a facet in words: what the page itself calls it, else its label in the graph. */
export function sayValue(facet: FacetId, key: string, label: string): string {
  if (facet === 'modality') return t().modality[key] ?? label
  const own = t().facetValue[`${facet} ${key}`]
  if (own !== undefined) return own
  return facet === 'date' ? sayDate(key) : label
}
