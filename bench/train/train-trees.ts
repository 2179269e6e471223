import { MarkAttacher } from '../../src/language/attach-marks.ts'
import { type TreeParts, withMarks } from '../../src/language/build-tree.ts'
import { stepsOf } from '../../src/language/parse-steps.ts'
import type { TagFacts } from '../../src/language/parse-words.ts'
import { type FinishedTree, Parser } from '../../src/language/parser.ts'
import { TreeReviser } from '../../src/language/revise-tree.ts'
import { SparseWeights, type WeightRows } from '../../src/language/sparse-weights.ts'
import type { Tagger } from '../../src/language/tagger.ts'
import type { TreebankSentence } from '../conllu.ts'
import { type Perceptron, packPerceptrons } from './perceptron.ts'
import { trainMarks } from './train-marks.ts'
import { trainParser } from './train-parser.ts'
import { trainRevision } from './train-revision.ts'
import { treeData } from './tree-data.ts'

/** What trees are learnt from: sentences, and tags by taggers that have not seen them. */
export interface TreeTraining {
  readonly sentences: readonly TreebankSentence[]
  readonly predicted: ReadonlyMap<TreebankSentence, ArrayLike<number>>
  readonly tagger: Tagger
  readonly facts: TagFacts
  readonly epochs: number
  readonly seeds: number
  readonly log: (message: string) => void
}

/** Weights of the three parts that build trees, and the parts themselves. */
export interface TrainedTrees {
  readonly labels: readonly string[]
  readonly rows: Readonly<Record<'steps' | 'revisions' | 'marks', WeightRows>>
  readonly parts: TreeParts
}

const FOLDS = 3
const FOLD_EPOCHS = 4
const REVISION_SEEDS = 3
const REVISION_EPOCHS = 4

/**
 * Trains the parser, then what comes after it on trees by parsers that have not seen the sentences: what revises
 * and completes trees has to learn from the mistakes that it will meet.
 */
export function trainTrees({
  sentences,
  predicted,
  tagger,
  facts,
  epochs,
  seeds,
  log,
}: TreeTraining): TrainedTrees {
  const labels = [...new Set(sentences.flatMap((s) => s.relations))].sort()
  const labelNumber = new Map(labels.map((label, i) => [label, i]))
  const labelOf = (relation: string): number =>
    labelNumber.get(relation) ?? labelNumber.get(relation.split(':')[0]!) ?? labelNumber.get('dep')!
  const steps = stepsOf(labels)
  const examples = sentences.map((s) =>
    treeData(s, tagger.atomsOf(s.forms), predicted.get(s)!, facts, labelOf),
  )

  const documents = [...new Set(sentences.map((s) => s.document))]
  const foldOf = new Map(documents.map((document, i) => [document, i % FOLDS]))
  const unseen: FinishedTree[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = examples.filter((_, k) => foldOf.get(sentences[k]!.document) !== fold)
    const model = trainParser(
      others.map((e) => e.tree),
      steps,
      { epochs: FOLD_EPOCHS, seed: 1, exploration: 0.9 },
    )
    const rows = packPerceptrons([model], { minUpdates: 3, minWeight: 2, clip: 0.7 })
    const parser = new Parser(new SparseWeights(rows), steps)
    for (const [k, { tree }] of examples.entries())
      if (foldOf.get(sentences[k]!.document) === fold) unseen[k] = parser.parse(tree.words)
    log(`trees of fold ${fold + 1} of ${FOLDS}`)
  }

  const { revisionRows, markRows } = trainOnParses(examples, unseen, labels, labelOf('punct'))
  log('revisions and marks')

  const parsers: Perceptron[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const afterEpoch = (epoch: number): void => log(`parser seed ${seed}, epoch ${epoch}`)
    parsers.push(
      trainParser(
        examples.map((e) => e.tree),
        steps,
        { epochs, seed, exploration: 0.9, afterEpoch },
      ),
    )
  }
  // The weights of several seeds are added up: what only one of them learnt weighs less.
  const stepRows = packPerceptrons(parsers, { minUpdates: 4, minWeight: 2, clip: 0.7 })
  return {
    labels,
    rows: { steps: stepRows, revisions: revisionRows, marks: markRows },
    parts: {
      parser: new Parser(new SparseWeights(stepRows), steps),
      reviser: new TreeReviser(new SparseWeights(revisionRows), labels),
      attacher: new MarkAttacher(new SparseWeights(markRows)),
    },
  }
}

/** Trains what revises and completes trees, on trees by parsers that have not seen the sentences. */
function trainOnParses(
  examples: readonly ReturnType<typeof treeData>[],
  unseen: readonly FinishedTree[],
  labels: readonly string[],
  markLabel: number,
): { revisionRows: WeightRows; markRows: WeightRows } {
  const revisions = Array.from({ length: REVISION_SEEDS }, (_, seed) =>
    trainRevision(
      examples.map(({ tree }, k) => ({ tree: unseen[k]!, heads: tree.heads, labels: tree.labels })),
      labels,
      REVISION_EPOCHS,
      seed + 1,
    ),
  )
  const marks = trainMarks(
    examples.map(({ marks: { sentence, gold } }, k) => ({
      sentence: { ...sentence, ...withMarks(unseen[k]!, sentence.forms.length, markLabel) },
      gold,
    })),
    4,
    1,
  )
  return {
    revisionRows: packPerceptrons(revisions, { minUpdates: 3, minWeight: 1, clip: 0.7 }),
    markRows: packPerceptrons([marks], { minUpdates: 2, minWeight: 1 }),
  }
}
