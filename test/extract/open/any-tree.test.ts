import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeView } from '../../../src/extract/views/write-view.ts'
import type { Annotation } from '../../../src/model/index.ts'

const forms = [
  'who',
  'that',
  'said',
  'is',
  'not',
  'to',
  'of',
  'in',
  'Vale',
  'boat',
  ',',
  '"',
  '(',
  ')',
  '``',
  "''",
]
const tags = [
  'NOUN NN',
  'PROPN NNP',
  'VERB VBD',
  'VERB VBN',
  'AUX VBZ',
  'PRON WP',
  'ADJ JJ',
  'PUNCT ,',
  'ADP IN',
]
const labels =
  'nsubj obj iobj obl obl:agent nmod nmod:poss acl acl:relcl advcl ccomp xcomp conj cc cop aux mark case punct appos flat amod det expl csubj parataxis advmod dep'.split(
    ' ',
  )

/** Trees of any shape: each word, in a random order, hangs on one before it in that order, or is a root. */
const annotations = fc
  .array(
    fc.record({
      form: fc.constantFrom(...forms),
      tag: fc.constantFrom(...tags),
      label: fc.constantFrom(...labels),
      rank: fc.nat(1000),
      above: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((words): { text: string; annotation: Annotation } => {
    const order = words.map((_, i) => i).sort((a, b) => words[a]!.rank - words[b]!.rank || a - b)
    let start = 0
    const tokens = words.map(({ form, tag, label, above }, i) => {
      const place = order.indexOf(i)
      const [upos = '', xpos = ''] = tag.split(' ')
      const head = place === 0 ? -1 : order[above % place]!
      const token = { start, end: start + form.length, lemma: form, upos, xpos, head, deprel: label }
      start += form.length + 1
      return token
    })
    return {
      text: words.map((w) => w.form).join(' '),
      annotation: {
        tokens,
        sentences: [{ start: 0, end: start - 1, firstToken: 0, endToken: tokens.length }],
        names: [],
      },
    }
  })

describe('the views of trees that no parser should give', () => {
  it.each(['maximal', 'minimal'] as const)('give filled slots and the same ones again (%s)', (view) => {
    fc.assert(
      fc.property(annotations, ({ text, annotation }) => {
        const lines = [...writeView(text, annotation, view, 'benchie')]
        for (const line of lines) for (const slot of line.split('\t')) expect(slot.trim()).not.toBe('')
        expect([...writeView(text, annotation, view, 'benchie')]).toEqual(lines)
        expect(new Set(lines.map((l) => l.split('\t').length))).toEqual(new Set(lines.length > 0 ? [4] : []))
      }),
      { seed: 11, numRuns: 1500 },
    )
  })
})
