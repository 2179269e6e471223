import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** How a thread is started. */
export interface ThreadOptions {
  /** MiB that its heap may grow to; it ends with ERR_WORKER_OUT_OF_MEMORY beyond. */
  readonly memory: number
  readonly workerData?: unknown
}

/**
 * Starts a worker thread from a module beside the caller's: `startThread(import.meta.url, 'reading-thread')`.
 * The thread does not keep the process alive.
 */
export function startThread(from: string, name: string, { memory, workerData }: ThreadOptions): Worker {
  const options = {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stderr: true,
    stdout: true,
    workerData,
  }
  const thread = from.endsWith('.ts')
    ? new Worker(sourceThread(new URL(`./${name}.ts`, from)), { ...options, eval: true })
    : new Worker(new URL(`./${name}.js`, from), options)
  thread.unref()
  return thread
}

/** What starts a thread from the sources, which Node 20 runs by way of tsx: under the tests and in development. */
function sourceThread(module: URL): string {
  const tsx = new URL(
    'dist/esm/api/index.mjs',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
  )
  return `import('${tsx.href}').then((tsx) => (tsx.register(), import('${module.href}')))`
}
