import { Command } from 'commander'
import { FileError, openGraph } from '../graph/index.ts'
import { type Serving, serveGraph } from '../serve/view.ts'
import { CommandError } from './command-error.ts'
import { graphSummary } from './graph-summary.ts'
import { wholeNumber } from './option-values.ts'
import { say, writeOut } from './output.ts'

/** Waits until the process is asked to end, whether or not its input is a terminal. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

async function serve(outDir: string, port: number | undefined): Promise<Serving> {
  try {
    return await serveGraph({ outDir, ...(port === undefined ? {} : { port }) })
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error
    throw CommandError.usage('The viewer cannot be served', error.message)
  }
}

/** `redthread view OUT` */
export function viewCommand(): Command {
  return new Command('view')
    .description('serve the viewer of a graph on this machine until interrupted')
    .argument('<out>', 'the folder that build wrote')
    .option('-p, --port <number>', 'the port to listen on; a free one unless given', wholeNumber(0, 65535))
    .action(async (out: string, { port }: { port?: number }) => {
      const summary = graphSummary(openGraph(out))
      const stopped = interrupted()
      const serving = await serve(out, port)
      await writeOut([summary, `${serving.url}\n`])
      say('Open the address in a browser; Ctrl+C ends the viewer.\n')
      await stopped
      await serving.close()
    })
}
