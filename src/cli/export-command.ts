import { join } from 'node:path'
import { Command } from 'commander'
import { defaultBase } from '../export/index.ts'
import { openGraph, replaceFile, replaceFileBy } from '../graph/index.ts'
import type { Schema } from '../model/index.ts'
import { type Selection, selectGraph } from '../query/index.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { answerNotes } from './answer-notes.ts'
import { counted } from './build-summary.ts'
import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'
import { exportFormat, exportFormats } from './export-files.ts'
import { addFilterOptions, filterOf } from './filter-options.ts'
import { several, wholeNumber } from './option-values.ts'
import { say, writeOut } from './output.ts'

/** The shipped schema with the user's own files. Throws a CommandError for the first error in one of them. */
function schemaOf(files: readonly string[] = []): Schema {
  const { schema, problems } = loadSchema(files)
  const error = problems.find(({ severity }) => severity === 'error')
  if (error) throw new CommandError(error, exitCode.usage)
  return schema
}

/** A base that IRIs can be made under. */
function baseOf(base: string): string {
  if (/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]*[/#:]$/iu.test(base)) return base
  throw CommandError.usage(
    `${JSON.stringify(base)} cannot be the base of IRIs`,
    'Give an absolute one that ends with / or # or :, as https://example.org/news/',
  )
}

/** `redthread export OUT -f FORMAT [-o FILE]` */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('write a graph, or a part of it, for another program')
    .argument('<out>', 'the folder that build wrote, or a graph.json')
    .requiredOption('-f, --format <name>', exportFormats.map(({ name }) => name).join(', '))
    .option('-o, --output <path>', 'the file to write (csv: the folder); standard output unless given')
    .option(
      '--schema <file>',
      'your own schema file, for what its types and relations are called elsewhere',
      several,
    )
    .option('--base <iri>', 'what the IRIs of RDF begin with', defaultBase)
  addFilterOptions(command)
    .option('--around <name>', 'only what is near an entity')
    .option('--steps <number>', 'how near: 1 unless given', wholeNumber(0))
    .addHelpText(
      'after',
      `\nFormats:\n${exportFormats.map(({ name, description }) => `  ${name.padEnd(8)} ${description}\n`).join('')}`,
    )
    .action(async (out: string, options: ExportCommandOptions) => {
      const format = exportFormat(options.format)
      const { output = '-' } = options
      if (format.shape === 'folder' && output === '-')
        throw CommandError.usage(
          `The format ${format.name} has several files`,
          'Name a folder for them with -o FOLDER.',
        )
      if (format.shape === 'database' && output === '-')
        throw CommandError.usage(`The format ${format.name} is no text`, 'Name a file for it with -o FILE.')
      const { around, steps } = options
      if (steps !== undefined && around === undefined)
        throw CommandError.usage('--steps needs an entity to start from', 'Name it with --around NAME.')
      const selection: Selection = {
        ...filterOf({ ...options }),
        ...(around === undefined ? {} : { around }),
        ...(steps === undefined ? {} : { steps }),
      }
      const selected = selectGraph(openGraph(out), selection)
      const { source } = selected
      for (const note of answerNotes(selected)) say(`${note}\n`)
      const settings = { schema: schemaOf(options.schema), base: baseOf(options.base), out }
      for (const file of format.files(source, settings)) {
        const path = format.shape === 'folder' ? join(output, file.path) : output
        if ('write' in file) replaceFileBy(path, (temporary) => file.write(temporary))
        else if (output === '-') await writeOut(file.pieces)
        else replaceFile(path, file.pieces, format.shape !== 'folder')
      }
      const { order, size } = source.graph
      if (output !== '-')
        say(`${output}: ${counted(order, 'entity', 'entities')}, ${counted(size, 'relation', 'relations')}\n`)
      else if (order === 0) say('Nothing passes the filters: the graph is empty.\n')
    })
  return command
}

interface ExportCommandOptions {
  readonly format: string
  readonly output?: string
  readonly schema?: readonly string[]
  readonly base: string
  readonly around?: string
  readonly steps?: number
}
