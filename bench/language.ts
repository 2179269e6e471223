import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { AnalysedSentence } from '../src/language/engine.ts'
import type { Annotation } from '../src/model/index.ts'
import { loadAnnotator } from '../src/read/load-annotator.ts'
import { readTreebank, type TreebankSentence, textOf } from './conllu.ts'
import { compromiseScores, processorSeconds, speeds, winkScores } from './language-peers.ts'

// redthread's accuracy and speed on a treebank, with wink-nlp's and compromise's figures where they do the same work.
// --accuracy leaves out what takes long: the speeds and the cost of loading.
const { values } = parseArgs({
  options: {
    treebank: { type: 'string' },
    raw: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    accuracy: { type: 'boolean', default: false },
  },
})
if (values.treebank === undefined) {
  console.error(
    'Name a treebank: npm run bench:language -- --treebank FILE.conllu [--raw] [--accuracy] [--json]',
  )
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
  let found: AnalysedSentence[] = []
  const seconds = processorSeconds(() => {
    found = sentences.map((s) => engine.analyse(s.forms))
  })
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
  let found: Annotation = { tokens: [], sentences: [], names: [] }
  const seconds = processorSeconds(() => {
    found = engine.annotate(text)
  })
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

/** Milliseconds to load the engine, and the megabytes that a process with nothing else holds then (resident). */
function loadCost(): { loadMs: number; memoryMb: number } {
  const script = fileURLToPath(new URL('./language-load.ts', import.meta.url))
  const lines = execFileSync(process.execPath, [...process.execArgv, script], { encoding: 'utf8' })
  return JSON.parse(lines) as { loadMs: number; memoryMb: number }
}

const scores = values.raw ? onRawText() : onGoldTokens()
const peers = { wink: winkScores(sentences), compromise: compromiseScores(sentences) }
const costs = values.accuracy ? undefined : { ...loadCost(), speeds: speeds(sentences, engine) }
if (values.json) console.log(JSON.stringify({ ...scores, peers, ...costs }))
else {
  console.log(
    `${values.treebank}, ${values.raw ? 'from raw text' : 'on gold tokens'}, LAS by labels without subtypes`,
  )
  for (const [name, value] of Object.entries(scores)) console.log(`  ${name.padEnd(18)}${value}`)
  console.log('Peers from raw text; tags and lemmas on the words whose bounds they share with the treebank:')
  const { wink, compromise } = peers
  console.log(
    `  wink-nlp: shared ${wink.shared} %, UPOS ${wink.upos}, lemmas ${wink.lemma}, sentences F ${wink.sentences}`,
  )
  console.log(`  compromise: shared ${compromise.shared} %, sentences F ${compromise.sentences}`)
  if (costs) {
    console.log(
      `Loading takes ${costs.loadMs} ms; a process with the engine loaded holds ${costs.memoryMb} MB.`,
    )
    console.log('Tokens a second of processor time, same text and run:')
    const reference = costs.speeds['compromise three (no trees)']!
    for (const [name, value] of Object.entries(costs.speeds)) {
      const ratio = (value / reference).toFixed(2)
      console.log(`  ${name.padEnd(40)}${String(value).padStart(8)}  ${ratio} x compromise`)
    }
  }
}
