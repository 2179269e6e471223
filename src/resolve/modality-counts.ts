import { type Modality, modalities } from '../model/index.ts'

/** How many there are of each modality, and the strongest of them. There must be one. */
export function countModalities(all: readonly Modality[]): {
  readonly modality: Modality
  readonly modalities: Partial<Record<Modality, number>>
} {
  const counts = modalities
    .map((m) => [m, all.filter((one) => one === m).length] as const)
    .filter(([, count]) => count > 0)
  return { modality: counts.at(-1)![0], modalities: Object.fromEntries(counts) }
}
