import { join, resolve } from 'node:path'
import { watch } from 'chokidar'

/** What is watched, and what to do. */
export interface Watch {
  /** Files and folders whose change calls for another build. */
  readonly paths: readonly string[]
  /** The folder that the build writes to; in it only decisions.yaml is looked at. */
  readonly out: string
  build(): Promise<void>
}

/** Milliseconds of quiet after a change before a build begins: an editor writes in several steps. */
const quiet = 300

/**
 * Builds whenever something changes, one build at a time, until the process is told to end (SIGINT, SIGTERM).
 * Changes during a build are gathered for the next.
 */
export async function watchAndBuild({ paths, out, build }: Watch): Promise<void> {
  const decisions = join(resolve(out), 'decisions.yaml')
  const watcher = watch([...paths, decisions], {
    ignoreInitial: true,
    ignored: (path) => {
      const full = resolve(path)
      return full.startsWith(join(resolve(out), '/')) && full !== decisions
    },
  })
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    do {
      again = false
      running = build()
      await running
      running = undefined
    } while (again)
  }
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), quiet)
  })
  await new Promise<void>((end) => {
    process.once('SIGINT', () => end())
    process.once('SIGTERM', () => end())
  })
  clearTimeout(timer)
  await watcher.close()
  await running
}
