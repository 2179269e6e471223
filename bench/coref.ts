import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { loadRanker } from '../src/read/load-ranker.ts'
import type { LinkOptions } from '../src/resolve/within/find-links.ts'
import { loadSchema } from '../src/schema/load-schema.ts'
import { answerGap } from './coref/answer-gap.ts'
import { bCubed } from './coref/b-cubed.ts'
import { ceafE } from './coref/ceaf-e.ts'
import { foundClusters, goldClusters, tokenKey } from './coref/clusters.ts'
import { detokenize } from './coref/detokenize.ts'
import { loadEngine } from './coref/engine.ts'
import { type GapAnswer, gapScore } from './coref/gap-score.ts'
import { markedSpan } from './coref/marked-span.ts'
import { muc } from './coref/muc.ts'
import { readGap } from './coref/read-gap.ts'
import { readOntogum } from './coref/read-ontogum.ts'
import { resolveText, withTokens } from './coref/resolve-text.ts'
import { scoreOf, type Tally } from './coref/tally.ts'

const { values } = parseArgs({
  options: {
    ontogum: { type: 'string' },
    gap: { type: 'string' },
    engine: { type: 'string' },
    rules: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const { schema } = loadSchema()
const engine = await loadEngine(values.engine)
/** All links are wanted here, so "stands for nothing" must be three times as likely to win (tuned on train). */
const options: LinkOptions = values.rules ? {} : { ranker: loadRanker(), boldness: 3 }
const report: Record<string, unknown> = {}

if (values.ontogum) {
  const documents = readOntogum(fs.readFileSync(values.ontogum, 'utf8'))
  for (const mode of ['gold tokens', 'raw text'] as const) {
    const tallies: Record<'muc' | 'bCubed' | 'ceafE', Tally[]> = { muc: [], bCubed: [], ceafE: [] }
    const byGenre = new Map<string, typeof tallies>()
    for (const { id, tokens, sentences, mentions } of documents) {
      const { text, spans } = detokenize(tokens)
      const annotator = mode === 'gold tokens' ? withTokens(engine, text, spans, sentences) : engine.annotator
      const linking = resolveText(id, text, annotator, schema, options)
      const gold = goldClusters(mentions)
      const keyOf = tokenKey(spans)
      const found = foundClusters(linking, (phrase) => keyOf(markedSpan(phrase, text)))
      const genre = id.split('_')[1] ?? ''
      if (!byGenre.has(genre)) byGenre.set(genre, { muc: [], bCubed: [], ceafE: [] })
      for (const into of [tallies, byGenre.get(genre)!]) {
        into.muc.push(muc(gold, found))
        into.bCubed.push(bCubed(gold, found))
        into.ceafE.push(ceafE(gold, found))
      }
    }
    const scores = (of: typeof tallies) => {
      const all = { muc: scoreOf(of.muc), bCubed: scoreOf(of.bCubed), ceafE: scoreOf(of.ceafE) }
      return { ...all, mean: (all.muc.f1 + all.bCubed.f1 + all.ceafE.f1) / 3 }
    }
    report[mode] = {
      ...scores(tallies),
      genres: Object.fromEntries([...byGenre].map(([g, t]) => [g, scores(t).mean])),
    }
  }
}
if (values.gap) {
  const answers: GapAnswer[] = readGap(fs.readFileSync(values.gap, 'utf8')).map((snippet) =>
    answerGap(snippet, engine.annotator, schema, options),
  )
  report['gap, one of the two chosen'] = gapScore(answers, true)
  report['gap, free'] = gapScore(answers, false)
}
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`)
else
  console.log(
    JSON.stringify(report, (_, v) => (typeof v === 'number' ? Math.round(v * 10) / 10 : v), 1).replace(
      /\n\s{3,}/g,
      ' ',
    ),
  )
