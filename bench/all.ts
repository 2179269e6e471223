/**
 * Runs the benches one after another: `npm run bench`, or `npm run bench -- build query` for some of them. `--data DIR`
 * names the folder of the public benchmarks and treebanks. Figures are kept in bench/results/latest.json, each with the
 * machine and the day, and printed beside those of the last run; `--dry` leaves the file as it is. `--accuracy` leaves
 * out what depends on the machine.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Bench, benches } from './suite/benches.ts'
import { figuresOf } from './suite/figures.ts'
import { machineText, thisMachine } from './suite/machine.ts'
import { comparisonText, mergeResults, type Result, readResults, writeResults } from './suite/results.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared' },
    accuracy: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    out: { type: 'string', default: fileURLToPath(new URL('results/latest.json', import.meta.url)) },
  },
})
const machine = thisMachine()
const commandOf = ({ name, args }: Bench): string =>
  ['npm run', `bench:${name}`, ...(args.length > 0 ? ['--', ...args] : [])].join(' ')

/** Runs a bench; nothing where its data is not there or it fails, which is said on standard error. */
function run(bench: Bench): Result | undefined {
  const command = commandOf(bench)
  const args = bench.args.map((arg) => arg.replace(/^DATA\//, `${values.data}/`))
  const missing = args.find((arg, i) => arg !== bench.args[i] && !existsSync(arg))
  if (missing !== undefined) {
    console.error(`left out, as there is no ${missing}: ${command}`)
    return undefined
  }
  console.error(command)
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '-s', `bench:${bench.name}`, '--', ...args, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0) {
    console.error(stderr)
    process.exitCode = 1
    return undefined
  }
  const figures = figuresOf(JSON.parse(stdout), bench.figures)
  return { command, date: new Date().toISOString().slice(0, 10), machine, figures }
}

const chosen = benches.filter(
  ({ name, speed }) =>
    (positionals.length === 0 || positionals.includes(name)) && !(values.accuracy && speed),
)
if (chosen.length === 0) {
  console.error(
    `There is no such bench; there are ${[...new Set(benches.map(({ name }) => name))].join(', ')}.`,
  )
  process.exitCode = 2
} else {
  console.error(machineText(machine))
  const last = readResults(values.out)
  const now = chosen.flatMap((bench) => run(bench) ?? [])
  if (!values.dry && now.length > 0) writeResults(values.out, mergeResults(last, now, benches.map(commandOf)))
  console.log(
    `${machineText(machine)}\n${''.padEnd(46)}${['last', 'now', 'change'].map((cell) => cell.padStart(12)).join('')}\n`,
  )
  console.log(comparisonText(last, now))
}
