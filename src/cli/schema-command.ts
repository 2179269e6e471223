import { Command } from 'commander'
import { hasError, type Schema } from '../model/index.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { counted } from './build-summary.ts'
import { exitCode } from './exit-code.ts'
import { say, writeOut } from './output.ts'
import { problemCounts, problemsText } from './report-problems.ts'

/** What a schema holds, on one line. */
export function schemaSummary({ files, types, relations }: Schema): string {
  let phrases = 0
  for (const relation of relations.values()) phrases += relation.phrases.length
  const parts = [
    counted(types.size, 'entity type', 'entity types'),
    counted(relations.size, 'relation type', 'relation types'),
    counted(phrases, 'phrase', 'phrases'),
  ]
  return `${files.map(({ name, version }) => `${name} ${version}`).join(', ')}: ${parts.join(', ')}\n`
}

/** `redthread schema check [FILE...]` */
export function schemaCommand(): Command {
  const check = new Command('check')
    .description('say what is wrong in schema files, with line and column')
    .argument('[files...]', 'schema files, read after the shipped ones')
    .action(async (files: string[]) => {
      const { schema, problems } = loadSchema(files)
      say(problemsText(problems, true))
      if (hasError(problems)) {
        say(
          problemCounts(problems)
            .map((line) => `${line}\n`)
            .join(''),
        )
        process.exitCode = exitCode.usage
      } else await writeOut([schemaSummary(schema)])
    })
  return new Command('schema').description('work with schema files').addCommand(check)
}
