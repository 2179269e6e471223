import { Command } from 'commander'
import { checkBuild } from '../check/check-build.ts'
import { claimsPath, openGraph, readClaims, readDocuments } from '../graph/index.ts'
import { counted } from './build-summary.ts'
import { exitCode } from './exit-code.ts'
import { say, writeOut } from './output.ts'
import { problemsText } from './report-problems.ts'

/** `redthread check OUT` */
export function checkCommand(): Command {
  return new Command('check')
    .description('verify every invariant of a build: quotes, spans, claims, counts')
    .argument('<out>', 'the folder that build wrote')
    .option('-v, --verbose', 'show every problem, not only some of each kind')
    .addHelpText('after', '\nEnds with 0 where everything holds and with 1 where something does not.')
    .action(async (out: string, { verbose }: { readonly verbose?: boolean }) => {
      const { graph } = openGraph(out)
      const { checked, problems } = checkBuild({
        graph,
        documents: readDocuments(out),
        claims: readClaims(claimsPath(out)),
      })
      say(problemsText(problems, verbose === true))
      const parts = [
        counted(checked.documents, 'document', 'documents'),
        counted(checked.claims, 'claim', 'claims'),
        counted(checked.entities, 'entity', 'entities'),
        counted(checked.relations, 'relation', 'relations'),
        counted(checked.evidence, 'piece of evidence', 'pieces of evidence'),
      ]
      const verdict = problems.length === 0 ? 'all hold' : counted(problems.length, 'fault', 'faults')
      await writeOut([`${out}: ${parts.join(', ')}: ${verdict}\n`])
      process.exitCode = problems.length === 0 ? exitCode.done : exitCode.partly
    })
}
