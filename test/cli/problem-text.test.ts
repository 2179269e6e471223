import { describe, expect, test } from 'vitest'
import { problemText } from '../../src/cli/problem-text.ts'
import { problemCounts, problemsText } from '../../src/cli/report-problems.ts'
import type { Problem } from '../../src/model/index.ts'

const problem: Problem = {
  severity: 'error',
  code: 'schema-unknown-key',
  message: 'There is no key "subjct"',
  hint: 'Did you mean "subject"?',
  file: 'mine.yaml',
  line: 2,
  column: 3,
}

describe('problemText', () => {
  test('gives place, severity, message, hint and code, and a caret below the column', () => {
    expect(problemText(problem, 'a:\n  subjct: b\n')).toBe(
      'mine.yaml:2:3: error: There is no key "subjct". Did you mean "subject"? [schema-unknown-key]\n' +
        '  2 |   subjct: b\n' +
        '    |   ^\n',
    )
  })

  test('cuts a long line around the place, the caret still below it', () => {
    const long = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`
    const [, shown, caret] = problemText({ ...problem, line: 1, column: 501 }, long).split('\n')
    expect(shown!.length).toBeLessThan(115)
    expect(shown!.slice(caret!.indexOf('^'))).toMatch(/^HEREy/)
  })

  test('shows control characters of a name and does not send them to the terminal', () => {
    const text = problemText({ ...problem, file: 'a\u001b[2J\u202e.txt' })
    expect(text).toContain('a<001B>[2J<202E>.txt')
  })

  test('prints no excerpt for a line that the file does not have', () => {
    expect(problemText({ ...problem, line: 9 }, 'a\n').split('\n')).toHaveLength(2)
  })
})

describe('problemsText', () => {
  const many = Array.from(
    { length: 14 },
    (_, n): Problem => ({
      severity: 'warning',
      code: 'encoding-invalid',
      message: `Text ${n} is not UTF-8`,
    }),
  )
  const note: Problem = { severity: 'info', code: 'relation-signature', message: 'Left out' }

  test('shows ten warnings of a kind, counts the rest and leaves notes out', () => {
    const lines = problemsText([...many, note], false)
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('4 more warnings [encoding-invalid]; --verbose shows them.')
  })

  test('shows everything when asked', () => {
    expect(
      problemsText([...many, note], true)
        .trimEnd()
        .split('\n'),
    ).toHaveLength(15)
  })

  test('counts by severity and kind', () => {
    expect(problemCounts([problem, ...many, note])).toEqual([
      '1 error: schema-unknown-key 1',
      '14 warnings: encoding-invalid 14',
      '1 note: relation-signature 1',
    ])
  })
})
