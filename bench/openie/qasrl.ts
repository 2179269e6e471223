import { parse } from 'csv-parse/sync'
import { type Score, scoreOf, wordsOf } from './score.ts'

/** A half-open range of tokens of a sentence. */
export type TokenSpan = readonly [first: number, end: number]

/** A verb of a sentence with the spans that answer the questions about it. */
export interface QasrlPredicate {
  readonly sentence: string
  readonly verb: number
  readonly answers: readonly TokenSpan[]
}

/** The gold of QA-SRL: the words of each sentence by id, and the predicates. */
export interface QasrlGold {
  readonly sentences: ReadonlyMap<string, readonly string[]>
  readonly predicates: readonly QasrlPredicate[]
}

/**
 * Reads the two files of a part of QA-SRL (Roit et al. 2020): the questions with their answers, several of
 * one question parted by `~!~`, and the sentences. Questions marked redundant are left out, and a span that
 * answers two questions counts once.
 */
export function readQasrl(questions: string, sentences: string): QasrlGold {
  const words = new Map<string, readonly string[]>()
  for (const row of parse(sentences, { columns: true }) as Record<string, string>[])
    words.set(row.qasrl_id!, wordsOf(row.tokens!))
  const predicates = new Map<string, { sentence: string; verb: number; answers: Map<string, TokenSpan> }>()
  for (const row of parse(questions, { columns: true }) as Record<string, string>[]) {
    const key = `${row.qasrl_id} ${row.verb_idx}`
    let predicate = predicates.get(key)
    if (!predicate) {
      predicate = { sentence: row.qasrl_id!, verb: Number(row.verb_idx), answers: new Map() }
      predicates.set(key, predicate)
    }
    if (row.is_redundant === 'True' || !row.answer_range) continue
    for (const range of row.answer_range.split('~!~')) {
      const [first, end] = range.split(':').map(Number)
      predicate.answers.set(range, [first!, end!])
    }
  }
  return {
    sentences: words,
    predicates: [...predicates.values()].map((p) => ({ ...p, answers: [...p.answers.values()] })),
  }
}

/** Tokens in both spans over tokens in either. */
function overlap(a: TokenSpan, b: TokenSpan): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return shared <= 0 ? 0 : shared / (a[1] - a[0] + b[1] - b[0] - shared)
}

/** The largest number of pairs, each span used once, that overlap by half or more. */
function matches(gold: readonly TokenSpan[], found: readonly TokenSpan[]): number {
  const partner = new Map<number, number>()
  const place = (i: number, tried: Set<number>): boolean => {
    for (let j = 0; j < found.length; j++) {
      if (tried.has(j) || overlap(gold[i]!, found[j]!) < 0.5) continue
      tried.add(j)
      const other = partner.get(j)
      if (other === undefined || place(other, tried)) {
        partner.set(j, i)
        return true
      }
    }
    return false
  }
  return gold.filter((_, i) => place(i, new Set())).length
}

/** Scores argument spans without their roles: a span is right at an overlap of half under the same predicate. */
export function scoreQasrl(
  gold: QasrlGold,
  spansOf: (predicate: QasrlPredicate) => readonly TokenSpan[],
): Score {
  let right = 0
  let expected = 0
  let predicted = 0
  for (const predicate of gold.predicates) {
    const spans = spansOf(predicate)
    right += matches(predicate.answers, spans)
    expected += predicate.answers.length
    predicted += spans.length
  }
  const read = new Set(gold.predicates.map((p) => p.sentence))
  const words = [...read].reduce((sum, id) => sum + (gold.sentences.get(id)?.length ?? 0), 0)
  return scoreOf([right, predicted], [right, expected], predicted, read.size, words)
}
