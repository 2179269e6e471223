import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashFeatures } from '../../src/language/hash.ts'
import { stepsOf } from '../../src/language/parse-steps.ts'
import { parseWords, tagFacts } from '../../src/language/parse-words.ts'
import { type FinishedTree, Parser } from '../../src/language/parser.ts'
import { dependentAt, markerLabels, TreeReviser } from '../../src/language/revise-tree.ts'
import { SparseWeights } from '../../src/language/sparse-weights.ts'
import { wordAtoms } from '../../src/language/word-atoms.ts'

const labels = ['case', 'cc', 'nsubj', 'obl', 'root']
const facts = tagFacts(['NOUN|NN', 'VERB|VBD', 'ADP|IN', 'PUNCT|.'])
const unknown = { ambiguity: () => 0, certain: () => -1, dictionary: new Map<string, number>() }
const lay = (forms: readonly string[], tags: readonly number[]) =>
  parseWords(
    forms.map((form) => wordAtoms(form, unknown)),
    tags,
    facts,
  )

/** What the first template, which says little, hashes to for each of its values. */
const biasKeys = [0, 1, 2, 3].map((sum) => {
  const out = Int32Array.of(sum)
  hashFeatures(out, 1)
  return out[0]!
})

/** A model that has nothing but a weight for each class, whatever it is asked. */
const biased = (weights: readonly number[]): SparseWeights =>
  new SparseWeights({
    classes: weights.length,
    keys: Int32Array.from(biasKeys),
    lengths: Uint8Array.from(biasKeys, () => weights.length),
    classOf: Uint8Array.from(biasKeys.flatMap(() => [...weights.keys()])),
    weights: Int8Array.from(biasKeys.flatMap(() => weights)),
  })

function expectProjectiveTree({ words: { size }, head }: FinishedTree): void {
  const reaches = (from: number, to: number): boolean => {
    let at = from
    for (let step = 0; at !== to && at <= size && step <= size; step++) at = head[at]!
    return at === to
  }
  for (let k = 1; k <= size; k++) {
    expect(reaches(k, size + 1)).toBe(true)
    const h = head[k]!
    if (h > size) continue
    for (let between = Math.min(h, k) + 1; between < Math.max(h, k); between++)
      expect(reaches(between, h)).toBe(true)
  }
  expect([...head.slice(1, size + 1)].filter((h) => h > size)).toHaveLength(size > 0 ? 1 : 0)
}

describe('the second look at trees', () => {
  // "boats | left | for Varn | on Friday", with "on Friday" under "Varn".
  const tree: FinishedTree = {
    words: lay(['boats', 'left', 'for', 'Varn', 'on', 'Friday', '.'], [0, 1, 2, 0, 2, 0, 3]),
    head: Int32Array.from([0, 2, 7, 4, 2, 6, 4, 0]),
    label: Int32Array.from([0, 2, 4, 0, 3, 0, 3, 0]),
    margin: new Int32Array(8),
  }

  it('sees what may head a word without crossing an arc, function words apart', () => {
    expect(dependentAt(tree, 6, markerLabels(labels))).toEqual({
      index: 6,
      first: 5,
      last: 6,
      marker: 5,
      coordinator: 0,
      left: [4, 2],
      right: [],
    })
    expect(dependentAt(tree, 1, markerLabels(labels))).toMatchObject({ left: [], right: [2] })
  })

  it('keeps trees trees, and projective, whatever the weights', () => {
    const weights = (count: number) =>
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: count, maxLength: count })
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { maxLength: 30 }),
        weights(1 + 2 * labels.length),
        weights(labels.length),
        (tags, steps, revisions) => {
          const words = lay(
            tags.map((tag, i) => `w${tag}${i % 5}`),
            tags,
          )
          const built = new Parser(biased(steps), stepsOf(labels)).parse(words)
          expectProjectiveTree(built)
          new TreeReviser(biased(revisions), labels).revise(built)
          expectProjectiveTree(built)
          expect([...built.label].filter((label) => label === labels.indexOf('root'))).toHaveLength(
            words.size > 0 ? 1 : 0,
          )
        },
      ),
      { numRuns: 200, seed: 2 },
    )
  })
})
