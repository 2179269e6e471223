import { FileError } from '../graph/index.ts'
import { type ServeOptions, type Serving, serveGraph } from '../serve/serve-graph.ts'
import { CommandError } from './command-error.ts'
import { say, writeOut } from './output.ts'
import { packageVersion } from './package-version.ts'

/** Waits until the process is asked to end, whether or not its input is a terminal. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** Serves a graph until the process is asked to end; prints `before` and the address, then `hint` for the person. */
export async function runServer(options: ServeOptions, before: string, hint: string): Promise<void> {
  const stopped = interrupted()
  let serving: Serving
  try {
    serving = await serveGraph({ ...options, version: packageVersion() })
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error
    throw CommandError.usage('The graph cannot be served', error.message)
  }
  await writeOut([before, `${serving.url}\n`])
  say(hint)
  await stopped
  await serving.close()
}
