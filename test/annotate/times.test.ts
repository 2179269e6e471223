import { describe, expect, it } from 'vitest'
import { findTimes } from '../../src/annotate/times.ts'

const day = '2031-03-06' // a Thursday

function times(text: string, reference: string | undefined = day): string[] {
  return findTimes(text, 0, reference).map(({ start, end, time }) => {
    expect(text.slice(start, end)).toBe(time.text)
    return `${time.text} = ${time.kind} ${time.start ?? ''}..${time.end ?? ''} ${time.granularity}`
  })
}

describe('findTimes', () => {
  it.each([
    ['It ended in March 2020.', ['March 2020 = at 2020-03..2020-03 month']],
    ['She has led it since 2017.', ['2017 = span 2017.. year']],
    ['He stays until 2033.', ['2033 = span ..2033 year']],
    ['They met on Tuesday.', ['Tuesday = at 2031-03-04..2031-03-04 day']],
    ['It was published last week.', ['last week = at 2031-02-24..2031-03-02 week']],
    ['It happened last year.', ['last year = at 2030..2030 year']],
    ['It will open next month.', ['next month = at 2031-04..2031-04 month']],
    ['It met on 14 April 2031.', ['14 April 2031 = at 2031-04-14..2031-04-14 day']],
    ['Messages sent between 2016 and 2018.', ['2016 and 2018 = at 2016..2018 year']],
    ['She ran it from 2011 to 2014.', ['2011 to 2014 = span 2011..2014 year']],
    ['It must be done before 2035.', ['2035 = before ..2035 year']],
    ['It closed from May to June 2030.', ['May to June 2030 = span 2030-05..2030-06 month']],
    ['It opened in the 1990s.', ['1990s = at 1990..1999 year']],
    ['There were 2019 boats of 1,850 tonnes.', []],
    ['The sun sat low.', []],
    ['He may march in the sun.', []],
  ])('reads "%s"', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  it('reads nothing relative where the document has no date', () => {
    expect(findTimes('They met on Tuesday, last week, on 3 May and yesterday.', 0, undefined)).toEqual([])
    expect(findTimes('They met last week and in June 2018.', 0, undefined).map((t) => t.time.start)).toEqual([
      '2018-06',
    ])
  })

  it('shifts its spans by the offset of the text', () => {
    const [time] = findTimes('in March 2020', 100, day)
    expect(time).toMatchObject({ start: 103, end: 113 })
  })
})
