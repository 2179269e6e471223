import { Command } from 'commander'
import { build } from '../build.ts'
import { buildSummary } from './build-summary.ts'
import { checkWritable } from './check-writable.ts'
import { CommandError } from './command-error.ts'
import { buildExit, type ExitCode, exitCode } from './exit-code.ts'
import { several, wholeNumber } from './option-values.ts'
import { say } from './output.ts'
import { progressReporter } from './progress.ts'
import { addReadingOptions, type ReadingCommandOptions, readingOptions } from './reading-options.ts'
import { problemsText } from './report-problems.ts'
import { stageTimes } from './stage-times.ts'
import { watchAndBuild } from './watch-build.ts'

/** `redthread build INPUT... -o OUT` */
export function buildCommand(): Command {
  return addReadingOptions(new Command('build'))
    .description('read documents and write their graph into a folder')
    .argument('<input...>', 'files, folders, or - for standard input')
    .requiredOption('-o, --out <folder>', 'where graph.json and the files beside it go')
    .option('--schema <file>', 'a schema file of your own, read after the shipped ones (repeatable)', several)
    .option('--extractor <file>', 'a JavaScript module that exports an extractor (repeatable)', several)
    .option('--decisions <file>', 'what people have decided; decisions.yaml of the folder unless given')
    .option('--gazetteer <file>', 'names with their ids elsewhere, to link entities to: CSV, YAML or JSONL')
    .option('--no-derived', 'leave out what only follows from other relations by the rules of the schema')
    .option('-q, --quiet', 'show problems only, neither progress nor summary')
    .option('-v, --verbose', 'show every problem, also what is only information')
    .option(
      '--jobs <number>',
      'threads that read claims; as many as there are cores unless given',
      wholeNumber(1, 64),
    )
    .option(
      '--document-seconds <number>',
      'seconds that one document may take beside what its length explains: 60 unless given',
      wholeNumber(1, 86_400),
    )
    .option('--betweenness', 'work out on how many of the shortest ways each entity lies, which takes long')
    .option('--force', 'read every document anew, also those that have not changed since the last build')
    .option(
      '--watch',
      'stay, and build again whenever an input, a schema, a decision or the gazetteer changes',
    )
    .action(async (inputs: string[], options: BuildCommandOptions) => {
      checkWritable(options.out)
      if (!options.watch) {
        process.exitCode = await buildOnce(inputs, options)
        return
      }
      if (inputs.includes('-'))
        throw new CommandError(
          { code: 'usage', message: 'Standard input cannot be watched', hint: 'Name files or folders.' },
          exitCode.usage,
        )
      process.exitCode = await buildOnce(inputs, options)
      const { schema = [], decisions, gazetteer } = options
      await watchAndBuild({
        paths: [...inputs, ...schema, ...[decisions, gazetteer].filter((path) => path !== undefined)],
        out: options.out,
        async build() {
          process.exitCode = await buildOnce(inputs, { ...options, force: false })
        },
      })
    })
}

/** Builds and reports; gives the exit code. */
async function buildOnce(inputs: readonly string[], options: BuildCommandOptions): Promise<ExitCode> {
  const progress = progressReporter({
    isTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    write: options.quiet ? () => {} : say,
    now: () => performance.now(),
  })
  const times = stageTimes(() => performance.now())
  const result = await build({
    inputs,
    out: options.out,
    extractorFiles: options.extractor ?? [],
    reading: readingOptions(options),
    derived: options.derived,
    force: options.force === true,
    betweenness: options.betweenness === true,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.documentSeconds === undefined ? {} : { documentSeconds: options.documentSeconds }),
    ...(options.decisions === undefined ? {} : { decisions: options.decisions }),
    ...(options.gazetteer === undefined ? {} : { gazetteer: options.gazetteer }),
    ...(options.schema ? { schemas: options.schema } : {}),
    onProgress: (done) => progress.show(done),
    onStage: (stage) => times.begin(stage),
  }).finally(() => progress.clear())
  say(problemsText(result.problems, options.verbose === true))
  if (result.status === 'empty') say('Nothing could be read, so nothing was written.\n')
  if (result.status === 'built' && !options.quiet)
    say(`${buildSummary(result, options.out)}${times.text()}\n`)
  return buildExit(result)
}

interface BuildCommandOptions extends ReadingCommandOptions {
  readonly out: string
  readonly schema?: readonly string[]
  readonly extractor?: readonly string[]
  readonly decisions?: string
  readonly gazetteer?: string
  /** False after --no-derived. */
  readonly derived: boolean
  readonly jobs?: number
  readonly documentSeconds?: number
  readonly betweenness?: boolean
  readonly force?: boolean
  readonly watch?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}
