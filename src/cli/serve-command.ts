import { Command } from 'commander'
import { wholeNumber } from './option-values.ts'
import { runServer } from './run-server.ts'
import { withExamples } from './with-examples.ts'

/** `redthread serve OUT` */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('answer questions to a graph over HTTP on this machine until interrupted')
    .argument('<out>', 'the folder that build wrote')
    .option('-p, --port <number>', 'the port to listen on; a free one unless given', wholeNumber(0, 65535))
    .action(async (out: string, { port }: { port?: number }) => {
      await runServer(
        { outDir: out, page: false, ...(port !== undefined && { port }) },
        '',
        'The addresses are described at /openapi.json; Ctrl+C ends the server.\n',
      )
    })
  return withExamples(command, [
    ['redthread serve out --port 8210', 'an API at http://127.0.0.1:8210/api/...'],
  ])
}
