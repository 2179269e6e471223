import { describe, expect, it } from 'vitest'
import { annotateAroundAsides } from '../../src/annotate/annotate-around-asides.ts'
import { findAsides, withoutAsides } from '../../src/annotate/asides.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { claimsOf } from '../extract/read-claims.ts'

const asidesOf = (text: string): string[] =>
  findAsides(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

describe('asides', () => {
  it.each([
    ['The union has "no faith" in the mayor.', ['mark "', 'mark "']],
    ['The mayor called it “a very public ousting” on Friday.', ['mark “', 'mark ”']],
    ['The song "Lights of the Northern Quay" was played.', ['title "Lights of the Northern Quay"']],
    ['The ferry sank.[2] She won.[a]', ['bracket [2]', 'bracket [a]']],
    ['Ada Lindqvist (born 3 May 1950) was a pilot.', ['bracket (born 3 May 1950)']],
  ])('are found in %s', (text, expected) => {
    expect(asidesOf(text)).toEqual(expected)
  })

  it.each([
    'Ruth Amsel said: "The wheel broke."',
    '"The wheel broke," said Ruth Amsel.',
    'The Maritime Accident Board (MAB) met.',
    'The quay (which had closed) was sold.',
    'It is 5" wide and 3" deep.',
  ])('are not found in %s', (text) => {
    expect(asidesOf(text)).toEqual([])
  })

  it.each([
    '"',
    '“”',
    'a "b c d" (e f g h i) [1]',
    '(one two three four five)',
    '[1][2][3]',
    '(see [1] and the other two [2] below), he said, and (a "b c" d e) left',
    'said "a. b" and "c d',
    'x "The Long Night of the Sea" y "The Long Night of the Sea" z',
    '\n\n(a b c d\n)',
    'He saw "THE BIG RED BOAT" (the one two three four) "no more" [b].',
    'She read "10 20 30 40" aloud.',
    'She read "𐐀𐐨 Big Red Boat" aloud.',
  ])('leave an annotation in which every token is a word of %j', (text) => {
    const asides = findAsides(text)
    expect(withoutAsides(text, asides)).toHaveLength(text.length)
    const { tokens, sentences, names } = annotateAroundAsides(text, loadAnnotator())
    let end = 0
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(end)
      expect(text.slice(token.start, token.end)).toMatch(/^\S+$/)
      end = token.end
    }
    expect(sentences.flatMap((s) => [s.firstToken, s.endToken])).toEqual(
      sentences.flatMap((s, i) => [i === 0 ? 0 : sentences[i - 1]!.endToken, s.endToken]),
    )
    expect(sentences.at(-1)?.endToken ?? 0).toBe(tokens.length)
    for (const { firstToken, endToken } of sentences)
      for (let i = firstToken; i < endToken; i++) {
        const head = tokens[i]!.head!
        expect(head === -1 || (head >= firstToken && head < endToken && head !== i)).toBe(true)
      }
    for (const name of names) expect(name.end).toBeLessThanOrEqual(text.length)
  })

  it('do not break the reading of the clause around them', () => {
    expect(claimsOf('The federation said it had "no faith" in the mayor.')).toContain(
      'it | not has-confidence-in | mayor {reported: federation}',
    )
    expect(
      claimsOf(
        'Ada Lindqvist (ˈɑːda; Swedish: ˈlɪndkvɪst; 8 September 1841 – 1 May 1904) was the mayor of Varn.',
      ),
    ).toEqual(
      expect.arrayContaining([
        'Ada Lindqvist | born-in | 8 September 1841',
        'Ada Lindqvist | died-in | 1 May 1904',
        'Ada Lindqvist | holds-position | mayor of Varn',
        'Ada Lindqvist | governs | Varn',
      ]),
    )
  })
})
