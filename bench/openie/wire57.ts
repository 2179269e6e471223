import { f1Of, type Score, scoreOf, sharedWords } from './score.ts'

/** Words of a gold slot, those that the sentence does not hold marked as inferred. */
interface Wording {
  readonly words: readonly string[]
  readonly inferred: readonly boolean[]
}

/** A slot of a gold tuple in all its wordings. */
type Slot = readonly Wording[]

interface GoldTuple {
  readonly subject: Slot
  readonly relation: Slot
  readonly object: Slot
  readonly more: readonly Slot[]
}

/** A sentence of WiRe57 with its document, tokens and gold tuples. */
export interface Wire57Sentence {
  readonly id: string
  readonly document: string
  readonly text: string
  readonly tokens: readonly string[]
  readonly tuples: readonly GoldTuple[]
}

/** A system's tuple in words: subject, relation, arguments. */
export interface WordTuple {
  readonly subject: readonly string[]
  readonly relation: readonly string[]
  readonly objects: readonly (readonly string[])[]
}

interface RawSlot {
  readonly words: readonly string[]
  readonly words_indexes: readonly unknown[]
  readonly decorefed_words?: readonly string[]
  readonly decorefed_indexes?: readonly unknown[]
}

interface RawTuple {
  readonly arg1: RawSlot
  readonly rel: RawSlot
  readonly arg2: RawSlot
  readonly 'arg3+': readonly RawSlot[]
}

interface RawSentence {
  readonly id: string
  readonly sent: string
  readonly tokens: readonly string[]
  readonly tuples: readonly RawTuple[]
}

/** The wordings of a slot: as written, and with what its pronouns stand for. */
function slot(raw: RawSlot): Slot {
  const wording = (words: readonly string[], indexes: readonly unknown[]): Wording => ({
    words,
    inferred: words.map((_, i) => indexes[i] === 'inf'),
  })
  const written = wording(raw.words, raw.words_indexes)
  return raw.decorefed_words
    ? [written, wording(raw.decorefed_words, raw.decorefed_indexes ?? [])]
    : [written]
}

/** Reads the gold file. */
export function readWire57(text: string): Wire57Sentence[] {
  const documents = JSON.parse(text) as Record<string, readonly RawSentence[]>
  return Object.entries(documents).flatMap(([document, sentences]) =>
    sentences.map((s) => ({
      id: s.id,
      document,
      text: s.sent,
      tokens: s.tokens,
      tuples: s.tuples.map((t) => ({
        subject: slot(t.arg1),
        relation: slot(t.rel),
        object: slot(t.arg2),
        more: t['arg3+'].map(slot),
      })),
    })),
  )
}

type Pair = readonly [precision: number, recall: number]

/** The wording that shares most words with a system's; that as written where they share as many. */
const closest = (slot: Slot, words: readonly string[]): Wording =>
  slot.reduce((best, wording) =>
    sharedWords(wording.words, words) > sharedWords(best.words, words) ? wording : best,
  )

/** Word precision and recall of a tuple; undefined unless each of the three slots shares a word. */
function match(gold: GoldTuple, tuple: WordTuple): Pair | undefined {
  const [object = [], ...more] = tuple.objects
  const required: (readonly [Slot, readonly string[]])[] = [
    [gold.subject, tuple.subject],
    [gold.relation, tuple.relation],
    [gold.object, object],
  ]
  if (required.some(([slot, words]) => sharedWords(closest(slot, words).words, words) === 0)) return undefined
  const further = more.flat()
  const all = gold.more.map((slot) => closest(slot, further))
  const rest: Wording = {
    words: all.flatMap((w) => w.words),
    inferred: all.flatMap((w) => w.inferred),
  }
  let predicted = 0
  let right = 0
  let expected = 0
  let found = 0
  for (const [slot, words] of [...required, [[rest], further] as const]) {
    const wording = closest(slot, words)
    const written = wording.words.filter((_, i) => !wording.inferred[i])
    predicted += words.length
    right += sharedWords(wording.words, words)
    expected += written.length
    found += sharedWords(written, words)
  }
  return [right / predicted, expected > 0 ? found / expected : 0]
}

/**
 * Scores tuples as WiRe57 does (Lechelle, Gotti and Langlais 2019): pairs are taken one to one, the best F1
 * first, and give their word precision and recall.
 */
export function scoreWire57(
  sentences: readonly Wire57Sentence[],
  found: ReadonlyMap<string, readonly WordTuple[]>,
): Score {
  let precision = 0
  let recall = 0
  let predicted = 0
  let expected = 0
  let words = 0
  for (const sentence of sentences) {
    const tuples = found.get(sentence.id) ?? []
    words += sentence.tokens.length
    predicted += tuples.length
    expected += sentence.tuples.length
    const cells = sentence.tuples
      .flatMap((gold, i) =>
        tuples.flatMap((tuple, j) => {
          const pair = match(gold, tuple)
          return pair ? [{ i, j, pair, f1: f1Of(...pair) }] : []
        }),
      )
      .sort((a, b) => b.f1 - a.f1 || a.i - b.i || a.j - b.j)
    const rows = new Set<number>()
    const columns = new Set<number>()
    for (const { i, j, pair } of cells) {
      if (rows.has(i) || columns.has(j)) continue
      rows.add(i)
      columns.add(j)
      precision += pair[0]
      recall += pair[1]
    }
  }
  return scoreOf([precision, predicted], [recall, expected], predicted, sentences.length, words)
}
