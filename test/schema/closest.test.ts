import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { choiceHint, closest, editDistance } from '../../src/schema/closest.ts'

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['kahn', 'khan', 1],
    ['ca', 'abc', 3],
  ])('from "%s" to "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })

  it('is exact up to a bound, and above it where it is more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, most) => {
        const exact = editDistance(a, b)
        const bounded = editDistance(a, b, most)
        if (exact <= most) expect(bounded).toBe(exact)
        else expect(bounded).toBeGreaterThan(most)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('closest', () => {
  it('finds the word that was meant and nothing where none is near', () => {
    expect(closest('subjct', ['object', 'subject', 'label'])).toBe('subject')
    expect(closest('zebra', ['object', 'subject'])).toBeUndefined()
  })
  it('gives the same answer in any order of candidates', () => {
    expect(closest('bat', ['cat', 'hat'])).toBe(closest('bat', ['hat', 'cat']))
  })
})

test('the hint for a word names the one that was meant, else all that there are or as many as are asked for', () => {
  const fruit = ['apple', 'cherry', 'plum']
  expect(choiceHint('aple', fruit)).toBe('Did you mean "apple"?')
  expect(choiceHint('zucchini', fruit)).toBe('Choose from: apple, cherry, plum.')
  expect(choiceHint('zucchini', fruit, 2)).toBe('Choose from: apple, cherry and 1 more.')
})
