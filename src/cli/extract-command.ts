import { Command } from 'commander'
import { extractionSettings } from '../build/settings.ts'
import { extractDocuments } from '../build.ts'
import type { Problem } from '../model/index.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { several } from './option-values.ts'
import { say, writeOut } from './output.ts'
import { addReadingOptions, type ReadingCommandOptions, readingOptions } from './reading-options.ts'
import { problemsText } from './report-problems.ts'

interface ExtractCommandOptions extends ReadingCommandOptions {
  readonly schema?: readonly string[]
  readonly extractor?: readonly string[]
  readonly verbose?: boolean
}

const hasError = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** Writes a line of claims.jsonl for each document as soon as it is read; gives the exit code. */
async function extract(inputs: readonly string[], options: ExtractCommandOptions): Promise<ExitCode> {
  const verbose = options.verbose === true
  const { settings, problems } = await extractionSettings({
    extractorFiles: options.extractor ?? [],
    ...(options.schema ? { schemas: options.schema } : {}),
  })
  say(problemsText(problems, verbose))
  if (hasError(problems)) return exitCode.usage
  let documents = 0
  let failed = false
  for await (const { line, problems: found } of extractDocuments(inputs, settings, readingOptions(options))) {
    say(problemsText(found, verbose))
    failed ||= hasError(found)
    if (line === undefined) continue
    documents++
    await writeOut([`${line}\n`])
  }
  if (documents === 0) return exitCode.nothing
  return failed ? exitCode.partly : exitCode.done
}

/** `redthread extract INPUT...` */
export function extractCommand(): Command {
  return addReadingOptions(new Command('extract'))
    .description('read documents and write their claims, a line of claims.jsonl each')
    .argument('<input...>', 'files, folders, or - for standard input')
    .option('--schema <file>', 'a schema file of your own, read after the shipped ones (repeatable)', several)
    .option('--extractor <file>', 'a JavaScript module that exports an extractor (repeatable)', several)
    .option('-v, --verbose', 'show every problem, also what is only information')
    .action(async (inputs: string[], options: ExtractCommandOptions) => {
      process.exitCode = await extract(inputs, options)
    })
}
