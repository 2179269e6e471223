import { parseArgs } from 'node:util'
import nlp from 'compromise/three'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { loadAnnotator, loadEngine } from '../src/read/load-annotator.ts'
import { readTreebank, type TreebankSentence, textOf } from './conllu.ts'

// redthread's accuracy and speed on a treebank, with wink-nlp's and compromise's figures where they do the same work.
const { values } = parseArgs({
  options: {
    treebank: { type: 'string' },
    raw: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
if (values.treebank === undefined) {
  console.error('Name a treebank: npm run bench:language -- --treebank FILE.conllu [--raw] [--json]')
  process.exit(2)
}
const sentences = readTreebank(values.treebank)
const engine = loadAnnotator()
const percent = (part: number, whole: number): number => Math.round((10_000 * part) / (whole || 1)) / 100
const coarse = (relation: string): string => relation.split(':')[0]!

interface Scores {
  upos: number
  xpos: number
  lemma: number
  uas: number
  las: number
  tokens: number
  sentences: number
  tokensPerSecond: number
}

/** Accuracy on the treebank's own words. LAS compares labels without subtypes, as the CoNLL 2018 task did. */
function onGoldTokens(): Scores {
  let total = 0
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 }
  for (const s of sentences.slice(0, 200)) engine.analyse(s.forms)
  const started = performance.now()
  const found = sentences.map((s) => engine.analyse(s.forms))
  const seconds = (performance.now() - started) / 1000
  sentences.forEach((s, k) => {
    const a = found[k]!
    for (let i = 0; i < s.forms.length; i++) {
      total++
      if (a.upos[i] === s.upos[i]) right.upos++
      if (a.xpos[i] === s.xpos[i]) right.xpos++
      if (a.lemmas[i] === s.lemmas[i]) right.lemma++
      if (a.heads[i] !== s.heads[i]! - 1) continue
      right.uas++
      if (coarse(a.relations[i]!) === coarse(s.relations[i]!)) right.las++
    }
  })
  return {
    upos: percent(right.upos, total),
    xpos: percent(right.xpos, total),
    lemma: percent(right.lemma, total),
    uas: percent(right.uas, total),
    las: percent(right.las, total),
    tokens: 100,
    sentences: 100,
    tokensPerSecond: Math.round(total / seconds),
  }
}

/** F1 over spans, and over aligned words, from raw text: the method of the CoNLL 2018 shared task. */
function onRawText(): Scores {
  const { text, words } = textOf(sentences)
  engine.annotate(text.slice(0, 20_000))
  const started = performance.now()
  const found = engine.annotate(text)
  const seconds = (performance.now() - started) / 1000
  const goldAt = new Map<string, { s: TreebankSentence; i: number; k: number }>()
  const goldEnds = new Set<string>()
  words.forEach((list, k) => {
    goldEnds.add(`${list[0]!.start}-${list.at(-1)!.end}`)
    list.forEach(({ start, end }, i) => {
      goldAt.set(`${start}-${end}`, { s: sentences[k]!, i, k })
    })
  })
  const right = { tokens: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 }
  for (const token of found.tokens) {
    const gold = goldAt.get(`${token.start}-${token.end}`)
    if (!gold) continue
    const { s, i, k } = gold
    right.tokens++
    if (token.upos === s.upos[i]) right.upos++
    if (token.xpos === s.xpos[i]) right.xpos++
    if (token.lemma === s.lemmas[i]) right.lemma++
    const head = token.head! < 0 ? undefined : found.tokens[token.head!]!
    const goldHead = s.heads[i] === 0 ? undefined : words[k]![s.heads[i]! - 1]!
    if (head?.start !== goldHead?.start || head?.end !== goldHead?.end) continue
    right.uas++
    if (coarse(token.deprel!) === coarse(s.relations[i]!)) right.las++
  }
  const sentenceHits = found.sentences.filter((s) => goldEnds.has(`${s.start}-${s.end}`)).length
  const f1 = (hits: number, a: number, b: number): number => percent(2 * hits, a + b)
  const words2 = (hits: number): number => f1(hits, found.tokens.length, goldAt.size)
  return {
    upos: words2(right.upos),
    xpos: words2(right.xpos),
    lemma: words2(right.lemma),
    uas: words2(right.uas),
    las: words2(right.las),
    tokens: words2(right.tokens),
    sentences: f1(sentenceHits, found.sentences.length, sentences.length),
    tokensPerSecond: Math.round(found.tokens.length / seconds),
  }
}

/** Tokens a second of each engine over the same text in the same run, after a warm-up; the best of three. */
function speeds(): Record<string, number> {
  const { text } = textOf(sentences)
  const best = (run: () => number): number => {
    run()
    let most = 0
    for (let i = 0; i < 3; i++) {
      const started = performance.now()
      const tokens = run()
      most = Math.max(most, tokens / ((performance.now() - started) / 1000))
    }
    return Math.round(most)
  }
  const wink = winkNLP(model)
  const tagsOnly = loadEngine({ trees: false, names: false })
  const withTrees = loadEngine({ names: false })
  return {
    'redthread: tags, lemmas, trees, names': best(() => engine.annotate(text).tokens.length),
    'redthread: tags, lemmas, trees': best(() => withTrees.annotate(text).tokens.length),
    'redthread: tags, lemmas': best(() => tagsOnly.annotate(text).tokens.length),
    'compromise three (no trees)': best(() => nlp(text).termList().length),
    'wink-nlp (no trees)': best(() => wink.readDoc(text).tokens().length()),
  }
}

/** What is used of wink-nlp's sentences. */
interface WinkSentence {
  tokens(): { each(visit: (token: { out(as?: unknown): string }) => void): void }
}

/** UPOS and sentences of wink-nlp from raw text, on the words whose bounds it shares with the treebank. */
function winkScores(): { upos: number; sentences: number } {
  const { text, words } = textOf(sentences)
  const wink = winkNLP(model)
  const its = wink.its
  const gold = new Map<number, string>()
  words.forEach((list, k) => {
    list.forEach(({ start }, i) => {
      gold.set(start, `${sentences[k]!.forms[i]}\t${sentences[k]!.upos[i]}`)
    })
  })
  let at = 0
  let shared = 0
  let right = 0
  const ends = new Set(words.map((list) => list.at(-1)!.end))
  const found = new Set<number>()
  wink
    .readDoc(text)
    .sentences()
    .each((sentence: WinkSentence) => {
      sentence.tokens().each((token: { out(as?: unknown): string }) => {
        const form = token.out()
        const start = text.indexOf(form, at)
        if (start < 0 || start > at + 200) return
        at = start + form.length
        const [goldForm, goldTag] = gold.get(start)?.split('\t') ?? []
        if (goldForm !== form) return
        shared++
        if (token.out(its.pos) === goldTag) right++
      })
      found.add(at)
    })
  const hits = [...found].filter((end) => ends.has(end)).length
  return { upos: percent(right, shared), sentences: percent(2 * hits, found.size + ends.size) }
}

const scores = values.raw ? onRawText() : onGoldTokens()
if (values.json) console.log(JSON.stringify({ ...scores, speeds: speeds() }))
else {
  console.log(
    `${values.treebank}, ${values.raw ? 'from raw text' : 'on gold tokens'}, LAS by labels without subtypes`,
  )
  for (const [name, value] of Object.entries(scores)) console.log(`  ${name.padEnd(18)}${value}`)
  const wink = winkScores()
  console.log(`  wink-nlp from raw text, on shared words: UPOS ${wink.upos}, sentences F ${wink.sentences}`)
  console.log('Tokens a second, same text and run:')
  const all = speeds()
  const reference = all['compromise three (no trees)']!
  for (const [name, value] of Object.entries(all))
    console.log(
      `  ${name.padEnd(40)}${String(value).padStart(8)}  ${(value / reference).toFixed(2)} x compromise`,
    )
}
