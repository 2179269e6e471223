import { modalities } from '../../../src/model/claim.ts'
import type { EdgeAttributes, Evidence } from '../../../src/model/graph.ts'

/** A relation made of these rows of evidence: what the build counts is counted anew. */
export function withRows(attributes: EdgeAttributes, rows: readonly Evidence[]): EdgeAttributes {
  const evidence = [...rows].sort((a, b) =>
    a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1,
  )
  const counts = Object.fromEntries(
    modalities
      .map((modality) => [modality, evidence.filter((row) => row.modality === modality).length] as const)
      .filter(([, count]) => count > 0),
  )
  const times = new Map(
    evidence
      .flatMap((row) => row.times)
      .map((time) => [[time.kind, time.start, time.end].join(' '), time] as const)
      .toReversed(),
  )
  return {
    ...attributes,
    modality: modalities.findLast((modality) => counts[modality] !== undefined) ?? attributes.modality,
    modalities: counts,
    times: [...times].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, time]) => time),
    confidence: evidence.reduce((most, row) => Math.max(most, row.confidence), 0),
    origins: countOrigins(evidence),
    documents: new Set(evidence.map((row) => row.document)).size,
    evidence,
  }
}

/** Independent sources: rows of one document are one, and so are a copy and what it copies. */
function countOrigins(rows: readonly Evidence[]): number {
  const parent = rows.map((_, row) => row)
  const find = (row: number): number => (parent[row] === row ? row : find(parent[row]!))
  const first = new Map<string, number>()
  const byClaim = new Map(rows.map((row, number) => [row.claim, number]))
  rows.forEach(({ document, copyOf }, row) => {
    const known = first.get(document)
    if (known === undefined) first.set(document, row)
    else parent[find(row)] = find(known)
    const original = copyOf === undefined ? undefined : byClaim.get(copyOf)
    if (original !== undefined) parent[find(row)] = find(original)
  })
  return new Set(rows.map((_, row) => find(row))).size
}
