/**
 * Measures builds of made articles with the built command, as a user runs it: `npm run bench:build -- 1000 10000`
 * names the numbers of articles. Prints articles a minute from raw text to graph, the peak of memory, what one changed
 * document takes, and the size of claims.jsonl.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeArticles } from './build/made-articles.ts'
import { machineText, thisMachine } from './suite/machine.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    treebank: { type: 'string', default: '../shared/treebanks/gum-free-train.conllu' },
    jobs: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000]
const main = resolve(import.meta.dirname, '../dist/cli/main.js')

interface Run {
  readonly seconds: number
  /** MiB, of the process with all its threads. */
  readonly peak: number
  /** Seconds of each stage, by its word in the summary. */
  readonly stages: Readonly<Record<string, number>>
}

/** Runs a build as a process of its own. */
function runBuild(input: string, out: string): Run {
  const start = performance.now()
  const report = join(out, '..', 'memory.json')
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`,
      main,
      'build',
      input,
      '-o',
      out,
      ...(values.jobs === undefined ? [] : ['--jobs', values.jobs]),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0 && status !== 1) throw new Error(`The build ended with ${status}:\n${stderr}`)
  const seconds = (performance.now() - start) / 1000
  const stages = Object.fromEntries(
    [...stderr.matchAll(/(read|resolved|laid out|written) in ([\d.]+) s/g)].map(([, word, time]) => [
      word,
      Number(time),
    ]),
  )
  return { seconds, peak: Math.round(Number(readFileSync(report, 'utf8')) / 1024), stages }
}

const round = (value: number): number => Math.round(value * 10) / 10
const stageText = ({ stages }: Run): string =>
  Object.entries(stages)
    .map(([word, seconds]) => `${word} ${seconds} s`)
    .join(', ')

if (!values.json) console.log(machineText(thisMachine()))
if (!existsSync(values.treebank))
  throw new Error(`There is no treebank at ${values.treebank}; name one with --treebank.`)
for (const count of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-bench-build-'))
  try {
    const input = join(folder, 'in')
    const out = join(folder, 'out')
    const words = writeArticles(values.treebank, input, count)
    const first = runBuild(input, out)
    const { counts } = JSON.parse(
      readFileSync(join(out, 'graph.json'), 'utf8').split('\n')[0]!.replace(/,$/, '}'),
    ).attributes
    const claims = statSync(join(out, 'claims.jsonl')).size
    writeFileSync(join(input, '00', '00000.md'), 'Ruth Amsel met Tom Keller in Varnholm.\n')
    const changed = runBuild(input, out)
    const toRelations = (changed.stages.read ?? 0) + (changed.stages.resolved ?? 0)
    const articlesPerMinute = Math.round((60 * count) / first.seconds)
    if (values.json)
      console.log(
        JSON.stringify({
          articles: count,
          words,
          articlesPerMinute,
          first,
          changed,
          changedToRelations: toRelations,
          counts,
          claimsBytes: claims,
        }),
      )
    else
      console.log(
        [
          `${count} articles, ${words} words: ${round(first.seconds)} s, ${articlesPerMinute} articles a minute, peak ${first.peak} MiB (${stageText(first)})`,
          `  ${counts.entities} entities, ${counts.relations} relations, claims.jsonl ${Math.round(claims / 1e6)} MB`,
          `  one document changed: ${round(changed.seconds)} s, to entities and relations ${round(toRelations)} s (${stageText(changed)}), peak ${changed.peak} MiB`,
        ].join('\n'),
      )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
