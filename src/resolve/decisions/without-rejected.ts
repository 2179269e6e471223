import type { Evidence, Relation } from '../../model/index.ts'
import { countModalities } from '../modality-counts.ts'

/**
 * Relations without the nodes that were rejected. Edges at them go; as a speaker a rejected node leaves a report
 * by nobody known, never a statement of the article's own; as a qualifier its words stay.
 */
export function withoutRejected(relations: readonly Relation[], rejected: ReadonlySet<string>): Relation[] {
  if (rejected.size === 0) return [...relations]
  const rowWithout = (row: Evidence): Evidence => {
    const speakers = row.speakers.filter((key) => !rejected.has(key))
    const silenced = speakers.length < row.speakers.length
    return {
      ...row,
      speakers,
      modality: silenced && row.modality === 'asserted' ? 'reported' : row.modality,
      qualifiers: row.qualifiers.map(({ entity, ...rest }) =>
        entity === undefined || !rejected.has(entity)
          ? { ...rest, ...(entity === undefined ? {} : { entity }) }
          : { ...rest, value: row.quote.slice(rest.start - row.start, rest.end - row.start) },
      ),
    }
  }
  const edgeWithout = (edge: Relation): Relation => {
    const evidence = edge.evidence.map(rowWithout)
    return { ...edge, ...countModalities(evidence.map(({ modality }) => modality)), evidence }
  }
  return relations
    .filter(({ source, target }) => !rejected.has(source) && !rejected.has(target))
    .map((edge) =>
      edge.evidence.some(
        ({ speakers, qualifiers }) =>
          speakers.some((key) => rejected.has(key)) ||
          qualifiers.some(({ entity }) => entity !== undefined && rejected.has(entity)),
      )
        ? edgeWithout(edge)
        : edge,
    )
}
