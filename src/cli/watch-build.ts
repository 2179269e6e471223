import { join, resolve } from 'node:path'
import { watch } from 'chokidar'
import { decisionsName } from '../graph/index.ts'
import { interrupted } from '../serve/interrupted.ts'
import { CommandError } from './command-error.ts'
import { say } from './output.ts'

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
 * Builds whenever something changes, one build at a time, until the process is told to end. Changes during a build
 * are gathered for the next. Throws what a build throws, and a CommandError where the system cannot watch so much.
 */
export async function watchAndBuild({ paths, out, build }: Watch): Promise<void> {
  const decisions = join(resolve(out), decisionsName)
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
    again = running !== undefined
    if (again) return
    do {
      again = false
      running = build()
      await running
      running = undefined
    } while (again)
  }
  // What changes before everything has been looked at once is not noticed.
  watcher.on('ready', () => say('Watching for changes; end with Ctrl+C.\n'))
  const failed = new Promise<never>((_end, fail) => {
    watcher.on('all', () => {
      clearTimeout(timer)
      timer = setTimeout(() => run().catch(fail), quiet)
    })
    watcher.on('error', (error) =>
      fail(
        CommandError.usage(
          'The inputs cannot be watched',
          error instanceof Error ? error.message : String(error),
        ),
      ),
    )
  })
  try {
    await Promise.race([interrupted(), failed])
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
  await running
}
