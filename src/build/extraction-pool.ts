import type { Worker } from 'node:worker_threads'
import type { Document, Problem } from '../model/index.ts'
import { startThread } from '../read/start-thread.ts'
import type { LinkedClaims } from '../resolve/resolvable-claims.ts'
import { type ExtractedClaims, extractedClaims } from './extracted-claims.ts'
import type { ThreadAnswer, ThreadSettings } from './extraction-thread.ts'

/** The claims of a document; why there are none otherwise. */
export type Extracted = ExtractedClaims | { readonly problem: Problem }

/** Reads claims of documents, several at once. */
export interface ExtractionPool {
  /** How many documents are worth handing over at once. */
  readonly width: number
  extract(document: Document): Promise<Extracted>
  close(): Promise<void>
}

/** What a pool is started with. */
export interface PoolSettings extends ThreadSettings {
  /** Threads that read, each with an engine of its own (some 200 MB); at least 1. */
  readonly jobs: number
  /** Seconds that one document may take beside what its length explains: 60 unless said otherwise. */
  readonly seconds?: number
  /** MiB that the heap of one thread may grow to: 1,500 unless said otherwise. */
  readonly memory?: number
}

/** Seconds in which a thread must have loaded its models. */
const startSeconds = 120

/** Characters that even a slow machine reads in a second. */
const charactersPerSecond = 2000

interface Waiting {
  readonly document: Document
  readonly done: (extracted: Extracted) => void
}

/**
 * Starts a thread at once, so that its models load while documents are listed and read, and more as they are needed;
 * hands each one document at a time. A document on which a thread takes too long or runs out of memory is a problem of
 * that document; the thread is started anew for the next.
 */
export function startPool(settings: PoolSettings): ExtractionPool {
  const { jobs, seconds = 60, memory = 1500, schemas, extractorFiles } = settings
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const queue: Waiting[] = []
  let closed = false

  const start = (): Worker => {
    const thread = startThread(import.meta.url, 'extraction-thread', {
      memory,
      workerData: { schemas, extractorFiles } satisfies ThreadSettings,
    })
    all.add(thread)
    // One that ends while nobody waits for it is no error of the build: it is not handed a document.
    thread.on('error', () => {})
    thread.once('exit', () => {
      all.delete(thread)
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
    })
    return thread
  }

  const next = (): void => {
    while (queue.length > 0 && !closed) {
      const thread = idle.pop() ?? (all.size < jobs ? start() : undefined)
      if (!thread) return
      void run(thread, queue.shift()!)
    }
  }

  const run = async (thread: Worker, { document, done }: Waiting): Promise<void> => {
    const patience = seconds + document.text.length / charactersPerSecond
    const answer = await ask(thread, document, patience * 1000)
    if (answer instanceof Error) {
      all.delete(thread)
      void thread.terminate()
      done({ problem: givenUp(document, answer, patience, memory) })
    } else {
      idle.push(thread)
      done('line' in answer ? answer : { problem: failed(document, answer.failed) })
    }
    next()
  }

  idle.push(start())
  return {
    width: 2 * jobs,
    extract: (document) =>
      new Promise((done) => {
        queue.push({ document, done })
        next()
      }),
    async close() {
      closed = true
      await Promise.all([...all].map((thread) => thread.terminate()))
    },
  }
}

/**
 * A pool that reads in the calling thread, where the reader cannot be sent to another: no limits hold. What a reader
 * throws is a problem of its document, as it is in a thread.
 */
export function callingThread(read: (document: Document) => LinkedClaims): ExtractionPool {
  return {
    width: 1,
    async extract(document) {
      try {
        return extractedClaims(read(document))
      } catch (error) {
        return { problem: failed(document, error instanceof Error ? error.message : String(error)) }
      }
    },
    close: async () => {},
  }
}

/**
 * Sends a document and waits; an error when the thread ends, one with the code `slow` when reading takes too long,
 * which does not count the time in which a new thread loads its models.
 */
function ask(
  thread: Worker,
  document: Document,
  milliseconds: number,
): Promise<Exclude<ThreadAnswer, { begins: true }> | Error> {
  return new Promise((resolve) => {
    const slow = (): void => finish(Object.assign(new Error('slow'), { code: 'slow' }))
    let timer = setTimeout(slow, startSeconds * 1000)
    const finish = (answer: ThreadAnswer | Error): void => {
      if ('begins' in answer) {
        clearTimeout(timer)
        timer = setTimeout(slow, milliseconds)
        return
      }
      clearTimeout(timer)
      thread.off('message', finish)
      thread.off('error', finish)
      thread.off('exit', exited)
      thread.unref()
      resolve(answer)
    }
    const exited = (): void => finish(new Error('the thread that read it ended'))
    thread.ref()
    thread.on('message', finish)
    thread.on('error', finish)
    thread.on('exit', exited)
    thread.postMessage(document)
  })
}

function givenUp(document: Document, error: Error, seconds: number, memory: number): Problem {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'slow') return failed(document, `it takes more than ${Math.round(seconds)} seconds`)
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return failed(document, `it takes more than ${memory} MiB of memory`)
  return failed(document, error.message)
}

function failed(document: Document, reason: string): Problem {
  return {
    severity: 'error',
    code: 'extraction-failed',
    message: `No claims could be read from ${document.id}: ${reason}`,
    hint: 'The other documents are built. Leave this one out, or split it.',
    file: document.source,
  }
}
