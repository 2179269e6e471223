import { SparseWeights, type WeightRows } from '../../src/language/sparse-weights.ts'
import { Perceptron, packPerceptrons } from './perceptron.ts'
import { Random } from './random.ts'

/** A glance as it is trained. */
export interface TrainedGlance {
  /** Places of its features in the whole model's list. */
  readonly templates: readonly number[]
  readonly rows: WeightRows
  readonly sure: number
}

/** One choice of the whole model. */
export interface Choice {
  readonly features: Int32Array
  readonly count: number
  readonly chosen: number
  /** Whether each class could be chosen. */
  readonly isOpen: ArrayLike<number>
}

/** How a glance is trained. */
export interface GlanceTraining {
  readonly sentences: number
  /** Goes through a sentence as the model does; what is given to `visit` holds until it returns. */
  readonly walk: (sentence: number, visit: (choice: Choice) => void) => void
  /** The whole model's. */
  readonly rows: WeightRows
  /** How many features it looks at. */
  readonly templates: number
  /** The share of sure choices that may differ from the model's. */
  readonly allowed: number
}

const EPOCHS = 4
/** Choices on which templates are tried. */
const SAMPLE = 6000
/** In trying templates, a lead beyond this is not worth more. */
const ENOUGH = 150
/** One sentence of so many is kept for finding out when a glance is sure. */
const KEPT = 10

/**
 * Trains a glance to foretell what a model does: on the model's own way through sentences, with those of its features
 * that lead furthest by its weights. It is sure where, on sentences that it has not seen, nearly all choices with such
 * a lead are the model's.
 */
export function trainGlance(training: GlanceTraining): TrainedGlance {
  const { sentences, walk, rows, allowed } = training
  const templates = chooseTemplates(sampleOf(training), rows, training.templates)
  const few = new Int32Array(templates.length)
  const take = (features: Int32Array): Int32Array => {
    for (const [i, template] of templates.entries()) few[i] = features[template]!
    return few
  }
  const model = new Perceptron(rows.classes)
  const random = new Random(7919)
  const learnt = Array.from({ length: sentences }, (_, i) => i).filter((i) => i % KEPT !== 0)
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const i of random.shuffle(learnt))
      walk(i, ({ features, chosen, isOpen }) => {
        const { best } = highest(model.score(take(features), few.length), isOpen)
        model.tick()
        if (best !== chosen) model.update(few, few.length, chosen, best)
      })
  const packed = packPerceptrons([model], { minUpdates: 3, minWeight: 2, clip: 0.7 })

  const glances = new SparseWeights(packed)
  const seen: { lead: number; isRight: boolean }[] = []
  for (let i = 0; i < sentences; i += KEPT)
    walk(i, ({ features, chosen, isOpen }) => {
      const { best, lead } = highest(glances.score(take(features), few.length), isOpen)
      seen.push({ lead, isRight: best === chosen })
    })
  return { templates, rows: packed, sure: sureFrom(seen, allowed) }
}

/** The highest score among those that are open, and how far it stands above the next. */
function highest(scores: ArrayLike<number>, isOpen: ArrayLike<number>): { best: number; lead: number } {
  let best = -1
  let next = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c++) {
    if (!isOpen[c]) continue
    if (best < 0 || scores[c]! > scores[best]!) {
      if (best >= 0) next = scores[best]!
      best = c
    } else if (scores[c]! > next) next = scores[c]!
  }
  return { best, lead: scores[best]! - next }
}

/** The least lead from which on no more choices are wrong than is allowed. */
function sureFrom(seen: { lead: number; isRight: boolean }[], allowed: number): number {
  let sure = 0x7fff
  let wrong = 0
  seen.sort((a, b) => b.lead - a.lead || Number(b.isRight) - Number(a.isRight))
  for (const [i, { lead, isRight }] of seen.entries()) {
    if (!isRight) wrong++
    if (wrong <= allowed * (i + 1) && lead < sure) sure = lead
  }
  return sure
}

/** Choices from sentences at even distances. */
function sampleOf({ sentences, walk }: GlanceTraining): Choice[] {
  let first = 0
  for (let i = 0; i < Math.min(100, sentences); i++) walk(i, () => first++)
  const every = Math.max(1, Math.floor((first / 100) * (sentences / SAMPLE)))
  const sample: Choice[] = []
  for (let i = 0; i < sentences; i += every)
    walk(i, ({ features, count, chosen, isOpen }) => {
      sample.push({ features: features.slice(0, count), count, chosen, isOpen: Uint8Array.from(isOpen) })
    })
  return sample
}

/** Chooses templates one after another: each the one with which the model's choices lead furthest in sum. */
function chooseTemplates(sample: readonly Choice[], rows: WeightRows, number: number): number[] {
  const rowOf = new Map(Array.from(rows.keys, (key, row) => [key, row]))
  const starts = new Int32Array(rows.keys.length + 1)
  for (const [row, length] of rows.lengths.entries()) starts[row + 1] = starts[row]! + length
  const add = (scores: Int32Array, key: number): void => {
    const row = rowOf.get(key)
    if (row === undefined) return
    for (let at = starts[row]!; at < starts[row + 1]!; at++) scores[rows.classOf[at]!]! += rows.weights[at]!
  }
  const sums = sample.map(() => new Int32Array(rows.classes))
  const tried = new Int32Array(rows.classes)
  const leadWith = (i: number, template: number): number => {
    const { features, chosen, isOpen } = sample[i]!
    tried.set(sums[i]!)
    add(tried, features[template]!)
    let other = Number.NEGATIVE_INFINITY
    for (let c = 0; c < tried.length; c++)
      if (isOpen[c] && c !== chosen && tried[c]! > other) other = tried[c]!
    return Math.max(-ENOUGH, Math.min(ENOUGH, tried[chosen]! - other))
  }
  const left = new Set(sample[0]!.features.keys())
  const templates: number[] = []
  while (templates.length < number) {
    let best = -1
    let most = Number.NEGATIVE_INFINITY
    for (const template of left) {
      let sum = 0
      for (let i = templates.length % 3; i < sample.length; i += 3) sum += leadWith(i, template)
      if (sum > most) {
        most = sum
        best = template
      }
    }
    templates.push(best)
    left.delete(best)
    for (const [i, { features }] of sample.entries()) add(sums[i]!, features[best]!)
  }
  return templates
}
