import type { EdgeAttributes, Evidence } from '../../../src/model/graph.ts'
import { sumRows } from '../../../src/resolve/sum-rows.ts'
import { unionFind } from '../../../src/resolve/union-find.ts'

/** A relation made of these rows of evidence: what the build counts is counted anew. */
export function withRows(attributes: EdgeAttributes, rows: readonly Evidence[]): EdgeAttributes {
  if (rows.length === 0) return { ...attributes, evidence: [] }
  const evidence = [...rows].sort((a, b) =>
    a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1,
  )
  return { ...attributes, ...sumRows(evidence), origins: countOrigins(evidence), evidence }
}

/** Independent sources: rows of one document are one, and so are a copy and what it copies. */
function countOrigins(rows: readonly Evidence[]): number {
  const sets = unionFind(rows.length)
  const first = new Map<string, number>()
  const byClaim = new Map(rows.map((row, number) => [row.claim, number]))
  rows.forEach(({ document, copyOf }, row) => {
    const known = first.get(document)
    if (known === undefined) first.set(document, row)
    else sets.union(known, row)
    const original = copyOf === undefined ? undefined : byClaim.get(copyOf)
    if (original !== undefined) sets.union(original, row)
  })
  return new Set(rows.map((_, row) => sets.find(row))).size
}
