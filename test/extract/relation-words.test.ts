import { describe, expect, it } from 'vitest'
import { participleOf } from '../../src/extract/relation-words.ts'

describe('participles', () => {
  it.each([
    ['move', 'moved'],
    ['carry', 'carried'],
    ['send', 'sent'],
    // Rare ones stand beside the lemmas of their forms.
    ['fling', 'flung'],
    ['swing', 'swung'],
    ['freeze', 'frozen'],
    ['strike', 'struck'],
    ['plead', 'pleaded'],
  ])('of %s is %s', (lemma, participle) => {
    expect(participleOf(lemma)).toBe(participle)
  })
})
