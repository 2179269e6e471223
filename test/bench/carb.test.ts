import { describe, expect, it } from 'vitest'
import { type CarbExtraction, readCarb, readCarbExtractions, scoreCarb } from '../../bench/openie/carb.ts'

const gold = readCarb(
  [
    'Vale sold the boat to Amsel .\tsold\tVale\tthe boat\tto Amsel',
    'Vale sold the boat to Amsel .\tbought\tAmsel\tthe boat\tC: from Vale',
    'It failed , Vale said .\tsaid\tVale\tIt failed',
  ].join('\n'),
)
const score = (lines: readonly string[]): ReturnType<typeof scoreCarb> =>
  scoreCarb(gold, readCarbExtractions(lines.join('\n')))

describe('the score of CaRB', () => {
  it('leaves out gold arguments that are marked as context', () => {
    expect(gold.get('Vale sold the boat to Amsel .')![1]!.args).toEqual(['Amsel', 'the boat'])
  })

  it('is 1 for the gold itself', () => {
    const found = new Map<string, CarbExtraction[]>(
      [...gold].map(([sentence, tuples]) => [sentence, tuples.map((t) => ({ ...t, confidence: 1 }))]),
    )
    expect(scoreCarb(gold, found)).toMatchObject({ precision: 1, recall: 1, f1: 1, extractions: 3 })
  })

  it('counts tokens over all slots, arguments after the first as one', () => {
    // "sold", "Vale", "the boat": 4 of 4 predicted words are right, 4 of the 6 gold words are found.
    const { precision, recall } = score(['Vale sold the boat to Amsel .\t1\tsold\tVale\tthe boat'])
    expect(precision).toBe(1)
    expect(recall).toBeCloseTo(4 / 6 / 3, 10)
  })

  it('gives nothing to a tuple whose relation shares no word', () => {
    expect(score(['Vale sold the boat to Amsel .\t1\tmoved\tVale\tthe boat'])).toMatchObject({ f1: 0 })
  })

  it('lets a bare "be" stand for a form of it', () => {
    const one = readCarb('Vale is tall .\tis\tVale\ttall')
    const found = readCarbExtractions('Vale is tall .\t1\tbe\tVale\ttall')
    expect(scoreCarb(one, found).f1).toBe(1)
  })

  it('allows the arguments of "said" to be swapped', () => {
    expect(score(['It failed , Vale said .\t1\tsaid\tIt failed\tVale']).precision).toBe(1)
    expect(score(['Vale sold the boat to Amsel .\t1\tsold\tthe boat to Amsel\tVale']).precision).toBeLessThan(
      1,
    )
  })

  it('counts a second reading of one fact against precision', () => {
    const line = 'It failed , Vale said .\t1\tsaid\tVale\tIt failed'
    expect(score([line, line]).precision).toBe(0.5)
  })

  it('takes the threshold of confidence with the best F1', () => {
    const right = 'It failed , Vale said .\t0.9\tsaid\tVale\tIt failed'
    const wrong = 'It failed , Vale said .\t0.2\tfailed\tVale\tVale'
    expect(score([right, wrong])).toEqual(score([right]))
  })
})
