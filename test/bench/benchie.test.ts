import { describe, expect, it } from 'vitest'
import { readBenchie, scoreBenchie, type Triple } from '../../bench/openie/benchie.ts'

const gold = readBenchie(`sent_id:7\tVale sold the old boat to Amsel .
7--> Cluster 1:
Vale --> sold --> [the] [old] boat
7--> Cluster 2:
Vale --> sold [the] [old] boat to --> Amsel
Vale --> sold --> to Amsel
`)
const triple = (line: string): Triple => {
  const [subject = '', relation = '', object = ''] = line.split(' | ')
  return { subject, relation, object }
}
const score = (...lines: string[]): ReturnType<typeof scoreBenchie> =>
  scoreBenchie(gold, new Map([['7', lines.map(triple)]]))

describe('the score of BenchIE', () => {
  it('accepts a wording with and without its optional words', () => {
    expect(score('Vale | sold | the old boat', 'Vale | sold | boat').precision).toBe(1)
    expect(score('Vale | sold | old the boat').precision).toBe(0)
  })

  it('wants all three slots exact', () => {
    expect(score('Vale | sold | the old boat to Amsel')).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  it('counts several right wordings of one fact once', () => {
    const both = score('Vale | sold the boat to | Amsel', 'Vale | sold | to Amsel')
    expect(both).toMatchObject({ precision: 1, recall: 0.5, extractions: 2 })
  })

  it('counts every wrong triple against precision', () => {
    expect(score('Vale | sold | boat', 'Vale | bought | boat', 'Amsel | sold | boat').precision).toBeCloseTo(
      1 / 3,
    )
  })

  it('counts facts of sentences that nothing was read from', () => {
    expect(scoreBenchie(gold, new Map())).toMatchObject({ recall: 0, sentences: 1, extractions: 0 })
  })
})
