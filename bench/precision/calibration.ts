import { confidenceOf } from '../../src/extract/confidence.ts'
import type { RulePrecision } from '../../src/model/index.ts'
import type { Judgement } from './judgement.ts'

/** Counts what was judged of each rule. */
export function precisionOf(judgements: readonly Judgement[]): RulePrecision {
  const counts = new Map<string, [number, number]>()
  for (const { extractor, rule, verdict } of judgements) {
    const count = counts.get(`${extractor}\t${rule}`) ?? [0, 0]
    counts.set(`${extractor}\t${rule}`, [count[0] + (verdict === 'right' ? 1 : 0), count[1] + 1])
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How far confidences are from what was judged. */
export interface Calibration {
  /** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht, 2015). */
  readonly ece: number
  /** Mean squared difference between confidence and verdict (Brier, 1950). */
  readonly brier: number
  readonly judged: number
}

const folds = 5

/**
 * Calibration on judgements that the confidences were not made from: the documents are parted in five by
 * their hashes, and each part is scored with what was learnt from the others.
 */
export function heldOutCalibration(judgements: readonly Judgement[]): Calibration {
  const foldOf = ({ document }: Judgement): number => Number.parseInt(document.slice(-4), 16) % folds
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, count: 0 }))
  let squares = 0
  for (let fold = 0; fold < folds; fold++) {
    const learnt = precisionOf(judgements.filter((j) => foldOf(j) !== fold))
    for (const { extractor, rule, verdict } of judgements.filter((j) => foldOf(j) === fold)) {
      const confidence = confidenceOf(learnt, extractor, rule, 0.5)
      const right = verdict === 'right' ? 1 : 0
      const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
      bin.confidence += confidence
      bin.right += right
      bin.count++
      squares += (confidence - right) ** 2
    }
  }
  const judged = judgements.length
  const gaps = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0)
  return { ece: gaps / Math.max(1, judged), brier: squares / Math.max(1, judged), judged }
}
