import { Command, Option } from 'commander'
import { hasError, type Problem } from '../model/index.ts'
import { readDocuments } from '../read/index.ts'
import { documentText } from './document-text.ts'
import { exitCode } from './exit-code.ts'
import { say, writeOut } from './output.ts'
import { addReadingOptions, type ReadingCommandOptions, readingOptions } from './reading-options.ts'
import { problemsText } from './report-problems.ts'

/** `redthread read FILE...` */
export function readCommand(): Command {
  return addReadingOptions(new Command('read'))
    .description('show how documents are read: metadata, zones, problems')
    .argument('<input...>', 'files, folders, or - for standard input')
    .addOption(
      new Option('--format <name>', 'jsonl writes the lines of documents.jsonl')
        .choices(['table', 'jsonl'])
        .default('table'),
    )
    .option('--text', 'with table: show the text too')
    .action(
      async (
        inputs: string[],
        options: ReadingCommandOptions & { format: 'table' | 'jsonl'; text?: boolean },
      ) => {
        const problems: Problem[] = []
        let documents = 0
        for await (const { document, problems: found } of readDocuments(inputs, readingOptions(options))) {
          problems.push(...found)
          if (!document) continue
          documents++
          await writeOut([
            options.format === 'jsonl'
              ? `${JSON.stringify(document)}\n`
              : documentText(document, options.text === true),
          ])
        }
        say(problemsText(problems, true))
        if (documents === 0) process.exitCode = exitCode.nothing
        else if (hasError(problems)) process.exitCode = exitCode.partly
      },
    )
}
