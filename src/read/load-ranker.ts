import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Ranker } from '../model/index.ts'

const shipped = fileURLToPath(new URL('../../data/models/coreference.json', import.meta.url))

/**
 * Reads the learnt model of coreference that comes with Redthread, or another of its form: the number of
 * features, the scale, and the weights that are not zero as pairs of feature and weight. Throws where the
 * file is missing or is not of this form, for then the installation is broken.
 */
export function loadRanker(file: string = shipped): Ranker {
  const { features, scale, weights } = JSON.parse(readFileSync(file, 'utf8')) as {
    features: number
    scale: number
    weights: [number, number][]
  }
  if (!(features > 0) || !(scale > 0) || !Array.isArray(weights))
    throw new Error(`${file} is no model of coreference; install Redthread again or name another file`)
  const table = new Int16Array(features)
  for (const [feature, weight] of weights) table[feature] = weight
  return { weights: table, scale }
}
