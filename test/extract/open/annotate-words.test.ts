import { describe, expect, it } from 'vitest'
import { annotateWords } from '../../../src/extract/views/annotate-words.ts'
import { loadAnnotator } from '../../../src/read/load-annotator.ts'

const read = (sentence: string): ReturnType<typeof annotateWords> =>
  annotateWords(
    loadAnnotator(),
    sentence.split(' ').filter((word) => word !== ''),
  )

describe('words that are given', () => {
  it.each([
    "The federation has `` no faith '' in the mayor .",
    'Ada Lindqvist -LRB- born 3 May 1950 -RRB- is a pilot .',
    "`` ''",
    '-LRB- a b c d e -RRB-',
    'The constructor left .',
    '',
  ])('stay as they are: %s', (sentence) => {
    const { tokens, sentences } = read(sentence)
    expect(tokens.map((t) => sentence.slice(t.start, t.end))).toEqual(
      sentence.split(' ').filter((w) => w !== ''),
    )
    tokens.forEach(({ head }, i) => {
      expect(head === -1 || (head! >= 0 && head! < tokens.length && head !== i)).toBe(true)
    })
    expect(sentences).toHaveLength(sentence === '' ? 0 : 1)
  })

  it('are read without the marks that stand in the way', () => {
    const { tokens } = read("The federation has `` no faith '' in the mayor .")
    expect(tokens.findIndex((t) => t.head === -1)).toBe(2)
    expect(tokens[5]).toMatchObject({ lemma: 'faith', head: 2, deprel: 'obj' })
  })
})
