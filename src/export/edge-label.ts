import type { EdgeAttributes } from '../model/index.ts'

const not = 'not '

/** The label of a relation as other programs show it: a negative one begins with `not`. */
export function edgeLabel({ label, polarity }: Pick<EdgeAttributes, 'label' | 'polarity'>): string {
  return polarity === 'negative' ? `${not}${label}` : label
}

/** The label that `edgeLabel` was given. */
export function plainLabel(shown: string, polarity: unknown): string {
  return polarity === 'negative' && shown.startsWith(not) ? shown.slice(not.length) : shown
}
