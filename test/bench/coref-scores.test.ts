import { describe, expect, it } from 'vitest'
import { bCubed } from '../../bench/coref/b-cubed.ts'
import { ceafE } from '../../bench/coref/ceaf-e.ts'
import { muc } from '../../bench/coref/muc.ts'
import { readOntogum } from '../../bench/coref/read-ontogum.ts'
import { type Clusters, scoreOf } from '../../bench/coref/tally.ts'

const split = (text: string): Clusters => text.split(' ').map((cluster) => cluster.split(''))

describe('scores of coreference', () => {
  // Worked by hand: MUC keeps 4 of 5 links; B-cubed precision is (2·1 + 10·...)/12 as in Bagga & Baldwin 1998.
  const gold = split('12345 67 89ABC')
  const joined = split('12345 6789ABC')

  it('agree with the worked example of Bagga & Baldwin (1998)', () => {
    const m = scoreOf([muc(gold, joined)])
    expect(m.recall).toBeCloseTo(100)
    expect(m.precision).toBeCloseTo(90)
    const b = scoreOf([bCubed(gold, joined)])
    expect(b.recall).toBeCloseTo(100)
    expect(b.precision).toBeCloseTo((100 * (5 + (4 + 25) / 7)) / 12)
  })

  it('match clusters one to one in CEAF-e', () => {
    // 12345 with itself (1), 89ABC with 6789ABC (10/12); 67 is left over.
    const c = scoreOf([ceafE(gold, joined)])
    expect(c.recall).toBeCloseTo((100 * (1 + 10 / 12)) / 3)
    expect(c.precision).toBeCloseTo((100 * (1 + 10 / 12)) / 2)
  })

  it('are whole for the gold itself and nothing for nothing', () => {
    for (const score of [muc, bCubed, ceafE]) {
      expect(scoreOf([score(gold, gold)]).f1).toBeCloseTo(100)
      expect(scoreOf([score(gold, [])]).f1).toBe(0)
    }
  })
})

describe('readOntogum', () => {
  it('reads nested mentions and a mention that ends where another begins', () => {
    const rows = ['(1|(2', '2)', '1)|(2)'].map((mark, i) => ['x', i, `w${i}`, mark].join('\t'))
    const [document] = readOntogum(['#begin document (x); part 000', ...rows, '#end document'].join('\n'))
    expect(document?.tokens).toEqual(['w0', 'w1', 'w2'])
    expect(document?.mentions).toEqual([
      { first: 0, last: 1, entity: '2' },
      { first: 0, last: 2, entity: '1' },
      { first: 2, last: 2, entity: '2' },
    ])
    expect(document?.sentences).toEqual([])
  })
})
