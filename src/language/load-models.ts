import { MarkAttacher } from './attach-marks.ts'
import type { TreeParts } from './build-tree.ts'
import { Glance } from './glance.ts'
import { hashString } from './hash.ts'
import { type Edit, Lemmatizer } from './lemmatizer.ts'
import { linesOf, type ModelFile, partOf, readModel } from './model-file.ts'
import { indexLists, type NameLists } from './name-features.ts'
import { NameFinder } from './name-finder.ts'
import { stepsOf } from './parse-steps.ts'
import { Parser } from './parser.ts'
import { TreeReviser } from './revise-tree.ts'
import { decodeRows, SparseWeights } from './sparse-weights.ts'
import {
  markTemplates,
  nameTemplates,
  parseTemplates,
  reviseTemplates,
  sentenceTemplates,
  tagTemplates,
} from './templates.ts'
import type { Lexicon } from './word-atoms.ts'
import { decodeWordList } from './word-list.ts'
import { VERB } from './word-senses.ts'

/** The engine's trained models as bytes, inflated: one file each of data/models. */
export interface ModelBytes {
  readonly tagger: Uint8Array
  readonly parser: Uint8Array
  readonly lemmas: Uint8Array
  readonly names: Uint8Array
}

/** Weights of a model by the name of their part. */
function weightsOf(model: ModelFile, part: string): SparseWeights {
  return new SparseWeights(decodeRows(partOf(model, part)))
}

/** What a model chooses at a glance. */
function glanceOf(model: ModelFile): Glance {
  const [sure = 0, ...templates] = linesOf(model, 'glance').map(Number)
  return new Glance({ templates, sure, scorer: weightsOf(model, 'glances') })
}

/** Reads the tagger's file: its weights, its glance, its lexicon, and the weights that end sentences. */
export function loadTagger(bytes: Uint8Array): {
  tags: readonly string[]
  weights: SparseWeights
  glance: Glance
  sentences: SparseWeights
  lexicon: Lexicon
} {
  const model = readModel(bytes, 'tagger', tagTemplates() ^ sentenceTemplates())
  const hashes = [0, ...linesOf(model, 'classes').map(hashString)]
  const classOf = decodeWordList(linesOf(model, 'class-of'))
  const certain = decodeWordList(linesOf(model, 'certain'))
  return {
    tags: model.header.labels,
    weights: weightsOf(model, 'tags'),
    glance: glanceOf(model),
    sentences: weightsOf(model, 'sentences'),
    lexicon: {
      ambiguity: (key) => hashes[classOf.get(key) ?? 0]!,
      certain: (key) => certain.get(key) ?? -1,
      dictionary: decodeWordList(linesOf(model, 'dictionary')),
    },
  }
}

/** Reads the parser's file: the weights of its steps and of a glance, of the second look and of the marks of punctuation. */
export function loadParser(bytes: Uint8Array): { labels: readonly string[]; parts: TreeParts } {
  const model = readModel(bytes, 'parser', parseTemplates() ^ reviseTemplates() ^ markTemplates())
  const { labels } = model.header
  const steps = stepsOf(labels)
  return {
    labels,
    parts: {
      parser: new Parser(weightsOf(model, 'steps'), steps, glanceOf(model)),
      reviser: new TreeReviser(weightsOf(model, 'revisions'), labels),
      attacher: new MarkAttacher(weightsOf(model, 'marks')),
    },
  }
}

/** Reads the lemma tables; `dictionary` says which words are verbs. */
export function loadLemmatizer(bytes: Uint8Array, dictionary: ReadonlyMap<string, number>): Lemmatizer {
  const model = readModel(bytes, 'lemmas', 0)
  const words = new Map<string, string>()
  for (const line of linesOf(model, 'words')) {
    const [tag, form, lemma] = line.split('\t') as [string, string, string]
    words.set(`${tag} ${form}`, lemma)
  }
  const endings = new Map<string, Edit>()
  for (const line of linesOf(model, 'endings')) {
    const [tag, ending, cut, add] = line.split('\t') as [string, string, string, string]
    endings.set(`${tag} ${ending}`, { cut: Number(cut), add })
  }
  return new Lemmatizer({ words, endings }, (word) => ((dictionary.get(word) ?? 0) & VERB) !== 0)
}

/** Reads the name finder's file: its weights, the steps between labels, and the lists of words. */
export function loadNames(bytes: Uint8Array): {
  finder: NameFinder
  lists: NameLists
  listNames: readonly string[]
} {
  const model = readModel(bytes, 'names', nameTemplates())
  const transition = Int32Array.from(linesOf(model, 'transition'), Number)
  return {
    finder: new NameFinder(model.header.labels, weightsOf(model, 'words'), transition),
    lists: indexLists(decodeWordList(linesOf(model, 'lists'))),
    listNames: linesOf(model, 'list-names'),
  }
}
