import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairTrees } from '../../src/annotate/repair-trees.ts'
import type { Annotation } from '../../src/model/index.ts'
import { annotationOf, textOf } from '../extract/open/made-tree.ts'

const words = [
  'call call NOUN NN',
  'had have VERB VBD',
  'said say VERB VBD',
  'sold sell VERB VBN',
  'following follow VERB VBG',
  'for for SCONJ IN',
  'that that SCONJ IN',
  'May May PROPN NNP',
  ', , PUNCT ,',
]
const labels = 'nsubj obj acl advcl xcomp conj mark appos parataxis'.split(' ')

/** Trees of any shape: each word, in a random order, hangs on one before it in that order; the first is the root. */
const trees = fc
  .array(
    fc.record({
      word: fc.constantFrom(...words),
      label: fc.constantFrom(...labels),
      rank: fc.nat(1000),
      above: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => {
    const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.rank - rows[b]!.rank || a - b)
    return rows
      .map(({ word, label, above }, i) => {
        const place = order.indexOf(i)
        return place === 0 ? `${word} 0 root` : `${word} ${order[above % place]! + 1} ${label}`
      })
      .join('\n')
  })

/** Tokens from which no way up leads to a root. */
function astray({ tokens }: Annotation): number[] {
  return tokens.flatMap((_, token) => {
    let at = token
    for (let step = 0; at >= 0 && step <= tokens.length; step++) at = tokens[at]!.head!
    return at < 0 ? [] : [token]
  })
}

describe('mended trees', () => {
  it('are trees, whatever the parser gave', () => {
    fc.assert(
      fc.property(trees, (lines) => {
        expect(astray(repairTrees(annotationOf(lines), textOf(lines)))).toEqual([])
      }),
      { numRuns: 20000 },
    )
  })

  it('keep a clause above the noun that asks for it where the parser hung that noun below the clause', () => {
    const lines = `
      A a DET DT 2 det
      call call NOUN NN 5 nsubj
      for for SCONJ IN 5 mark
      Amsel Amsel PROPN NNP 5 nsubj
      resign resign VERB VB 6 advcl
      failed fail VERB VBD 0 root`
    const { tokens } = repairTrees(annotationOf(lines), textOf(lines))
    expect(tokens.map((t) => t.head)).toEqual([1, 4, 4, 4, 5, -1])
  })
})
