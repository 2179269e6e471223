import { describe, expect, it } from 'vitest'
import { numberMentions } from '../../src/extract/number-mentions.ts'
import type { Mention } from '../../src/model/index.ts'

const text = 'Ann met Annabel. Ann, so Ann Berg said, met Ann Berg.'
const at = (words: string, start: number): Mention => ({
  id: `${start}`,
  start,
  end: start + words.length,
  kind: 'named',
  text: words,
  head: { start, end: start + words.length, text: words, lemma: words },
  sentence: 0,
})

describe('the place of a mention among its words', () => {
  it('counts as a search in the text does', () => {
    const mentions = [
      at('Ann', 0),
      at('Annabel', 8),
      at('Ann', 17),
      at('Ann Berg', 25),
      at('Ann Berg', 44),
      at('Ann', 44),
    ]
    expect(numberMentions(mentions, text).map(({ text: words, nth }) => [words, nth])).toEqual([
      ['Ann', undefined],
      ['Annabel', undefined],
      ['Ann', 3],
      ['Ann Berg', undefined],
      ['Ann Berg', 2],
      ['Ann', 5],
    ])
  })

  it('counts places that overlap, and survives a mention that is not in the text', () => {
    expect(numberMentions([at('aa', 2), at('x', 9)], 'aaaa').map(({ nth }) => nth)).toEqual([3, undefined])
  })
})
