import { describe, expect, test } from 'vitest'
import { coverage } from '../../viewer/src/text/coverage.ts'
import { cutText } from '../../viewer/src/text/cut-text.ts'
import { sayNumber, withNoun } from '../../viewer/src/text/numbers.ts'
import { sayDate, sayTime } from '../../viewer/src/text/say.ts'

const text = 'The mayor met the harbour board on Friday.'

describe('cutText', () => {
  const marks = [
    { start: 4, end: 26, mark: 'a' },
    { start: 14, end: 31, mark: 'b' },
    { start: 9, end: 9, mark: 'empty' },
    { start: 35, end: 900, mark: 'beyond' },
  ]

  test('gives back exactly the text it was given', () => {
    const pieces = cutText(text, { start: 0, end: text.length }, marks)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    for (const piece of pieces) expect(piece.text).toBe(text.slice(piece.start, piece.end))
  })

  test('lets marks overlap', () => {
    const pieces = cutText(text, { start: 0, end: text.length }, marks)
    const marked = (mark: string): string =>
      pieces
        .filter((piece) => piece.marks.includes(mark))
        .map((piece) => piece.text)
        .join('')
    expect(marked('a')).toBe('mayor met the harbour ')
    expect(marked('b')).toBe('the harbour board')
    expect(marked('beyond')).toBe('Friday.')
  })

  test('cuts only the part asked for', () => {
    expect(cutText(text, { start: 10, end: 13 }, marks)).toEqual([
      { start: 10, end: 13, text: 'met', marks: ['a'] },
    ])
  })
})

describe('coverage', () => {
  test('counts letters of the story only', () => {
    expect(coverage('aaaa bbbb cccc', [{ start: 10, end: 14 }], [{ start: 0, end: 4 }])).toBe(0.5)
    expect(coverage('aaaa', [{ start: 0, end: 4 }], [{ start: 0, end: 4 }])).toBe(0)
  })
})

describe('dates and numbers in words', () => {
  test.each([
    ['2022-02-10', '10 February 2022'],
    ['2020-03', 'March 2020'],
    ['2017', '2017'],
    ['2022-02-10T09:30', '10 February 2022'],
    ['soon', 'soon'],
  ])('%s is %s', (date, said) => {
    expect(sayDate(date)).toBe(said)
  })

  test('says how a time holds', () => {
    const time = { granularity: 'year', text: 'then' } as const
    expect(sayTime({ ...time, kind: 'span', start: '2017' })).toBe('since 2017')
    expect(sayTime({ ...time, kind: 'at', start: '2020-03', end: '2020-03' })).toBe('March 2020')
    expect(sayTime({ ...time, kind: 'before', end: '2021' })).toBe('before 2021')
    expect(sayTime({ ...time, kind: 'at' })).toBe('then')
  })

  test('groups thousands and picks the noun', () => {
    expect([sayNumber(999), sayNumber(1234), sayNumber(1234567)]).toEqual(['999', '1,234', '1,234,567'])
    expect([withNoun(1, 'entity', 'entities'), withNoun(2, 'entity', 'entities')]).toEqual([
      '1 entity',
      '2 entities',
    ])
  })
})
