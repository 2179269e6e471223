import { FileError, type OpenedGraph } from '../graph/index.ts'
import { interrupted } from '../serve/interrupted.ts'
import { type ServeOptions, type Serving, serveGraph } from '../serve/serve-graph.ts'
import { CommandError } from './command-error.ts'
import { say, writeOut } from './output.ts'
import { packageVersion } from './package-version.ts'

/** Serves a graph until the process is asked to end; prints `summary` and the address, then `hint` for the person. */
export async function runServer(
  options: ServeOptions,
  hint: string,
  summary: (graph: OpenedGraph) => string = () => '',
): Promise<void> {
  const stopped = interrupted()
  let serving: Serving
  try {
    serving = await serveGraph({ ...options, version: packageVersion() })
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error
    throw CommandError.usage('The graph cannot be served', error.message)
  }
  await writeOut([summary(serving.graph()), `${serving.url}\n`])
  say(hint)
  await stopped
  await serving.close()
}
