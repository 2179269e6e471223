import { describe, expect, it } from 'vitest'
import { confidenceOf } from '../../src/extract/confidence.ts'
import type { RulePrecision } from '../../src/model/index.ts'

const judged: RulePrecision = {
  'mine\tverb own: X meet Y': [20, 20],
  'mine\tverb own: X hit Y': [0, 20],
  'mine\tverb matrix: X meet Y': [1, 4],
}

describe('the confidence of a claim', () => {
  it('is what the extractor says where none of its claims were judged', () => {
    expect(confidenceOf(undefined, 'mine', 'verb own: X meet Y', 0.7)).toBe(0.7)
    expect(confidenceOf(judged, 'other', 'verb own: X meet Y', 0.7)).toBe(0.7)
  })

  it('follows the rule where many claims were judged, and its kind where none were', () => {
    const right = confidenceOf(judged, 'mine', 'verb own: X meet Y', 0.7)
    const wrong = confidenceOf(judged, 'mine', 'verb own: X hit Y', 0.7)
    const unknown = confidenceOf(judged, 'mine', 'verb own: X sue Y', 0.7)
    expect(right).toBeGreaterThan(0.85)
    expect(wrong).toBeLessThan(0.15)
    // 22 of 46 for the extractor, 20 of 40 and four such judgements for the kind.
    expect(unknown).toBe(0.5)
  })

  it('is never sure of a rule that was judged a few times', () => {
    expect(confidenceOf({ 'mine\tcalled': [2, 2] }, 'mine', 'called', 0.7)).toBeLessThan(0.95)
  })

  it('takes no name of the prototype chain for a rule', () => {
    expect(confidenceOf(judged, '__proto__', 'constructor', 0.7)).toBe(0.7)
    expect(confidenceOf(judged, 'mine', 'constructor', 0.7)).toBeCloseTo(22 / 46, 1)
  })
})
