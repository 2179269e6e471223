import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksByDeletion, type ContextWord } from '../../../src/resolve/across/deletions.ts'
import { editDistance } from '../../../src/schema/closest.ts'

const words: fc.Arbitrary<ContextWord[]> = fc
  .array(
    fc.record({
      context: fc.constantFrom('Place', 'Work', ''),
      word: fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝒜'), minLength: 1, maxLength: 6 }),
    }),
    { maxLength: 20 },
  )
  .map((list) => list.map((word, cluster) => ({ cluster, ...word })))

describe('blocksByDeletion', () => {
  it('brings together all words of one context that are at most one edit apart, and none of two contexts', () => {
    fc.assert(
      fc.property(words, (given) => {
        const pairs = new Set([...blocksByDeletion(given, 1000).pairs()].map(String))
        for (const [i, a] of given.entries())
          for (const [j, b] of given.entries())
            if (i < j && a.context !== b.context) expect(pairs.has(`${i},${j}`)).toBe(false)
            else if (i < j && editDistance(a.word, b.word) <= 1) expect(pairs.has(`${i},${j}`)).toBe(true)
      }),
    )
  })

  it('leaves out what more share than it was told', () => {
    const three = ['Amsel', 'Amsel', 'Amsel'].map((word, cluster) => ({ cluster, context: '', word }))
    expect([...blocksByDeletion(three, 3).pairs()]).toHaveLength(3)
    expect([...blocksByDeletion(three, 2).pairs()]).toHaveLength(0)
  })
})
