import { Command } from 'commander'
import { resolveClaims } from '../resolve-claims.ts'
import { buildSummary } from './build-summary.ts'
import { checkWritable } from './check-writable.ts'
import { buildExit } from './exit-code.ts'
import { several } from './option-values.ts'
import { say } from './output.ts'
import { problemsText } from './report-problems.ts'

interface ResolveCommandOptions {
  readonly out: string
  readonly schema?: readonly string[]
  readonly decisions?: string
  readonly gazetteer?: string
  /** False after --no-derived. */
  readonly derived: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** `redthread resolve CLAIMS... -o OUT` */
export function resolveCommand(): Command {
  return new Command('resolve')
    .description('make the graph of claims that were read before, without reading the documents again')
    .argument('<claims...>', 'claims.jsonl of build or extract, or folders that build wrote')
    .requiredOption('-o, --out <folder>', 'where graph.json and the files beside it go')
    .option(
      '--schema <file>',
      'a schema file of your own, as the claims were read with (repeatable)',
      several,
    )
    .option('--decisions <file>', 'what people have decided; decisions.yaml of the folder unless given')
    .option('--gazetteer <file>', 'names with their ids elsewhere, to link entities to: CSV, YAML or JSONL')
    .option('--no-derived', 'leave out what only follows from other relations by the rules of the schema')
    .option('-q, --quiet', 'show problems only, no summary')
    .option('-v, --verbose', 'show every problem, also what is only information')
    .action((claims: string[], { out, derived, ...options }: ResolveCommandOptions) => {
      checkWritable(out)
      const result = resolveClaims({
        claims,
        out,
        ...(options.schema ? { schemas: options.schema } : {}),
        ...(options.decisions === undefined ? {} : { decisions: options.decisions }),
        ...(options.gazetteer === undefined ? {} : { gazetteer: options.gazetteer }),
        ...(derived ? {} : { derived }),
      })
      say(problemsText(result.problems, options.verbose === true))
      if (result.status === 'empty') say('There are no claims, so nothing was written.\n')
      if (result.status === 'built' && !options.quiet) say(buildSummary(result, out))
      process.exitCode = buildExit(result)
    })
}
