import { Command } from 'commander'
import { graphSummary } from './graph-summary.ts'
import { wholeNumber } from './option-values.ts'
import { runServer } from './run-server.ts'

/** `redthread view OUT` */
export function viewCommand(): Command {
  return new Command('view')
    .description('serve the viewer of a graph on this machine until interrupted')
    .argument('<out>', 'the folder that build wrote')
    .option('-p, --port <number>', 'the port to listen on; a free one unless given', wholeNumber(0, 65535))
    .action(async (out: string, { port }: { port?: number }) => {
      await runServer(
        { outDir: out, ...(port !== undefined && { port }) },
        'Open the address in a browser; Ctrl+C ends the viewer.\n',
        graphSummary,
      )
    })
}
