/**
 * Runs the benches one after another: `npm run bench`, or `npm run bench -- build query` for some of them. `--data DIR`
 * names the folder of the public benchmarks and treebanks. What each prints stands below its name and its command.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '../shared' } },
})
const at = (...path: string[]): string => join(values.data, ...path)

/** A bench by the word after `bench:`, with the arguments of each run; paths among them must exist. */
const benches: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['language', ['--treebank', at('treebanks', 'ewt-dev.conllu')]],
  ['language', ['--treebank', at('treebanks', 'ewt-dev.conllu'), '--raw']],
  ['language', ['--treebank', at('treebanks', 'gum-free-dev.conllu')]],
  ['names', [at('names', 'ewt-dev.conll')]],
  ['openie', ['--carb', at('benchmarks', 'carb', 'dev.tsv')]],
  ['openie', ['--benchie', at('benchmarks', 'benchie', 'en-dev.txt')]],
  ['openie', ['--wire57', at('benchmarks', 'wire57', 'wire57.json')]],
  ['openie', ['--qasrl', at('benchmarks', 'qasrl', 'wikinews.dev.gold.csv')]],
  ['coref', ['--ontogum', at('coreference', 'ontogum-free-dev.conll')]],
  ['coref', ['--gap', at('coreference', 'gap-development.tsv')]],
  [
    'gold',
    [
      '--scorer',
      at('score', 'score-graph.mjs'),
      at('gold', 'GUM_bio_dvorak.json'),
      at('gold', 'GUM_news_nasa.json'),
    ],
  ],
  ['gold-coref', [at('gold')]],
  ['claims', [at('gold', 'GUM_bio_dvorak.txt'), at('gold', 'GUM_news_nasa.txt')]],
  ['resolve', []],
  ['build', ['--treebank', at('treebanks', 'gum-free-train.conllu'), '1000']],
  ['query', []],
  ['export', []],
  ['viewer', []],
]

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
)
const chosen = benches.filter(([name]) => positionals.length === 0 || positionals.includes(name))
if (chosen.length === 0) {
  console.error(
    `There is no such bench; there are ${[...new Set(benches.map(([name]) => name))].join(', ')}.`,
  )
  process.exitCode = 2
}
for (const [name, args] of chosen) {
  console.log(`\n== npm run bench:${name} -- ${args.join(' ')}`)
  const missing = args.find((arg) => arg.startsWith(values.data) && !existsSync(arg))
  if (missing !== undefined) {
    console.log(`left out: there is no ${missing}`)
    continue
  }
  const { status } = spawnSync('npm', ['run', '-s', `bench:${name}`, '--', ...args], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
