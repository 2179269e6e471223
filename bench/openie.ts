import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { argumentTexts, relationText } from '../src/extract/views/format.ts'
import { shortTuples } from '../src/extract/views/short-tuples.ts'
import { extractionsOf } from '../src/extract/views/write-view.ts'
import { argumentSpans } from './openie/argument-spans.ts'
import { readBenchie, scoreBenchie } from './openie/benchie.ts'
import { readCarb, scoreCarb } from './openie/carb.ts'
import { type BenchEngine, loadEngine, treeOf } from './openie/engine.ts'
import { readQasrl, scoreQasrl } from './openie/qasrl.ts'
import { type Score, wordsOf } from './openie/score.ts'
import { readWire57, scoreWire57, type WordTuple } from './openie/wire57.ts'

const usage = `npm run bench:openie -- [--carb FILE] [--benchie FILE] [--wire57 FILE] [--qasrl FILE] [--json]

  --carb FILE      gold of CaRB, one tuple a line; scores the maximal view
  --benchie FILE   gold of BenchIE or BenchIE^FL; scores the minimal view
  --wire57 FILE    gold of WiRe57; scores the maximal view and short tuples
  --qasrl FILE     X.gold.csv of QA-SRL, with the sentences in X.full.csv beside it
  --engine FILE    a module with another language engine: annotate(text), annotateTokens(words)
  --json           the scores as JSON`

const read = (file: string): string => readFileSync(file, 'utf8')

function carb(engine: BenchEngine, file: string): Score {
  const gold = readCarb(read(file))
  const found = new Map(
    [...gold.keys()].map((sentence) => {
      const tree = treeOf(engine, wordsOf(sentence))
      const extractions = extractionsOf(tree, 'maximal').map((e) => ({
        predicate: relationText(tree, e),
        args: argumentTexts(tree, e),
        confidence: 1,
      }))
      return [sentence, extractions] as const
    }),
  )
  return scoreCarb(gold, found)
}

function benchie(engine: BenchEngine, file: string): Score {
  const sentences = readBenchie(read(file))
  const found = new Map(
    sentences.map(({ id, text }) => {
      const tree = treeOf(engine, wordsOf(text))
      const triples = extractionsOf(tree, 'minimal').map((e) => {
        const [subject = '', object = ''] = argumentTexts(tree, e)
        return { subject, relation: relationText(tree, e), object }
      })
      return [id, triples] as const
    }),
  )
  return scoreBenchie(sentences, found)
}

/** Tuples without repeats of the same words. */
function unique(tuples: readonly WordTuple[]): WordTuple[] {
  const byWords = new Map(
    tuples.map((t) => [[t.subject, t.relation, t.objects.flat()].map((w) => w.join(' ')).join('\t'), t]),
  )
  return [...byWords.values()]
}

function wire57(engine: BenchEngine, file: string): Score {
  const sentences = readWire57(read(file))
  const found = new Map(
    sentences.map(({ id, tokens }) => {
      const tree = treeOf(engine, tokens)
      const tuples = [...shortTuples(tree, 0, tree.tokens.length), ...extractionsOf(tree, 'maximal')].map(
        (e) => {
          const [subject = '', ...objects] = argumentTexts(tree, e)
          return {
            subject: wordsOf(subject),
            relation: wordsOf(relationText(tree, e)),
            objects: objects.map(wordsOf),
          }
        },
      )
      return [id, unique(tuples)] as const
    }),
  )
  return scoreWire57(sentences, found)
}

function qasrl(engine: BenchEngine, file: string): Score {
  const gold = readQasrl(
    read(file.replace('.full.csv', '.gold.csv')),
    read(file.replace('.gold.csv', '.full.csv')),
  )
  const trees = new Map(
    [...new Set(gold.predicates.map((p) => p.sentence))].map(
      (id) => [id, treeOf(engine, gold.sentences.get(id)!)] as const,
    ),
  )
  return scoreQasrl(gold, ({ sentence, verb }) => argumentSpans(trees.get(sentence)!, verb))
}

const benchmarks = { carb, benchie, wire57, qasrl }

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      carb: { type: 'string' },
      benchie: { type: 'string' },
      wire57: { type: 'string' },
      qasrl: { type: 'string' },
      engine: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const chosen = (Object.keys(benchmarks) as (keyof typeof benchmarks)[]).filter((name) => values[name])
  if (chosen.length === 0) {
    console.log(usage)
    return
  }
  const engine = await loadEngine(values.engine)
  const scores = Object.fromEntries(chosen.map((name) => [name, benchmarks[name](engine, values[name]!)]))
  if (values.json) console.log(JSON.stringify({ engine: engine.name, ...scores }, null, 2))
  else
    for (const [name, s] of Object.entries(scores))
      console.log(
        `${name.padEnd(8)} F1 ${s.f1.toFixed(3)}  P ${s.precision.toFixed(3)}  R ${s.recall.toFixed(3)}  ` +
          `${s.extractions} extractions, ${s.perThousandWords.toFixed(1)} per 1,000 words, ${s.sentences} sentences`,
      )
}

await main()
