import { type Score, scoreOf, sharedWords, wordsOf } from './score.ts'

/** A tuple of CaRB: the predicate and its arguments, the subject first. */
export interface CarbTuple {
  readonly predicate: string
  readonly args: readonly string[]
}

/** A system's tuple, with the confidence that the curve is drawn over. */
export interface CarbExtraction extends CarbTuple {
  readonly confidence: number
}

/** Reads gold lines `sentence TAB predicate TAB argument ...` into tuples by sentence, in file order. */
export function readCarb(text: string): Map<string, CarbTuple[]> {
  const gold = new Map<string, CarbTuple[]>()
  for (const line of text.split('\n')) {
    const [sentence, predicate, ...args] = line.trim().split('\t')
    if (!sentence || predicate === undefined) continue
    const tuple = {
      predicate: predicate.trim(),
      args: args.filter((a) => !a.includes('C: ')).map((a) => a.trim()),
    }
    const tuples = gold.get(sentence.trim())
    if (tuples) tuples.push(tuple)
    else gold.set(sentence.trim(), [tuple])
  }
  return gold
}

/** Reads a system's lines `sentence TAB confidence TAB predicate TAB argument ...`. */
export function readCarbExtractions(text: string): Map<string, CarbExtraction[]> {
  const found = new Map<string, CarbExtraction[]>()
  for (const line of text.split('\n')) {
    const [sentence, confidence, predicate, ...args] = line.split('\t')
    if (!sentence || confidence === undefined || predicate === undefined) continue
    const extraction = { predicate, args, confidence: Number(confidence) }
    const all = found.get(sentence.trim())
    if (all) all.push(extraction)
    else found.set(sentence.trim(), [extraction])
  }
  return found
}

const formsOfBe = ['be', 'is', 'am', 'are', 'was', 'were', 'been', 'being']
const swappable = /said|told|added|adds|says/

type Pair = readonly [precision: number, recall: number]

/** All arguments after the first are one slot. */
const slots = (args: readonly string[]): string[] =>
  args.length >= 2 ? [args[0]!, args.slice(1).join(' ')] : [...args]

function matchInOrder(gold: CarbTuple, predicate: string, args: readonly string[]): Pair {
  const goldPredicate = wordsOf(gold.predicate)
  const words = wordsOf(predicate)
  let matched = sharedWords(goldPredicate, words)
  if (
    words.includes('be') &&
    !goldPredicate.includes('be') &&
    formsOfBe.some((f) => goldPredicate.includes(f))
  )
    matched++
  if (matched === 0 || args.length < 2) return [0, 0]
  let predicted = words.length
  let expected = goldPredicate.length
  slots(gold.args).forEach((slot, i) => {
    const goldWords = wordsOf(slot)
    const slotWords = wordsOf(args[i]!)
    expected += goldWords.length
    predicted += slotWords.length
    matched += sharedWords(goldWords, slotWords)
  })
  return [predicted > 0 ? matched / predicted : 0, expected > 0 ? matched / expected : 0]
}

function match(gold: CarbTuple, extraction: CarbTuple): Pair {
  const args = slots(extraction.args)
  const straight = matchInOrder(gold, extraction.predicate, args)
  if (!swappable.test(gold.predicate)) return straight
  const swapped = matchInOrder(gold, extraction.predicate, args.toReversed())
  return straight[0] > swapped[0] || (straight[0] === swapped[0] && straight[1] >= swapped[1])
    ? straight
    : swapped
}

/** Greedy one-to-one sum of precisions over the rows (gold) and the columns given (predictions). */
function greedyPrecision(pairs: readonly (readonly Pair[])[], columns: readonly number[]): number {
  const cells = pairs
    .flatMap((row, i) => columns.map((j) => ({ i, j, precision: row[j]![0] })))
    .sort((a, b) => b.precision - a.precision || a.i - b.i || a.j - b.j)
  const rows = new Set<number>()
  const used = new Set<number>()
  let sum = 0
  for (const { i, j, precision } of cells) {
    if (rows.has(i) || used.has(j)) continue
    rows.add(i)
    used.add(j)
    sum += precision
  }
  return sum
}

/**
 * Scores extractions as CaRB does (Bhardwaj, Aggarwal and Mausam 2019): precision one to one, recall many
 * to one, over thresholds of confidence; the point of the best F1 is the score. `details` is called with
 * the best recall of every gold tuple and the precision of every extraction at the lowest threshold.
 */
export function scoreCarb(
  gold: ReadonlyMap<string, readonly CarbTuple[]>,
  found: ReadonlyMap<string, readonly CarbExtraction[]>,
): Score {
  const rows = [...gold].map(([sentence, tuples]) => {
    const extractions = found.get(sentence) ?? []
    return { sentence, tuples, extractions, pairs: tuples.map((t) => extractions.map((e) => match(t, e))) }
  })
  const thresholds = [...new Set(rows.flatMap((r) => r.extractions.map((e) => e.confidence)))].sort(
    (a, b) => a - b,
  )
  const words = rows.reduce((sum, r) => sum + wordsOf(r.sentence).length, 0)
  let best: Score | undefined
  for (const threshold of thresholds.length > 0 ? thresholds : [0]) {
    let precision = 0
    let predicted = 0
    let recall = 0
    let expected = 0
    for (const { tuples, extractions, pairs } of rows) {
      const columns = extractions.flatMap((e, j) => (e.confidence >= threshold ? [j] : []))
      expected += tuples.length
      predicted += columns.length
      for (const row of pairs) recall += Math.max(0, ...columns.map((j) => row[j]![1]))
      precision += greedyPrecision(pairs, columns)
    }
    const score = scoreOf([precision, predicted], [recall, expected], predicted, rows.length, words)
    if (!best || score.f1 > best.f1) best = score
  }
  return best!
}
