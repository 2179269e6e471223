import type { Annotation, Annotator, NameSpan, Sentence, Span, Token } from '../model/index.ts'
import { TreeBuilder } from './build-tree.ts'
import { loadLemmatizer, loadNames, loadParser, loadTagger, type ModelBytes } from './load-models.ts'
import { nameWords, tagHashesOf } from './name-features.ts'
import {
  addStartedNames,
  agreeOnTypes,
  joinNameParts,
  listLookup,
  nameType,
  type TokenName,
} from './name-rules.ts'
import { tagFacts } from './parse-words.ts'
import { SentenceSplitter } from './split-sentences.ts'
import { Tagger } from './tagger.ts'
import { type TokenBounds, tokenize } from './tokenize.ts'
import type { WordAtoms } from './word-atoms.ts'

/** What the engine says of the words of one sentence. */
export interface AnalysedSentence {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly lemmas: readonly string[]
  /** Index of the head in the sentence, -1 for the root; empty without trees. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  /** Names as ranges of words (half-open) with `PER`, `LOC` or `ORG`; empty without names. */
  readonly names: readonly { readonly first: number; readonly end: number; readonly type: string }[]
}

/** Which layers beside tokens, sentences, tags and lemmas are worked out; both by default. */
export interface EngineOptions {
  readonly trees?: boolean
  readonly names?: boolean
}

/** The language engine: an annotator that also takes text that is already cut into words. */
export interface Engine extends Annotator {
  /** Annotates a text whose tokens are given; `starts` holds the first token of each sentence, or nothing. */
  annotateTokens(text: string, tokens: readonly Span[], starts: readonly number[]): Annotation
  /** Analyses one sentence given as words. */
  analyse(forms: readonly string[]): AnalysedSentence
}

/** The engine with all its layers by name, for whoever must know it before its models are loaded. */
export const engineInfo: Pick<Annotator, 'name' | 'version' | 'provides'> = {
  name: 'redthread-english',
  version: '1',
  provides: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'names'],
}

/** Makes the engine from its models. Throws when a model is damaged or belongs to another version. */
export function createEngine(models: ModelBytes, options: EngineOptions = {}): Engine {
  const { trees = true, names = true } = options
  const tagModel = loadTagger(models.tagger)
  const tagger = new Tagger(tagModel.weights, tagModel.lexicon, tagModel.glance)
  const splitter = new SentenceSplitter(tagModel.sentences)
  const lemmatizer = loadLemmatizer(models.lemmas, tagModel.lexicon.dictionary)
  const { tags } = tagModel
  const upos = tags.map((tag) => tag.slice(0, tag.indexOf('|')))
  const xpos = tags.map((tag) => tag.slice(tag.indexOf('|') + 1))
  const facts = tagFacts(tags)
  const parserModel = trees ? loadParser(models.parser) : undefined
  const labels = parserModel?.labels ?? []
  const builder = parserModel && new TreeBuilder(parserModel.parts, facts, labels.indexOf('punct'))
  const nameModel = names ? loadNames(models.names) : undefined
  const hashes = tagHashesOf(tags)
  const inList = nameModel && listLookup(nameModel.lists, nameModel.listNames)

  const findNames = (words: readonly WordAtoms[], tagged: Uint8Array) =>
    nameModel
      ? nameModel.finder.find(nameWords(words, tagged, hashes.joint, hashes.upos, nameModel.lists))
      : []

  const analyse = (forms: readonly string[]): AnalysedSentence => {
    const words = tagger.atomsOf(forms)
    const tagged = tagger.tag(words)
    const tree = builder?.build(words, tagged)
    return {
      upos: forms.map((_, i) => upos[tagged[i]!]!),
      xpos: forms.map((_, i) => xpos[tagged[i]!]!),
      lemmas: forms.map((form, i) => lemmatizer.lemma(form, tags[tagged[i]!]!)),
      heads: tree ? [...tree.heads] : [],
      relations: tree ? Array.from(tree.labels, (label) => labels[label]!) : [],
      names: findNames(words, tagged),
    }
  }

  const annotateBounds = (text: string, found: TokenBounds, ends: readonly number[]): Annotation => {
    const tokens: Token[] = []
    const sentences: Sentence[] = []
    const spans: TokenName[] = []
    // Part by part over all sentences, which keeps the weights of each in the processor's cache.
    const read = ends.map((end, s) => {
      const forms: string[] = []
      for (let i = ends[s - 1] ?? 0; i < end; i++)
        forms.push(text.slice(found.bounds[2 * i], found.bounds[2 * i + 1]))
      const words = tagger.atomsOf(forms)
      return { forms, words, tags: tagger.tag(words) }
    })
    const built = builder?.buildAll(read)
    let from = 0
    for (const [s, { forms, words, tags: tagged }] of read.entries()) {
      const end = ends[s]!
      const tree = built?.[s]
      for (let i = 0; i < forms.length; i++) {
        const tag = tagged[i]!
        const place = 2 * (from + i)
        const start = found.bounds[place]!
        const end = found.bounds[place + 1]!
        const lemma = lemmatizer.lemma(forms[i]!, tags[tag]!)
        if (!tree) tokens.push({ start, end, lemma, upos: upos[tag]!, xpos: xpos[tag]! })
        else {
          const head = tree.heads[i]!
          tokens.push({
            start,
            end,
            lemma,
            upos: upos[tag]!,
            xpos: xpos[tag]!,
            head: head < 0 ? -1 : from + head,
            deprel: labels[tree.labels[i]!]!,
          })
        }
      }
      if (inList)
        for (const name of findNames(words, tagged)) {
          const first = from + name.first
          const endToken = from + name.end
          spans.push({
            first,
            endToken,
            start: tokens[first]!.start,
            end: tokens[endToken - 1]!.end,
            type: nameType(name.type, forms.slice(name.first, name.end), inList),
            confidence: confidenceOf(name.margin),
          })
        }
      sentences.push({
        start: tokens[from]!.start,
        end: tokens[end - 1]!.end,
        firstToken: from,
        endToken: end,
      })
      from = end
    }
    return { tokens, sentences, names: inList ? documentNames(text, tokens, sentences, spans, inList) : [] }
  }

  const annotate = (text: string): Annotation => {
    const found = tokenize(text)
    return annotateBounds(text, found, splitter.split(text, found))
  }

  const annotateTokens = (text: string, given: readonly Span[], starts: readonly number[]): Annotation => {
    const found = {
      bounds: Int32Array.from(given.flatMap(({ start, end }) => [start, end])),
      count: given.length,
    }
    const ends =
      starts.length > 0 ? [...starts.filter((s) => s > 0), given.length] : splitter.split(text, found)
    return annotateBounds(text, found, ends)
  }

  return {
    name: engineInfo.name,
    version: engineInfo.version,
    provides: engineInfo.provides.filter(
      (layer) => (layer !== 'trees' || trees) && (layer !== 'names' || names),
    ),
    annotate,
    annotateTokens,
    analyse,
  }
}

/** A confidence from a margin in packed weights: 0.5 at a tie, near 1 from a margin of some hundreds. */
const confidenceOf = (margin: number): number =>
  Math.round(100 * (1 - 0.5 / (1 + Math.max(0, margin) / 60))) / 100

function documentNames(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  spans: readonly TokenName[],
  inList: ReturnType<typeof listLookup>,
): NameSpan[] {
  const form = (i: number): string => text.slice(tokens[i]?.start, tokens[i]?.end ?? 0)
  const whole = joinNameParts(spans, tokens, form, inList)
  const all = addStartedNames(whole, tokens, sentences, form, inList)
  return agreeOnTypes(all, form, inList).map(({ start, end, type, confidence }) => ({
    start,
    end,
    type,
    confidence,
  }))
}
