import { type Score, scoreOf, wordsOf } from './score.ts'

/** A part of a slot's wording; an optional one may be left out. */
interface Piece {
  readonly words: readonly string[]
  readonly optional: boolean
}

/** One acceptable wording of a fact: subject, relation, object. */
type Wording = readonly (readonly Piece[])[]

/** A sentence with its facts, each as all its acceptable wordings. */
export interface BenchieSentence {
  readonly id: string
  readonly text: string
  readonly facts: readonly (readonly Wording[])[]
}

/** A system's triple. */
export interface Triple {
  readonly subject: string
  readonly relation: string
  readonly object: string
}

function readSlot(text: string): Piece[] {
  return [...text.matchAll(/\[([^\]]*)\]|[^[\]]+/g)]
    .map((m) => ({ words: wordsOf(m[1] ?? m[0]), optional: m[1] !== undefined }))
    .filter((piece) => piece.words.length > 0)
}

/** Reads gold of BenchIE: `sent_id:N TAB sentence`, then clusters of `subject --> relation --> object`. */
export function readBenchie(text: string): BenchieSentence[] {
  const sentences: { id: string; text: string; facts: Wording[][] }[] = []
  for (const line of text.split('\n')) {
    const sentence = sentences.at(-1)
    if (line.startsWith('sent_id:')) {
      const [id = '', words = ''] = line.split('\t')
      sentences.push({ id: id.slice('sent_id:'.length).trim(), text: words.trim(), facts: [] })
    } else if (/--> Cluster/.test(line)) sentence?.facts.push([])
    else if (line.includes('-->')) sentence?.facts.at(-1)?.push(line.split('-->').map(readSlot))
  }
  return sentences
}

/** Whether words are exactly a wording, with any of its optional parts left out. */
function accepts(pieces: readonly Piece[], words: readonly string[]): boolean {
  let places = new Set([0])
  for (const piece of pieces) {
    const next = new Set(piece.optional ? places : [])
    for (const place of places)
      if (piece.words.every((word, i) => words[place + i] === word)) next.add(place + piece.words.length)
    places = next
  }
  return places.has(words.length)
}

/**
 * Scores triples as BenchIE does (Gashteovski et al. 2022): a triple is right when its three slots equal some
 * wording of some fact; several right wordings of one fact count once.
 */
export function scoreBenchie(
  sentences: readonly BenchieSentence[],
  found: ReadonlyMap<string, readonly Triple[]>,
): Score {
  let hits = 0
  let facts = 0
  let wrong = 0
  let extractions = 0
  let words = 0
  for (const sentence of sentences) {
    words += wordsOf(sentence.text).length
    const hit = new Set<number>()
    for (const triple of found.get(sentence.id) ?? []) {
      extractions++
      const slots = [triple.subject, triple.relation, triple.object].map(wordsOf)
      const matched = sentence.facts.flatMap((fact, i) =>
        fact.some((wording) => wording.length === 3 && slots.every((s, k) => accepts(wording[k]!, s)))
          ? [i]
          : [],
      )
      if (matched.length === 0) wrong++
      for (const i of matched) hit.add(i)
    }
    hits += hit.size
    facts += sentence.facts.length
  }
  return scoreOf([hits, hits + wrong], [hits, facts], extractions, sentences.length, words)
}
