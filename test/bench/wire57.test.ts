import { describe, expect, it } from 'vitest'
import { readWire57, scoreWire57 } from '../../bench/openie/wire57.ts'

const slot = (
  words: readonly string[],
  indexes: readonly (number | string)[],
  meant?: readonly string[],
) => ({
  words,
  words_indexes: indexes,
  ...(meant ? { decorefed_words: meant, decorefed_indexes: meant.map(() => 'coref') } : {}),
})
const gold = readWire57(
  JSON.stringify({
    harbour: [
      {
        id: 'H 1',
        sent: 'It was built in Varn.',
        tokens: ['It', 'was', 'built', 'in', 'Varn', '.'],
        tuples: [
          {
            arg1: slot(['It'], [0], ['Heron']),
            rel: slot(['was', 'built', 'in'], [1, 2, 3]),
            arg2: slot(['Varn'], [4]),
            'arg3+': [],
          },
          {
            arg1: slot(['It'], [0], ['Heron']),
            rel: slot(['has', 'builder'], ['inf', 'inf']),
            arg2: slot(['someone', 'in', 'Varn'], ['inf', 3, 4]),
            'arg3+': [],
          },
        ],
      },
    ],
  }),
)
const score = (subject: string, relation: string, ...objects: string[]): ReturnType<typeof scoreWire57> =>
  scoreWire57(
    gold,
    new Map([
      [
        'H 1',
        [
          {
            subject: subject.split(' '),
            relation: relation.split(' '),
            objects: objects.map((o) => o.split(' ')),
          },
        ],
      ],
    ]),
  )

describe('the score of WiRe57', () => {
  it('takes the word as written and the one that it stands for', () => {
    expect(score('It', 'was built in', 'Varn')).toMatchObject({ precision: 1, recall: 0.5 })
    expect(score('Heron', 'was built in', 'Varn')).toMatchObject({ precision: 1, recall: 0.5 })
    expect(score('Ketch', 'was built in', 'Varn')).toMatchObject({ precision: 0, recall: 0 })
  })

  it('wants a shared word in each of the three slots', () => {
    expect(score('It', 'was built in', 'Ostend').f1).toBe(0)
  })

  it('does not ask for inferred words', () => {
    const { precision, recall } = score('Heron', 'has', 'Varn')
    expect(precision).toBe(1)
    // Of "Heron", "in" and "Varn" the last two are written, one is found.
    expect(recall).toBeCloseTo(2 / 3 / 2, 10)
  })

  it('counts words of further arguments against precision', () => {
    expect(score('It', 'was built in', 'Varn', 'by brothers').precision).toBeCloseTo(5 / 7, 10)
  })
})
