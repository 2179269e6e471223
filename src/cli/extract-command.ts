import { Command, Option } from 'commander'
import { extractionSettings } from '../build/settings.ts'
import { extractDocuments } from '../build.ts'
import type { ViewFormat, ViewName } from '../extract/views/write-view.ts'
import { extractViews, type ViewOptions } from '../extract-views.ts'
import { hasError } from '../model/index.ts'
import { CommandError } from './command-error.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { several } from './option-values.ts'
import { say, writeOut } from './output.ts'
import { addReadingOptions, type ReadingCommandOptions, readingOptions } from './reading-options.ts'
import { problemsText } from './report-problems.ts'

interface ExtractCommandOptions extends ReadingCommandOptions {
  readonly schema?: readonly string[]
  readonly extractor?: readonly string[]
  readonly verbose?: boolean
  readonly view?: ViewName
  readonly format?: ViewFormat
  readonly tokenized?: boolean
}

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
  for await (const { lines, problems: found } of extractDocuments(
    inputs,
    settings,
    readingOptions(options),
  )) {
    say(problemsText(found, verbose))
    failed ||= hasError(found)
    if (lines === undefined) continue
    documents++
    await writeOut([lines().claims])
  }
  if (documents === 0) return exitCode.nothing
  return failed ? exitCode.partly : exitCode.done
}

/** The view that the options ask for, in the format that goes with it where none is named. */
function viewOf({
  view,
  format,
  tokenized,
  schema,
  extractor,
}: ExtractCommandOptions): ViewOptions | undefined {
  if (view === undefined) {
    if (format !== undefined || tokenized)
      throw CommandError.usage(
        `--${tokenized ? 'tokenized' : 'format'} is for open relations only`,
        'Say which view of them you want: --view maximal or --view minimal.',
      )
    return undefined
  }
  if (schema !== undefined || extractor !== undefined)
    throw CommandError.usage(
      'A view holds open relations only, which no schema and no extractor changes',
      'Leave out --schema and --extractor, or --view.',
    )
  return {
    view,
    format: format ?? (view === 'maximal' ? 'carb' : 'benchie'),
    tokenized: tokenized === true,
  }
}

/** Writes the open relations of each document as lines with tabs; gives the exit code. */
async function writeViews(
  inputs: readonly string[],
  view: ViewOptions,
  options: ExtractCommandOptions,
): Promise<ExitCode> {
  let documents = 0
  let failed = false
  for await (const { lines, problems } of extractViews(inputs, view, readingOptions(options))) {
    say(problemsText(problems, options.verbose === true))
    failed ||= hasError(problems)
    if (!lines) continue
    documents++
    await writeOut(lines)
  }
  if (documents === 0) return exitCode.nothing
  return failed ? exitCode.partly : exitCode.done
}

/** `redthread extract INPUT...` */
export function extractCommand(): Command {
  return addReadingOptions(new Command('extract'))
    .description(
      'read documents and write their claims, a line of claims.jsonl each, or a view of their open relations',
    )
    .argument('<input...>', 'files, folders, or - for standard input')
    .option('--schema <file>', 'a schema file of your own, read after the shipped ones (repeatable)', several)
    .option('--extractor <file>', 'a JavaScript module that exports an extractor (repeatable)', several)
    .addOption(
      new Option(
        '--view <name>',
        'write open relations instead, as lines with tabs: long tuples with all arguments, or one short triple for each fact',
      ).choices(['maximal', 'minimal']),
    )
    .addOption(
      new Option(
        '--format <name>',
        'how a view is written: carb is sentence, confidence, relation, arguments; benchie is number of the sentence, subject, relation, object (default: carb for maximal, benchie for minimal)',
      ).choices(['carb', 'benchie']),
    )
    .option(
      '--tokenized',
      'a view of text with a sentence on each line, its words parted by blanks and taken as they are',
    )
    .option('-v, --verbose', 'show every problem, also what is only information')
    .action(async (inputs: string[], options: ExtractCommandOptions) => {
      const view = viewOf(options)
      process.exitCode = view ? await writeViews(inputs, view, options) : await extract(inputs, options)
    })
}
