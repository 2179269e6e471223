import type { MarkedSentence } from '../../src/language/mark-features.ts'
import { parseWords, type TagFacts } from '../../src/language/parse-words.ts'
import type { WordAtoms } from '../../src/language/word-atoms.ts'
import type { TreebankSentence } from '../conllu.ts'
import type { MarkExample } from './train-marks.ts'
import type { TreeSentence } from './train-parser.ts'

/** Heads (-1 the root) after every arc into a mark of punctuation is led on to a word that stays. */
function headsWithoutMarks(heads: readonly number[], isMark: Uint8Array): Int32Array {
  const led = Int32Array.from(heads, (head) => head - 1)
  let root = -1
  for (let i = 0; i < led.length; i++) {
    if (isMark[i]) continue
    let head = led[i]!
    for (let guard = 0; head >= 0 && isMark[head] && guard < led.length; guard++) head = heads[head]! - 1
    if (head < 0 && root < 0) root = i
    led[i] = head < 0 && root !== i ? root : head
  }
  return led
}

/** What the parser and the mark attacher learn from a sentence, given the tags predicted for it. */
export function treeData(
  sentence: TreebankSentence,
  words: readonly WordAtoms[],
  tags: ArrayLike<number>,
  facts: TagFacts,
  labelOf: (relation: string) => number,
): { readonly tree: TreeSentence; readonly marks: MarkExample } {
  const laid = parseWords(words, tags, facts)
  const isMark = Uint8Array.from(words, (_, i) => facts.isMark[tags[i]!]!)
  const led = headsWithoutMarks(sentence.heads, isMark)
  const placeOf = new Map(laid.place.map((at, k) => [at, k]))
  const heads = new Int32Array(laid.size + 2)
  const labels = new Int32Array(laid.size + 2)
  for (let k = 1; k <= laid.size; k++) {
    const at = laid.place[k]!
    const head = led[at]!
    heads[k] = head < 0 ? laid.size + 1 : placeOf.get(head)!
    labels[k] = labelOf(
      head < 0 ? 'root' : sentence.relations[at] === 'root' ? 'parataxis' : sentence.relations[at]!,
    )
  }
  const marked: MarkedSentence = {
    forms: sentence.forms,
    lower: Int32Array.from(words, (word) => word.lower),
    upos: Int32Array.from(words, (_, i) => facts.upos[tags[i]!]!),
    heads: led.map((head, i) => (isMark[i] ? -2 : head)),
    labels: Int32Array.from(sentence.relations, (relation, i) => labelOf(isMark[i] ? 'punct' : relation)),
    isMark,
  }
  return {
    tree: { words: laid, heads, labels },
    marks: { sentence: marked, gold: Int32Array.from(sentence.heads, (head) => head - 1) },
  }
}
