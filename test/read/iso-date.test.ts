import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDate } from '../../src/read/iso-date.ts'

test.each([
  ['2021-03-04', '2021-03-04'],
  ['2021-03-04T23:30:00-05:00', '2021-03-04'],
  ['20210304101500', undefined],
  ['20210304', '2021-03-04'],
  ['Thu, 04 Mar 2021 10:15:00 GMT', '2021-03-04'],
  ['Thursday, 4 March 2021', '2021-03-04'],
  ['March 4, 2021', '2021-03-04'],
  ['4th of March, 2021', '2021-03-04'],
  ['2021-03', '2021-03'],
  ['2021', '2021'],
  ['2021-02-30', undefined],
  ['04/03/2021', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('"%s" is %s', (words, date) => {
  expect(isoDate(words)).toBe(date)
})

test('any day from 1600 to 2099 is read from three ways of writing it', () => {
  const names = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  const days = fc.integer({
    min: Date.UTC(1600, 0, 1) / 86_400_000,
    max: Date.UTC(2099, 11, 31) / 86_400_000,
  })
  fc.assert(
    fc.property(days, (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      expect(isoDate(iso)).toBe(iso)
      expect(isoDate(`${date} ${names[month - 1]} ${year}`)).toBe(iso)
      expect(isoDate(`${names[month - 1]?.slice(0, 3)}. ${date}, ${year}`)).toBe(iso)
    }),
  )
})
