import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { Annotator, DocumentClaims, Ranker, Span } from '../../src/model/index.ts'
import { type Choice, choices } from '../../src/resolve/within/choice.ts'
import { findLinks, startLinks } from '../../src/resolve/within/find-links.ts'
import { featureCount } from '../../src/resolve/within/pair-features.ts'
import type { Phrase } from '../../src/resolve/within/phrase.ts'
import { best, rank } from '../../src/resolve/within/ranker.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { bCubed } from './b-cubed.ts'
import { ceafE } from './ceaf-e.ts'
import { foundClusters, goldClusters, tokenKey } from './clusters.ts'
import { detokenize } from './detokenize.ts'
import { loadEngine } from './engine.ts'
import { markedSpan } from './marked-span.ts'
import { muc } from './muc.ts'
import { readGap } from './read-gap.ts'
import { type GoldMention, readOntogum } from './read-ontogum.ts'
import { withTokens } from './resolve-text.ts'
import { scoreOf } from './tally.ts'

const { values } = parseArgs({
  options: {
    ontogum: { type: 'string' },
    gap: { type: 'string' },
    /** Several: document i is annotated by engine i modulo their number. Without one: the engine that is shipped. */
    engine: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    epochs: { type: 'string', default: '5' },
    /** The weights of so many runs, each over the texts in another order, are averaged. */
    seeds: { type: 'string', default: '4' },
    rate: { type: 'string', default: '0.1' },
    fold: { type: 'string' },
    /** How much a snippet of GAP counts beside a phrase of OntoGUM. */
    gapweight: { type: 'string', default: '2' },
    boldness: { type: 'string', default: '3' },
  },
})
const { schema } = loadSchema()
const engines = await Promise.all(
  values.engine.length > 0 ? values.engine.map(loadEngine) : [loadEngine(undefined)],
)

/** A text with what is known of it: which phrases are one thing, or which names a pronoun may stand for. */
interface Example {
  readonly claims: DocumentClaims
  /** A name for the thing a phrase refers to, if the data say. */
  entityOf?(phrase: Phrase): string | undefined
  readonly marked?: {
    readonly text: string
    readonly spans: readonly Span[]
    readonly gold: readonly GoldMention[]
  }
  readonly gap?: {
    readonly pronoun: number
    readonly names: readonly { start: number; end: number; is: boolean }[]
  }
}

function claimsOf(id: string, text: string, annotator: Annotator): DocumentClaims {
  const document = { id, source: id, hash: '', format: 'txt', language: 'en', text, zones: [] }
  return extractClaims(annotateDocument(document, annotator, schema), schema, extractors).claims
}

const examples: Example[] = []
readOntogum(fs.readFileSync(values.ontogum!, 'utf8')).forEach(
  ({ id, tokens, sentences, mentions }, index) => {
    const { text, spans } = detokenize(tokens)
    const engine = engines[index % engines.length]!
    const claims = claimsOf(id, text, withTokens(engine, text, spans, sentences))
    const entities = new Map(mentions.map((m) => [`${m.first}-${m.last}`, m.entity]))
    const keyOf = tokenKey(spans)
    examples.push({
      claims,
      marked: { text, spans, gold: mentions },
      entityOf: (phrase) => entities.get(keyOf(markedSpan(phrase, text))),
    })
  },
)
const gapExamples: Example[] = readGap(fs.readFileSync(values.gap!, 'utf8')).map((snippet) => ({
  claims: claimsOf(snippet.id, snippet.text, engines[0]!.annotator),
  gap: {
    pronoun: snippet.pronoun.start,
    names: snippet.names.map(({ text, start, is }) => ({ start, end: start + text.length, is })),
  },
}))
console.error('read', examples.length, gapExamples.length)

const weights = new Float64Array(featureCount)
const squares = new Float64Array(featureCount)
const sums = new Float64Array(featureCount)
const since = new Int32Array(featureCount)
let steps = 0
const ranker: Ranker = { weights, scale: 1 }

function forget(): void {
  for (const table of [weights, squares, sums, since]) table.fill(0)
  steps = 0
}

const rate = Number(values.rate)
function update(gradient: Map<number, number>): void {
  steps++
  for (const [feature, value] of gradient) {
    sums[feature]! += weights[feature]! * (steps - since[feature]!)
    since[feature] = steps
    squares[feature]! += value * value
    weights[feature]! += (rate * value) / (Math.sqrt(squares[feature]!) + 0.1)
  }
}

/** One step towards the right options, which are those of `right` and "none" where `none` holds. */
function learn(choice: Choice, right: readonly boolean[], none: boolean, weight: number): void {
  const score = (list: readonly number[]): number => list.reduce((sum, f) => sum + weights[f]!, 0)
  const lists = [...choice.options.map((o) => o.features), choice.none].map((source) => {
    const list: number[] = []
    source((feature) => list.push(feature))
    return list
  })
  const scores = lists.map(score)
  const good = [...right, none]
  const top = Math.max(...scores)
  const exps = scores.map((s) => Math.exp(s - top))
  const all = exps.reduce((a, b) => a + b, 0)
  const rightSum = exps.reduce((a, b, i) => a + (good[i] ? b : 0), 0)
  if (rightSum === 0) return
  const gradient = new Map<number, number>()
  exps.forEach((e, i) => {
    const push = weight * ((good[i] ? e / rightSum : 0) - e / all)
    if (Math.abs(push) < 1e-4) return
    for (const f of lists[i]!) gradient.set(f, (gradient.get(f) ?? 0) + push)
  })
  update(gradient)
}

function train(example: Example): void {
  const { phrases, chains, settled } = startLinks(example.claims, schema)
  const within = (p: Phrase, n: { start: number; end: number }): boolean =>
    p.mention !== undefined && p.kind !== 'pronoun' && p.head >= n.start && p.head < n.end
  for (const choice of choices(phrases, chains, settled)) {
    const { phrase, options } = choice
    const found = best(choice, rank(choice, ranker), (o) => chains.find(o.phrase))
    if (example.entityOf) {
      const entity = example.entityOf(phrase)
      const right = options.map((o) => entity !== undefined && example.entityOf!(o.phrase) === entity)
      const none = !right.includes(true)
      learn(choice, right, none, 1)
    } else if (example.gap && phrase.head === example.gap.pronoun) {
      const chainsOf = example.gap.names.map(
        (n) => new Set(phrases.filter((p) => within(p, n)).map(chains.find)),
      )
      const is = (o: { phrase: Phrase }, i: number): boolean => chainsOf[i]!.has(chains.find(o.phrase))
      const { names } = example.gap
      const right = options.map((o) =>
        names.some((n) => n.is) ? names.some((n, i) => n.is && is(o, i)) : !names.some((_, i) => is(o, i)),
      )
      if (right.includes(true)) learn(choice, right, !names.some((n) => n.is), Number(values.gapweight))
    }
    if (found) chains.join(phrase, found.option.phrase)
  }
}

const fold = values.fold === undefined ? -1 : Number(values.fold)
const training = [
  ...examples.filter((_, i) => i % 4 !== fold),
  ...gapExamples.filter((_, i) => i % 4 !== fold),
]
const held = fold < 0 ? [] : examples.filter((_, i) => i % 4 === fold)
const heldGap = fold < 0 ? [] : gapExamples.filter((_, i) => i % 4 === fold)
function evaluate(label: string, by: Ranker | undefined): void {
  const tallies = held.map(({ claims, marked }) => {
    const found = foundClusters(
      findLinks(claims, schema, by ? { ranker: by, boldness: Number(values.boldness) } : {}),
      marked!.text,
      marked!.spans,
    )
    const key = goldClusters(marked!.gold)
    return [muc(key, found), bCubed(key, found), ceafE(key, found)] as const
  })
  const s = [0, 1, 2].map((i) => scoreOf(tallies.map((t) => t[i]!)))
  let right = 0
  let all = 0
  for (const { claims, gap } of heldGap) {
    if (!gap!.names.some((n) => n.is)) continue
    all++
    const { phrases, links } = findLinks(
      claims,
      schema,
      by ? { ranker: by, boldness: Number(values.boldness) } : {},
    )
    const { chains } = startLinks(claims, schema)
    for (const l of links)
      if (l.sieve !== 'office') chains.join(phrases[l.phrase.index]!, phrases[l.antecedent.index]!)
    const p = phrases.find((x) => x.head === gap!.pronoun && x.kind === 'pronoun')
    if (!p) continue
    const [a, b] = gap!.names.map((n) =>
      phrases.some(
        (x) =>
          x.mention &&
          x.kind !== 'pronoun' &&
          x.head >= n.start &&
          x.head < n.end &&
          chains.find(x) === chains.find(p),
      ),
    )
    if (a === gap!.names[0]!.is && b === gap!.names[1]!.is) right++
  }
  console.log(
    label,
    'mean',
    (s.reduce((a, b) => a + b.f1, 0) / 3).toFixed(2),
    s.map((x) => `${x.recall.toFixed(1)}/${x.precision.toFixed(1)}/${x.f1.toFixed(1)}`).join(' '),
    'gap',
    ((100 * right) / Math.max(1, all)).toFixed(1),
  )
}

const scale = 100
const limit = 32000

/** The mean of the weights after each step: it forgets less of what was seen first (Collins 2002). */
const averaged = (): Float64Array =>
  weights.map((w, f) => (sums[f]! + w * (steps - since[f]!)) / Math.max(1, steps))

/** Learns from the texts, each time through in another order. */
function run(seed: number): Float64Array {
  forget()
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 4294967296
  }
  const order = [...training]
  for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const example of order) train(example)
  }
  return averaged()
}

if (held.length) evaluate('rules', undefined)
const total = new Float64Array(featureCount)
const seeds = Number(values.seeds)
for (let seed = 1; seed <= seeds; seed++) {
  run(seed).forEach((w, f) => {
    total[f]! += w
  })
}
const learnt: Ranker = {
  weights: Int16Array.from(total, (w) => Math.max(-limit, Math.min(limit, Math.round((scale * w) / seeds)))),
  scale,
}
if (held.length) evaluate('learnt', learnt)
if (values.out) {
  const rows = Array.from(learnt.weights).flatMap((w, f) => (w === 0 ? [] : [[f, w]]))
  console.log('weights', rows.length)
  fs.writeFileSync(values.out, `${JSON.stringify({ features: featureCount, scale, weights: rows })}\n`)
}
