import { hashString } from '../../src/language/hash.ts'
import { tagFeatures } from '../../src/language/tag-features.ts'
import type { Tagger } from '../../src/language/tagger.ts'
import { type Lexicon, type WordAtoms, wordAtoms } from '../../src/language/word-atoms.ts'
import { casingOf, normaliseForm } from '../../src/language/word-form.ts'
import type { TreebankSentence } from '../conllu.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

/** A sentence's words and the number of each word's tag. */
export interface TaggedSentence {
  readonly forms: readonly string[]
  readonly tags: readonly number[]
}

/** The joint tag, `UPOS|XPOS`. */
export function jointTag(sentence: TreebankSentence, i: number): string {
  return `${sentence.upos[i]}|${sentence.xpos[i]}`
}

/** Every tag of the sentences, sorted. */
export function tagSet(sentences: readonly TreebankSentence[]): string[] {
  return [...new Set(sentences.flatMap((s) => s.forms.map((_, i) => jointTag(s, i))))].sort()
}

/** The counts behind a lexicon: for each word seen twice or more its class, and the words with one tag only. */
export interface LexiconCounts {
  readonly classes: readonly string[]
  /** Place in `classes` plus one. */
  readonly classOf: ReadonlyMap<string, number>
  readonly certain: ReadonlyMap<string, number>
}

const MIN_COUNT = 2
const SHARE = 0.08
const CERTAIN_COUNT = 40

/** Counts which tags each word has. A class names the tags with 8 % or more of a word's uses. */
export function countLexicon(sentences: readonly TaggedSentence[]): LexiconCounts {
  const counts = new Map<string, Map<number, number>>()
  for (const { forms, tags } of sentences) {
    for (const [i, form] of forms.entries()) {
      const key = normaliseForm(form)
      let tagsOfWord = counts.get(key)
      if (!tagsOfWord) {
        tagsOfWord = new Map()
        counts.set(key, tagsOfWord)
      }
      tagsOfWord.set(tags[i]!, (tagsOfWord.get(tags[i]!) ?? 0) + 1)
    }
  }
  const names = new Map<string, string>()
  const certain = new Map<string, number>()
  for (const [key, tags] of counts) {
    let total = 0
    for (const count of tags.values()) total += count
    if (total < MIN_COUNT) continue
    const usual = [...tags].filter(([, count]) => count >= SHARE * total).map(([tag]) => tag)
    usual.sort((a, b) => tags.get(b)! - tags.get(a)! || a - b)
    names.set(key, `${usual.join(',')}#${total >= 10 ? 'often' : 'seldom'}`)
    if (tags.size === 1 && total >= CERTAIN_COUNT) certain.set(key, usual[0]!)
  }
  const classes = [...new Set(names.values())].sort()
  const place = new Map(classes.map((name, i) => [name, i + 1]))
  return { classes, classOf: new Map([...names].map(([key, name]) => [key, place.get(name)!])), certain }
}

/** A lexicon from counts and a dictionary. */
export function lexiconFrom(counts: LexiconCounts, dictionary: ReadonlyMap<string, number>): Lexicon {
  const hashes = [0, ...counts.classes.map((name) => hashString(name))]
  return {
    ambiguity: (key) => hashes[counts.classOf.get(key) ?? 0]!,
    certain: (key) => counts.certain.get(key) ?? -1,
    dictionary,
  }
}

/** Settings of one training run. */
export interface TaggerTraining {
  readonly tagCount: number
  readonly epochs: number
  readonly seed: number
}

/**
 * Trains the weights of a tagger. Rare words now and then lose their ambiguity class, and some sentences come
 * in lower or upper case, so that unseen words and odd casing are learnt too.
 */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  lexicon: Lexicon,
  { tagCount, epochs, seed }: TaggerTraining,
): Perceptron {
  const random = new Random(seed * 7919 + 1)
  const model = new Perceptron(tagCount)
  const features = new Int32Array(128)
  const seen = new Map<string, number>()
  for (const { forms } of sentences) {
    for (const form of forms) seen.set(normaliseForm(form), (seen.get(normaliseForm(form)) ?? 0) + 1)
  }
  const known = new Map<string, WordAtoms>()
  const atoms = (form: string): WordAtoms => {
    let found = known.get(form)
    if (!found) {
      found = wordAtoms(form, lexicon)
      known.set(form, found)
    }
    return found
  }
  const order = sentences.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const index of order) {
      const { forms, tags } = sentences[index]!
      const words = forms.map((form) => {
        const word = atoms(form)
        const count = seen.get(word.key)!
        return word.ambiguity !== 0 && count <= 5 && random.next() < 0.5 / count
          ? { ...word, ambiguity: 0 }
          : word
      })
      const casing = casingOf(words)
      let previous = -1
      let beforePrevious = -1
      for (let i = 0; i < words.length; i++) {
        let best = words[i]!.certain
        if (best < 0) {
          const count = tagFeatures(features, words, i, previous, beforePrevious, casing)
          const scores = model.score(features, count)
          best = 0
          for (let c = 1; c < tagCount; c++) if (scores[c]! > scores[best]!) best = c
          model.tick()
          if (best !== tags[i]) model.update(features, count, tags[i]!, best)
        }
        beforePrevious = previous
        previous = best
      }
    }
  }
  return model
}

/** Shares of right UPOS and XPOS, and of UPOS for words the lexicon does not know. */
export function scoreTagger(
  tagger: Tagger,
  names: readonly string[],
  sentences: readonly TreebankSentence[],
): { upos: number; xpos: number; unknownUpos: number } {
  let total = 0
  let upos = 0
  let xpos = 0
  let unknown = 0
  let unknownRight = 0
  for (const sentence of sentences) {
    const words = tagger.atomsOf(sentence.forms)
    const tags = tagger.tag(words)
    for (let i = 0; i < words.length; i++) {
      const [u, x] = names[tags[i]!]!.split('|')
      total++
      if (u === sentence.upos[i]) upos++
      if (x === sentence.xpos[i]) xpos++
      if (words[i]!.ambiguity === 0) {
        unknown++
        if (u === sentence.upos[i]) unknownRight++
      }
    }
  }
  return { upos: upos / total, xpos: xpos / total, unknownUpos: unknownRight / unknown }
}
