import { describe, expect, test } from 'vitest'
import { durationText, progressReporter, progressText } from '../../src/cli/progress.ts'

describe('progressText', () => {
  test('tells documents, rate and time left', () => {
    expect(progressText({ done: 30, total: 90, document: 'a' }, 10)).toBe(
      '30 of 90 documents, 3.0 a second, 20 s left',
    )
    expect(progressText({ done: 500, document: 'a' }, 10)).toBe('500 documents, 50 a second')
  })

  test('names no total where files hold more documents than there are files', () => {
    expect(progressText({ done: 7, total: 1, document: 'a' }, 7)).toBe('7 documents, 1.0 a second, 0 s left')
  })
})

test('durationText grows coarser with the time', () => {
  expect([4.2, 89, 600, 7500].map(durationText)).toEqual(['5 s', '89 s', '10 min', '2 h 5 min'])
})

describe('progressReporter', () => {
  function written(isTerminal: boolean, total: number): string[] {
    const texts: string[] = []
    let now = 0
    const sink = { isTerminal, columns: 60, write: (text: string) => texts.push(text), now: () => now }
    const reporter = progressReporter(sink)
    for (let done = 1; done <= total; done++) {
      now += 20
      reporter.show({ done, total, document: `folder/${'long-'.repeat(30)}${done}.txt\u001b[31m` })
    }
    reporter.clear()
    return texts
  }

  test('rewrites one line on a terminal, never longer than it is wide', () => {
    const texts = written(true, 100)
    expect(texts.length).toBeLessThan(30)
    expect(texts.at(-1)).toBe('\r\u001b[2K')
    for (const text of texts) {
      expect(text.startsWith('\r\u001b[2K')).toBe(true)
      expect(text.slice(5)).not.toContain('\u001b')
      expect(text.length).toBeLessThan(65)
    }
  })

  test('writes a plain line at each tenth elsewhere', () => {
    const texts = written(false, 100)
    expect(texts).toHaveLength(10)
    expect(texts[0]).toBe('10 of 100 documents, 50 a second, 2 s left\n')
    expect(texts.join('')).not.toContain('\u001b')
  })
})
