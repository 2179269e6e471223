import nlp from 'compromise/three'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Engine } from '../src/language/engine.ts'
import { loadEngine } from '../src/read/load-annotator.ts'
import { type TreebankSentence, textOf } from './conllu.ts'

const percent = (part: number, whole: number): number => Math.round((10_000 * part) / (whole || 1)) / 100

/** What is used of a token and a sentence of wink-nlp. */
interface WinkToken {
  out(as?: unknown): string
}
interface WinkSentence {
  tokens(): { each(visit: (token: WinkToken) => void): void }
}

/** What peers get right from raw text where they do the same work, in percent. */
export interface PeerScores {
  /** Words whose bounds the peer shares with the treebank, of the treebank's words. */
  readonly shared: number
  /** Of the shared words. */
  readonly upos?: number
  readonly lemma?: number
  /** F1 over sentences, by start and end. */
  readonly sentences: number
}

/** Finds each given piece in the text in turn: its start, or -1. */
function finder(text: string): (piece: string) => number {
  let at = 0
  return (piece) => {
    const start = text.indexOf(piece, at)
    if (start < 0 || start > at + 200) return -1
    at = start + piece.length
    return start
  }
}

/** Tags, lemmas and sentences of wink-nlp. */
export function winkScores(sentences: readonly TreebankSentence[]): PeerScores {
  const { text, words } = textOf(sentences)
  const wink = winkNLP(model)
  const { its } = wink
  const gold = new Map<number, { s: TreebankSentence; i: number }>()
  words.forEach((list, k) => {
    list.forEach(({ start }, i) => {
      gold.set(start, { s: sentences[k]!, i })
    })
  })
  const find = finder(text)
  let shared = 0
  let upos = 0
  let lemma = 0
  const found = new Set<string>()
  wink
    .readDoc(text)
    .sentences()
    .each((sentence: WinkSentence) => {
      let first = -1
      let end = -1
      sentence.tokens().each((token) => {
        const form = token.out()
        const start = find(form)
        if (start < 0) return
        if (first < 0) first = start
        end = start + form.length
        const word = gold.get(start)
        if (word?.s.forms[word.i] !== form) return
        shared++
        if (token.out(its.pos) === word.s.upos[word.i]) upos++
        if (token.out(its.lemma) === word.s.lemmas[word.i]) lemma++
      })
      found.add(`${first}-${end}`)
    })
  return {
    shared: percent(shared, gold.size),
    upos: percent(upos, shared),
    lemma: percent(lemma, shared),
    sentences: sentencesF1(found, words),
  }
}

/** Words and sentences of compromise; its tags are of a set of its own. */
export function compromiseScores(sentences: readonly TreebankSentence[]): PeerScores {
  const { text, words } = textOf(sentences)
  const gold = new Set(words.flatMap((list) => list.map(({ start, end }) => `${start}-${end}`)))
  const find = finder(text)
  const found = new Set<string>()
  let shared = 0
  const parsed = nlp(text).json({ offset: false }) as {
    terms: { text: string; pre: string; post: string }[]
  }[]
  for (const { terms } of parsed) {
    let first = -1
    let end = -1
    for (const { text: form, pre, post } of terms) {
      const start = form === '' ? -1 : find(form)
      if (start < 0) continue
      if (gold.has(`${start}-${start + form.length}`)) shared++
      // Marks of punctuation are no words there: they come with the word.
      if (first < 0) first = start - pre.trimStart().length
      end = start + form.length + post.trimEnd().length
    }
    found.add(`${first}-${end}`)
  }
  return { shared: percent(shared, gold.size), sentences: sentencesF1(found, words) }
}

function sentencesF1(
  found: ReadonlySet<string>,
  words: readonly (readonly { readonly start: number; readonly end: number }[])[],
): number {
  const gold = new Set(words.map((list) => `${list[0]!.start}-${list.at(-1)!.end}`))
  const hits = [...found].filter((sentence) => gold.has(sentence)).length
  return percent(2 * hits, found.size + gold.size)
}

/** A text cut at blank lines into pieces of some thousand characters. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const paragraph of text.split('\n\n')) {
    piece += `${paragraph}\n\n`
    if (piece.length < 5000) continue
    pieces.push(piece)
    piece = ''
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Seconds of processor time that a run takes: on a shared machine the clock also counts the work of others. */
export function processorSeconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/**
 * Tokens a second of processor time of each engine over the same text in the same run, after a warm-up. The engines
 * take turns at short pieces of the text, and of each piece the fastest of three rounds counts: what else the machine
 * does meanwhile falls on all of them alike.
 */
export function speeds(sentences: readonly TreebankSentence[], engine: Engine): Record<string, number> {
  const pieces = piecesOf(textOf(sentences).text)
  const wink = winkNLP(model)
  const tagsOnly = loadEngine({ trees: false, names: false })
  const withTrees = loadEngine({ names: false })
  const runs: Readonly<Record<string, (text: string) => number>> = {
    'redthread: tags, lemmas, trees, names': (text) => engine.annotate(text).tokens.length,
    'redthread: tags, lemmas, trees': (text) => withTrees.annotate(text).tokens.length,
    'redthread: tags, lemmas': (text) => tagsOnly.annotate(text).tokens.length,
    'compromise three (no trees)': (text) => nlp(text).termList().length,
    'wink-nlp (no trees)': (text) => wink.readDoc(text).tokens().length(),
  }
  const rates: Record<string, number> = {}
  const fastest = new Map<string, number[]>()
  for (let round = 0; round < 4; round++)
    for (const [k, piece] of pieces.entries())
      for (const [name, run] of Object.entries(runs)) {
        const seconds = processorSeconds(() => run(piece))
        const times = fastest.get(name) ?? []
        if (round > 0) times[k] = Math.min(times[k] ?? Number.POSITIVE_INFINITY, seconds)
        fastest.set(name, times)
      }
  for (const [name, run] of Object.entries(runs)) {
    const tokens = pieces.reduce((sum, piece) => sum + run(piece), 0)
    rates[name] = Math.round(tokens / fastest.get(name)!.reduce((sum, seconds) => sum + seconds, 0))
  }
  return rates
}
