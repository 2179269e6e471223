import type { Evidence, Relation, Time } from '../model/index.ts'
import { countModalities } from './modality-counts.ts'

/** What a relation says of its rows of evidence taken together. There must be one at least. */
export function sumRows(
  evidence: readonly Evidence[],
): Pick<Relation, 'modality' | 'modalities' | 'times' | 'confidence' | 'documents'> {
  const { modality, modalities } = countModalities(evidence.map((row) => row.modality))
  return {
    modality,
    modalities,
    times: distinctTimes(evidence),
    confidence: evidence.reduce((most, { confidence }) => Math.max(most, confidence), 0),
    documents: new Set(evidence.map(({ document }) => document)).size,
  }
}

function distinctTimes(evidence: readonly Evidence[]): Time[] {
  const all = evidence.flatMap(({ times }) => times)
  if (all.length < 2) return all
  const found = new Map<string, Time>()
  for (const time of all) {
    const key = [time.kind, time.start, time.end].join(' ')
    if (!found.has(key)) found.set(key, time)
  }
  return [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, time]) => time)
}
