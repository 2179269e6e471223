import { boundaryFeatures, boundaryToken } from './boundary-features.ts'
import { hashString, mixBits } from './hash.ts'
import { type MarkedSentence, markCandidates, markFeatures, pairMarks } from './mark-features.ts'
import { indexLists, NAME_FEATURES, nameFeatures, nameWords, tagHashesOf } from './name-features.ts'
import { parseFeatures } from './parse-features.ts'
import { ParseState } from './parse-state.ts'
import { parseWords, tagFacts } from './parse-words.ts'
import { REVISE_FEATURES, reviseFeatures } from './revise-features.ts'
import { tagFeatures } from './tag-features.ts'
import { wordAtoms } from './word-atoms.ts'

/** Folds a list of features into one number: changes when a template is added, moved or altered. */
function fold(features: Int32Array, count: number): number {
  let hash = count
  for (let i = 0; i < count; i++) hash = mixBits((Math.imul(hash, 31) + features[i]!) | 0)
  return hash
}

const forms = ['The', 'old', 'mayor', 'of', 'Varnholm', 'resigned', ',', 'she', 'said', '.']
const nothingKnown = {
  ambiguity: (key: string) => key.length * 77,
  certain: () => -1,
  dictionary: new Map([['mayor', 33]]),
}
const words = forms.map((form) => wordAtoms(form, nothingKnown))

/** Stands for the templates of the tagger. */
export function tagTemplates(): number {
  const features = new Int32Array(128)
  return fold(features, tagFeatures(features, words, 4, 3, 2, 'sentence'))
}

/** Stands for the templates that end sentences. */
export function sentenceTemplates(): number {
  const features = new Int32Array(64)
  const gap = { length: 4, blank: true, inQuotation: false, inBracket: true }
  return fold(features, boundaryFeatures(features, forms.map(boundaryToken), 3, gap))
}

/** Stands for the templates of the parser. */
export function parseTemplates(): number {
  const features = new Int32Array(256)
  const facts = tagFacts(['DET|DT', 'NOUN|NN', 'VERB|VBD', 'PUNCT|.'])
  const laid = parseWords(words, [0, 1, 1, 0, 1, 2, 3, 1, 2, 3], facts)
  const state = new ParseState()
  state.reset(laid.size)
  state.shift()
  state.shift()
  state.shift()
  state.attachRight(2)
  return fold(features, parseFeatures(features, laid, state))
}

/** Stands for the templates that revise trees. */
export function reviseTemplates(): number {
  const features = new Int32Array(REVISE_FEATURES)
  const facts = tagFacts(['DET|DT', 'NOUN|NN', 'VERB|VBD', 'PUNCT|.'])
  const laid = parseWords(words, [0, 1, 1, 0, 1, 2, 3, 1, 2, 3], facts)
  const tree = {
    words: laid,
    head: Int32Array.from([0, 2, 3, 5, 5, 6, 9, 8, 6, 0]),
    label: Int32Array.from([127, 1, 2, 3, 4, 5, 6, 7, 8, 127]),
    margin: Int32Array.from([0, 90, 90, 90, 90, 30, 90, 90, 90, 0]),
  }
  const dependent = { index: 5, first: 1, last: 5, marker: 2, coordinator: 1, left: [], right: [6, 8] }
  return fold(features, reviseFeatures(features, tree, dependent, false, 1))
}

/** Stands for the templates that hang marks of punctuation into trees. */
export function markTemplates(): number {
  const features = new Int32Array(64)
  const sentence: MarkedSentence = {
    forms,
    lower: Int32Array.from(forms, (form) => hashString(form.toLowerCase())),
    upos: Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 7]),
    heads: Int32Array.from([2, 2, 5, 4, 2, -1, -2, 8, 5, -2]),
    labels: Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 7]),
    isMark: Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 1]),
  }
  const partners = pairMarks(forms, sentence.isMark)
  const candidates = markCandidates(sentence, 6, partners[6]!)
  return fold(features, markFeatures(features, sentence, 6, candidates, true, 0))
}

/** Stands for the templates of the name finder. */
export function nameTemplates(): number {
  const features = new Int32Array(NAME_FEATURES)
  const tags = tagHashesOf(['DET|DT', 'NOUN|NN', 'PROPN|NNP'])
  const lists = indexLists(
    new Map([
      ['mayor of', 3],
      ['varnholm', 64],
    ]),
  )
  const sentence = nameWords(words, [0, 1, 1, 0, 2, 1, 1, 2, 1, 1], tags.joint, tags.upos, lists)
  let hash = 0
  for (let i = 2; i < 6; i++) hash = mixBits(hash ^ fold(features, nameFeatures(features, sentence, i)))
  return hash
}
