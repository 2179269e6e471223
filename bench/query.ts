// Times every question on a made graph: `npm run bench:query -- [ENTITIES] [RELATIONS] [--json]` (100,000 and
// 250,000). The graph is made in one process and asked in another, as a user has it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { emptyGraph, type OpenedGraph, openGraph, writeGraph } from '../src/graph/index.ts'
import {
  contradictions,
  entities,
  evidence,
  neighbours,
  path,
  prepareGraph,
  QueryError,
  relations,
  search,
  show,
  stats,
  timeline,
  why,
} from '../src/query/index.ts'
import { madeCorpus } from '../test/graph/made-graph.ts'

/** Writes a made graph with about so many entities; some names of the generator fall together. */
function makeGraph(folder: string, nodes: number, edges: number): void {
  const corpus = madeCorpus({ entities: Math.round(nodes * 1.2475), relations: edges, documents: 10_000 })
  const made = emptyGraph(corpus.attributes)
  for (const [i, { key, ...rest }] of corpus.entities.entries())
    made.addNode(key, { ...rest, x: i, y: i, size: 3, color: '#888888', community: 0, rank: 1 / (i + 1) })
  for (const { key, source, target, ...rest } of corpus.relations)
    made.addEdgeWithKey(key, source, target, rest)
  writeGraph(made, folder)
}

function timed<T>(action: () => T): [made: T, ms: number] {
  const begin = performance.now()
  const made = action()
  return [made, performance.now() - begin]
}

/** Each question asked with the n-th example; an unknown name is a question too. */
function questionsOf(opened: OpenedGraph): Readonly<Record<string, (n: number) => unknown>> {
  const { graph } = opened
  const hubs = graph.nodes().filter((node) => graph.degree(node) > 4)
  const at = (n: number): string => hubs[(n * 7919) % hubs.length]!
  const label = (n: number): string => graph.getNodeAttribute(at(n), 'label')
  const unknown = (n: number): unknown => {
    try {
      return show(opened, `${label(n).slice(0, -1)}xq`)
    } catch (error) {
      if (error instanceof QueryError) return error
      throw error
    }
  }
  return {
    'relations --subject': (n) => relations(opened, { subject: label(n) }),
    'relations --min-origins 3 --limit 20': () => relations(opened, { minOrigins: 3, limit: 20 }),
    'relations --speaker --limit 20': (n) => relations(opened, { speaker: label(n), limit: 20 }),
    'relations --modality denied --limit 20': () => relations(opened, { modality: ['denied'], limit: 20 }),
    'relations --as-of --limit 20': (n) =>
      relations(opened, { asOf: `2019-${n % 9 ? '05' : '06'}`, limit: 20 }),
    'relations --type Place --limit 20': () => relations(opened, { type: ['Place'], limit: 20 }),
    'entities --limit 20': () => entities(opened, { limit: 20 }),
    path: (n) => path(opened, at(n), at(n + 1)),
    neighbours: (n) => neighbours(opened, label(n)),
    'timeline NAME': (n) => timeline(opened, label(n), { undated: true }),
    'timeline --since 2019 --limit 20': () => timeline(opened, undefined, { since: '2019', limit: 20 }),
    show: (n) => show(opened, label(n)),
    'show, a name that is not there': unknown,
    'search, a rare word': (n) => search(opened, `board ${100 + n}`),
    'search, common words': () => search(opened, 'board works for'),
    contradictions: (n) => contradictions(opened, { about: at(n) }),
    'evidence --limit 20': (n) => evidence(opened, { about: label(n), limit: 20 }),
    why: (n) => why(opened, at(n), at(n + 1)),
    stats: () => stats(opened),
  }
}

/** Milliseconds of a question, asked once and then twenty times more. */
interface Times {
  readonly first: number
  readonly median: number
  readonly slowest: number
}

function timesOf(ask: (n: number) => unknown): Times {
  const [first = 0, ...rest] = Array.from({ length: 21 }, (_, n) => timed(() => ask(n))[1])
  rest.sort((a, b) => a - b)
  return { first, median: rest[10]!, slowest: rest.at(-1)! }
}

function measure(folder: string, json: boolean): void {
  const megabytes = statSync(join(folder, 'graph.json')).size / 1e6
  const [opened, loadMs] = timed(() => openGraph(folder))
  const [, indexesMs] = timed(() => prepareGraph(opened.graph))
  const { order: nodes, size: edges } = opened.graph
  const questions: Record<string, Times> = {}
  for (const [name, ask] of Object.entries(questionsOf(opened))) questions[name] = timesOf(ask)
  if (json) {
    console.log(JSON.stringify({ nodes, edges, megabytes, loadMs, indexesMs, questions }))
    return
  }
  console.log(`${nodes} nodes, ${edges} edges`)
  console.log(
    `load of ${megabytes.toFixed(0)} MB ${loadMs.toFixed(0)} ms, all indexes ${indexesMs.toFixed(0)} ms\n`,
  )
  console.log('question                               first ms  median ms  slowest ms (of 20 more)')
  for (const [name, { first, median, slowest }] of Object.entries(questions)) {
    const cells = [first, median, slowest].map((ms) => ms.toFixed(1).padStart(9))
    console.log(`${name.padEnd(38)}${cells.join('  ')}`)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, measure: { type: 'string' } },
})
if (values.measure !== undefined) measure(values.measure, values.json)
else {
  const [nodes = 100_000, edges = 250_000] = positionals.map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-'))
  makeGraph(folder, nodes, edges)
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--measure', folder]
  const { status } = spawnSync(process.execPath, [...args, ...(values.json ? ['--json'] : [])], {
    stdio: 'inherit',
  })
  rmSync(folder, { recursive: true })
  process.exitCode = status ?? 1
}
