import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The path of a file beside a graph, where there is one. `out` is the folder, or the path of the graph itself. */
export function fileBeside(out: string, name: string): string | undefined {
  const folder = existsSync(out) && statSync(out).isDirectory() ? out : dirname(out)
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}
