import { type Modality, modalities } from '../model/index.ts'

/** How many there are of each modality, and the strongest of them. There must be one. */
export function countModalities(all: readonly Modality[]): {
  readonly modality: Modality
  readonly modalities: Partial<Record<Modality, number>>
} {
  const counts: Partial<Record<Modality, number>> = {}
  let strongest: Modality = modalities[0]
  for (const modality of modalities) {
    let count = 0
    for (const one of all) if (one === modality) count++
    if (count === 0) continue
    counts[modality] = count
    strongest = modality
  }
  return { modality: strongest, modalities: counts }
}
