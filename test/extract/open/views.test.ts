import { describe, expect, it } from 'vitest'
import { type ViewName, writeView } from '../../../src/extract/views/write-view.ts'
import { annotationOf, textOf, treeOf } from './made-tree.ts'
import { sentences } from './sentences.ts'

const read = (sentence: string, view: ViewName): string[] => {
  const lines = sentences[sentence]!
  return [...writeView(textOf(lines), annotationOf(lines), view, 'benchie')].map((line) =>
    line.split('\t').slice(1).join(' | '),
  )
}

/** Sentence, what the maximal view gives, what the minimal view gives. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'The harbourmaster moved the old boat to the northern quay on Monday .',
    ['The harbourmaster | moved | the old boat to the northern quay on Monday'],
    [
      'The harbourmaster | moved | the old boat',
      'The harbourmaster | moved the old boat to | the northern quay',
      'The harbourmaster | moved the old boat on | Monday',
      'The harbourmaster | moved the old boat to the northern quay on | Monday',
    ],
  ],
  [
    'Amsel , who owns the ferry , wants to sell it .',
    ['Amsel | owns | the ferry', 'Amsel | wants to sell | it'],
    ['Amsel | owns | the ferry', 'Amsel | wants to sell | it'],
  ],
  [
    'The crew has left and burned the papers found aboard .',
    ['The crew | has burned | the papers found aboard'],
    ['The crew | has burned | the papers', 'the papers | found | aboard'],
  ],
  [
    'Vale and Amsel are members of the council .',
    ['Vale and Amsel | are | members of the council'],
    [
      'Vale | are | members of the council',
      'Vale | are members of | the council',
      'Amsel | are | members of the council',
      'Amsel | are members of | the council',
    ],
  ],
  [
    'The pilot said that the light had failed .',
    ['The pilot | said that | the light had failed'],
    ['The pilot | said | that the light had failed'],
  ],
  [
    'The Heron , a ketch , was built in Varn by two brothers .',
    ['The Heron | was built in | Varn by two brothers', 'The Heron | is | a ketch'],
    [
      'The Heron | was built in | Varn',
      'The Heron | was built by | two brothers',
      'The Heron | was built in Varn by | two brothers',
    ],
  ],
  [
    'There was a fire in the hold .',
    ['There | was | a fire in the hold'],
    ['There | was | a fire', 'There | was a fire in | the hold'],
  ],
  [
    'They persuaded her to sign the lease .',
    ['They | persuaded | her to sign the lease', 'her | to sign | the lease'],
    ['They | persuaded | her', 'her | to sign | the lease', 'They | persuaded her to sign | the lease'],
  ],
  [
    'She answered in response to a letter .',
    ['She | answered in response to | a letter'],
    ['She | answered in response to | a letter'],
  ],
  ['Tired and hungry .', [], []],
  [
    'Before leaving , he told " the old hand that he had won .',
    ['he | told | the old hand that he had won'],
    ['he | told | the old hand'],
  ],
]

describe('the views of a clause', () => {
  it.each(cases)('reads "%s"', (sentence, maximal, minimal) => {
    expect(read(sentence, 'maximal')).toEqual(maximal)
    expect(read(sentence, 'minimal')).toEqual(minimal)
  })

  it('covers every sentence of the list', () => {
    expect(cases.map(([sentence]) => sentence)).toEqual(Object.keys(sentences))
  })

  it('gives a subject, a relation and an argument, all in words of the sentence but for "is"', () => {
    for (const lines of Object.values(sentences)) {
      const words = new Set([...textOf(lines).split(' '), 'is'])
      const tree = treeOf(lines)
      for (const view of ['maximal', 'minimal'] as const)
        for (const line of writeView(tree.text, annotationOf(lines), view, 'benchie')) {
          const slots = line.split('\t')
          expect(slots).toHaveLength(4)
          for (const slot of slots.slice(1)) expect(slot.split(' ').filter((w) => !words.has(w))).toEqual([])
        }
    }
  })
})

describe('writeView', () => {
  const lines = sentences['The harbourmaster moved the old boat to the northern quay on Monday .']!

  it('writes the format of CaRB: sentence, confidence, relation, arguments', () => {
    const [line] = writeView(textOf(lines), annotationOf(lines), 'maximal', 'carb')
    expect(line).toBe(
      'The harbourmaster moved the old boat to the northern quay on Monday .\t1\tmoved\tThe harbourmaster\tthe old boat\tto the northern quay\ton Monday',
    )
  })

  it('numbers sentences from the number given', () => {
    const [line] = writeView(textOf(lines), annotationOf(lines), 'minimal', 'benchie', 12)
    expect(line!.split('\t')[0]).toBe('12')
  })
})
