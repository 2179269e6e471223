import { describe, expect, it } from 'vitest'
import { readQasrl, scoreQasrl, type TokenSpan } from '../../bench/openie/qasrl.ts'

const gold = readQasrl(
  `qasrl_id,verb_idx,question,is_redundant,answer_range
s1,1,Who sold something?,False,0:1
s1,1,What did someone sell?,False,2:4~!~6:7
s1,1,What was sold?,True,5:6
`,
  `qasrl_id,tokens,sentence
s1,"Vale sold the boat , and it","Vale sold the boat, and it"
`,
)
const score = (...spans: TokenSpan[]): ReturnType<typeof scoreQasrl> => scoreQasrl(gold, () => spans)

describe('the score of QA-SRL', () => {
  it('reads every answer of a question and leaves redundant questions out', () => {
    expect(gold.predicates).toEqual([
      {
        sentence: 's1',
        verb: 1,
        answers: [
          [0, 1],
          [2, 4],
          [6, 7],
        ],
      },
    ])
  })

  it('takes a span that overlaps by half', () => {
    expect(score([3, 4])).toMatchObject({ precision: 1, recall: 1 / 3 })
    expect(score([3, 6])).toMatchObject({ precision: 0, recall: 0 })
  })

  it('uses every span once', () => {
    expect(score([2, 4], [2, 4], [0, 1])).toMatchObject({ precision: 2 / 3, recall: 2 / 3 })
  })

  it('pairs spans so that as many as possible are right', () => {
    const overlapping = readQasrl(
      'qasrl_id,verb_idx,question,is_redundant,answer_range\ns1,1,a,False,2:4\ns1,1,b,False,2:3\n',
      'qasrl_id,tokens,sentence\ns1,a b c d,a b c d\n',
    )
    const spans: TokenSpan[] = [
      [2, 4],
      [3, 4],
    ]
    expect(scoreQasrl(overlapping, () => spans).recall).toBe(1)
  })
})
