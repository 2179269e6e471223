// Times every question on a made graph: `npx tsx bench/query.ts [ENTITIES] [RELATIONS]` (100,000 and 250,000).
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyGraph, openGraph, writeGraph } from '../src/graph/index.ts'
import {
  contradictions,
  neighbours,
  path,
  relations,
  search,
  show,
  stats,
  timeline,
  why,
} from '../src/query/index.ts'
import { madeCorpus } from '../test/graph/made-graph.ts'

const [entities = 100_000, count = 250_000] = process.argv.slice(2).map(Number)
const corpus = madeCorpus({ entities, relations: count, documents: 10_000 })
const made = emptyGraph(corpus.attributes)
for (const [i, { key, ...rest }] of corpus.entities.entries())
  made.addNode(key, { ...rest, x: i, y: i, size: 3, color: '#888888', community: 0, rank: 1 / (i + 1) })
for (const { key, source, target, ...rest } of corpus.relations)
  made.addEdgeWithKey(key, source, target, rest)
const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'))
writeGraph(made, folder)
const megabytes = statSync(join(folder, 'graph.json')).size / 1e6

let begin = performance.now()
const opened = openGraph(folder)
console.log(
  `load of ${made.order} nodes, ${made.size} edges, ${megabytes.toFixed(0)} MB: ${(performance.now() - begin).toFixed(0)} ms`,
)
rmSync(folder, { recursive: true })

const { graph } = opened
const hubs = graph.nodes().filter((node) => graph.degree(node) > 4)
const at = (n: number): string => hubs[(n * 7919) % hubs.length]!
const label = (n: number): string => graph.getNodeAttribute(at(n), 'label')
const questions: Readonly<Record<string, (n: number) => unknown>> = {
  'relations --subject': (n) => relations(opened, { subject: label(n) }),
  'relations --min-origins 3 --limit 20': () => relations(opened, { minOrigins: 3, limit: 20 }),
  'relations --speaker --limit 20': (n) => relations(opened, { speaker: label(n), limit: 20 }),
  'relations --as-of --limit 20': () => relations(opened, { asOf: '2019-05', limit: 20 }),
  path: (n) => path(opened, at(n), at(n + 1)),
  neighbours: (n) => neighbours(opened, label(n)),
  timeline: (n) => timeline(opened, label(n), { undated: true }),
  show: (n) => show(opened, label(n)),
  search: (n) => search(opened, `board ${100 + n}`),
  contradictions: () => contradictions(opened, { about: at(1) }),
  why: (n) => why(opened, at(n), at(n + 1)),
  stats: () => stats(opened),
}
console.log('question                               first ms  median ms  slowest ms (of 20 more)')
for (const [name, ask] of Object.entries(questions)) {
  const times: number[] = []
  for (let n = 0; n <= 20; n++) {
    begin = performance.now()
    ask(n)
    times.push(performance.now() - begin)
  }
  const [first, ...rest] = times
  rest.sort((a, b) => a - b)
  const cells = [first!, rest[10]!, rest.at(-1)!].map((ms) => ms.toFixed(1).padStart(9))
  console.log(`${name.padEnd(38)}${cells.join('  ')}`)
}
