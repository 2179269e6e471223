import { Command } from 'commander'
import { wholeNumber } from './option-values.ts'
import { runServer } from './run-server.ts'

/** `redthread serve OUT` */
export function serveCommand(): Command {
  return new Command('serve')
    .description('answer questions to a graph over HTTP on this machine until interrupted')
    .argument('<out>', 'the folder that build wrote')
    .option('-p, --port <number>', 'the port to listen on; a free one unless given', wholeNumber(0, 65535))
    .action(async (out: string, { port }: { port?: number }) => {
      await runServer(
        { outDir: out, page: false, ...(port !== undefined && { port }) },
        'The addresses are described at /openapi.json; Ctrl+C ends the server.\n',
      )
    })
}
