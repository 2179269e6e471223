import { describe, expect, test } from 'vitest'
import { contentWords } from '../../bench/mine/content-words.ts'
import { readEssays } from '../../bench/mine/essay.ts'
import { judgedPrecision } from '../../bench/mine/judged-precision.ts'
import { retains, type WordGraph } from '../../bench/mine/proxy.ts'
import { keyOf, rowOf } from '../../bench/precision/judgement.ts'
import type { PlacedClaim } from '../../bench/precision/placed-claims.ts'

/** A graph from lines of `subject | relation | object`. */
function graphOf(...lines: string[]): WordGraph {
  const triples = lines.map((line) => line.split(' | ') as [string, string, string])
  return {
    nodes: new Map(triples.flatMap(([s, , o]) => [s, o]).map((label) => [label, contentWords(label)])),
    edges: triples.map(([source, relation, target]) => ({
      source,
      target,
      words: contentWords(`${source} ${relation} ${target}`),
    })),
  }
}

const harbour = graphOf(
  'the ferry | carries | islanders',
  'islanders | fear | the closure of the pier',
  'the council | ordered | the closure of the pier',
  'Varnholm | has | a lighthouse',
)

describe('the proxy of MINE', () => {
  test('finds a fact whose words an edge has, in other forms', () => {
    expect(retains(harbour, 'The ferry carried an islander.')).toBe(true)
  })

  test('finds a fact over two steps', () => {
    expect(retains(harbour, 'Islanders who take the ferry fear a closure.')).toBe(true)
  })

  test('does not find what lies three steps away or is not there', () => {
    const chain = graphOf('ferry | f | n1', 'n1 | g | n2', 'n2 | winter storm | n3', 'n3 | tore | sails')
    expect(retains(chain, 'A ferry lost two sails and three masts.')).toBe(false)
    expect(retains(harbour, 'The mayor sold the lighthouse to a hotel.')).toBe(false)
  })

  test('retains nothing in an empty graph', () => {
    expect(retains({ nodes: new Map(), edges: [] }, 'The ferry sails.')).toBe(false)
  })

  test('counts content words alone, by their stems', () => {
    expect([...contentWords("It was the ferry's sailing, and they sailed.")]).toEqual(['ferri', 'sail'])
  })
})

test('a file that is no list of essays is refused', () => {
  expect(() => readEssays('{"text": "x"}')).toThrow('Not a list of essays')
  expect(readEssays('[{"n":1,"topic":"t","text":"x","facts":["y"]}]')).toHaveLength(1)
})

describe('judgedPrecision', () => {
  const placed = (start: number, open: boolean): PlacedClaim =>
    ({
      document: 'd',
      claim: {
        subjectSpan: { start, end: start + 1 },
        relationSpan: { start: 0, end: 1 },
        objectSpan: { start: 0, end: 1 },
        relation: 'r',
        polarity: 'positive',
        modality: 'asserted',
        speakers: [],
        open,
        extractor: 'e',
        rule: 'x',
      },
      mentions: new Map(),
    }) as unknown as PlacedClaim
  const ruled = (claim: PlacedClaim, verdict: 'right' | 'wrong') =>
    [keyOf(rowOf(claim)), { ...rowOf(claim), verdict }] as const

  test('weighs each kind by how often it occurs', () => {
    const [schema, ...open] = [placed(1, false), placed(2, true), placed(3, true), placed(4, true)]
    const judgements = new Map([
      ruled(schema!, 'wrong'),
      ruled(open[0]!, 'right'),
      ruled(placed(9, true), 'right'),
    ])
    expect(judgedPrecision([schema!, ...open], judgements)).toEqual({ precision: 0.75, judged: 2 })
  })
})
