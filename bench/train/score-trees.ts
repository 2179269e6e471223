import type { TreeBuilder } from '../../src/language/build-tree.ts'
import type { Tagger } from '../../src/language/tagger.ts'
import type { TreebankSentence } from '../conllu.ts'

/** Attachment scores on sentences, on gold tokens with predicted tags, as text. */
export function scoreTrees(
  builder: TreeBuilder,
  labels: readonly string[],
  tagger: Tagger,
  sentences: readonly TreebankSentence[],
): string {
  let total = 0
  let right = 0
  let labelled = 0
  for (const s of sentences) {
    const words = tagger.atomsOf(s.forms)
    const tree = builder.build(words, tagger.tag(words))
    for (let i = 0; i < s.forms.length; i++) {
      total++
      if (tree.heads[i] !== s.heads[i]! - 1) continue
      right++
      if (labels[tree.labels[i]!]!.split(':')[0] === s.relations[i]!.split(':')[0]) labelled++
    }
  }
  return `UAS ${((100 * right) / total).toFixed(2)} LAS ${((100 * labelled) / total).toFixed(2)}`
}
