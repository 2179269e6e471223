import { describe, expect, test } from 'vitest'
import { freshFolder, redthread } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)

describe('redthread query --sparql', () => {
  test('answers, and points at what is wrong in a query', () => {
    const ask = 'ASK { ?r rt:polarity "negative" }'
    expect(redthread(['query', out, '--sparql', ask])).toEqual({ code: 0, out: 'true\n', err: '' })
    expect(redthread(['query', out, '--sparql', '@-'], { input: ask }).out).toBe('true\n')
    const wrong = redthread(['query', out, '--sparql', 'SELECT ?x\nWHERE { ?x nope:y ?z }'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toMatch(
      /^--sparql:2:\d+: error: .*prefix.*\[sparql-invalid\]\n {2}2 \| WHERE .*\n {4}\| +\^\n$/,
    )
    expect(redthread(['query', out, 'stats', '--sparql', ask]).code).toBe(2)
    expect(redthread(['query', out]).err).toContain('There is no question')
  })
})
