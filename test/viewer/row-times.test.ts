import { describe, expect, test } from 'vitest'
import type { Time } from '../../src/model/time.ts'
import { dayOf, isoOf, passingRows, spanOf } from '../../viewer/src/graph/row-times.ts'

const time = (rest: Omit<Time, 'granularity' | 'text'>): Time => ({ granularity: 'day', text: '', ...rest })

describe('days', () => {
  test.each([
    ['1970-01-01', false, 0],
    ['1970-01-02', false, 1],
    ['1970', true, 364],
    ['1972-02', true, 789],
    ['1969-12-31T23:10', false, -1],
  ])('%s (last day: %s) is day %i', (date, end, day) => {
    expect(dayOf(date, end)).toBe(day)
  })

  test('come back as the date they were made from, in any century', () => {
    for (const date of ['-000043-03-15', '0031-03-15', '1066-10-14', '1899-12-31', '2024-02-29'])
      expect(isoOf(dayOf(date))).toBe(date)
  })

  test('are none for what is no date', () => {
    expect(dayOf('soon')).toBeNaN()
    expect(dayOf(undefined)).toBeNaN()
  })
})

describe('the span of a time', () => {
  test('covers a month to its last day', () => {
    const [first, last] = spanOf(time({ kind: 'at', start: '2021-02', end: '2021-02' }))
    expect([isoOf(first), isoOf(last)]).toEqual(['2021-02-01', '2021-02-28'])
  })

  test('is open where the words leave it open', () => {
    expect(spanOf(time({ kind: 'span', start: '2017' }))[1]).toBe(Number.POSITIVE_INFINITY)
    expect(spanOf(time({ kind: 'before', end: '2021-05-04' }))).toEqual([
      Number.NEGATIVE_INFINITY,
      dayOf('2021-05-04'),
    ])
    expect(spanOf(time({ kind: 'after', start: '2021-05-04' }))[0]).toBe(dayOf('2021-05-04'))
    expect(spanOf(time({ kind: 'at' }))[0]).toBeNaN()
  })
})

describe('passingRows', () => {
  const rows = {
    first: Float64Array.of(10, 40, Number.NaN, Number.NEGATIVE_INFINITY),
    last: Float64Array.of(20, 40, Number.NaN, 15),
  }

  test('keeps what overlaps, both ends included', () => {
    const range = { basis: 'event', undated: false } as const
    expect([...passingRows(rows, { ...range, from: 20, to: 30 })]).toEqual([1, 0, 0, 0])
    expect([...passingRows(rows, { ...range, from: 15, to: 40 })]).toEqual([1, 1, 0, 1])
    expect([...passingRows(rows, range)]).toEqual([1, 1, 0, 1])
  })

  test('keeps what has no time only where that is asked for', () => {
    expect([...passingRows(rows, { basis: 'event', from: 100, to: 200, undated: true })]).toEqual([
      0, 0, 1, 0,
    ])
  })
})
