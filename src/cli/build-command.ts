import { Command } from 'commander'
import { type BuildResult, build } from '../build.ts'
import { buildSummary } from './build-summary.ts'
import { checkWritable } from './check-writable.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { several } from './option-values.ts'
import { say } from './output.ts'
import { progressReporter } from './progress.ts'
import { addReadingOptions, type ReadingCommandOptions, readingOptions } from './reading-options.ts'
import { problemsText } from './report-problems.ts'

/** The exit code of a build that came back. */
export function buildExit({ status, problems }: Pick<BuildResult, 'status' | 'problems'>): ExitCode {
  if (status === 'unusable') return exitCode.usage
  if (status === 'empty') return exitCode.nothing
  return problems.some(({ severity }) => severity === 'error') ? exitCode.partly : exitCode.done
}

/** `redthread build INPUT... -o OUT` */
export function buildCommand(): Command {
  return addReadingOptions(new Command('build'))
    .description('read documents and write their graph into a folder')
    .argument('<input...>', 'files, folders, or - for standard input')
    .requiredOption('-o, --out <folder>', 'where graph.json and the files beside it go')
    .option('--schema <file>', 'a schema file of your own, read after the shipped ones (repeatable)', several)
    .option('--extractor <file>', 'a JavaScript module that exports an extractor (repeatable)', several)
    .option('--decisions <file>', 'what people have decided; decisions.yaml of the folder unless given')
    .option('--no-derived', 'leave out what only follows from other relations by the rules of the schema')
    .option('-q, --quiet', 'show problems only, neither progress nor summary')
    .option('-v, --verbose', 'show every problem, also what is only information')
    .action(async (inputs: string[], options: BuildCommandOptions) => {
      checkWritable(options.out)
      const progress = progressReporter({
        isTerminal: process.stderr.isTTY === true,
        columns: process.stderr.columns ?? 80,
        write: options.quiet ? () => {} : say,
        now: () => performance.now(),
      })
      const result = await build({
        inputs,
        out: options.out,
        extractorFiles: options.extractor ?? [],
        reading: readingOptions(options),
        derived: options.derived,
        ...(options.decisions === undefined ? {} : { decisions: options.decisions }),
        ...(options.schema ? { schemas: options.schema } : {}),
        onProgress: (done) => progress.show(done),
      }).finally(() => progress.clear())
      say(problemsText(result.problems, options.verbose === true))
      if (result.status === 'empty') say('Nothing could be read, so nothing was written.\n')
      if (result.status === 'built' && !options.quiet) say(buildSummary(result, options.out))
      process.exitCode = buildExit(result)
    })
}

interface BuildCommandOptions extends ReadingCommandOptions {
  readonly out: string
  readonly schema?: readonly string[]
  readonly extractor?: readonly string[]
  readonly decisions?: string
  /** False after --no-derived. */
  readonly derived: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}
