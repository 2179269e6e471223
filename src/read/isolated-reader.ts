import type { Worker } from 'node:worker_threads'
import type { Problem } from '../model/index.ts'
import type { Drafted } from './draft.ts'
import type { FileToRead } from './read-file.ts'
import { failed, ReadingError } from './reading-error.ts'
import type { FromThread, ToThread } from './reading-thread.ts'
import { startThread } from './start-thread.ts'

/** How many times the seconds between documents one file may take as a whole. */
const patience = 20

/**
 * Reads files in a thread of its own, so that one on which a library hangs or runs out of memory is given up with a
 * problem while the build goes on. The thread is started for the first file and after each that was given up.
 */
export class IsolatedReader {
  #thread: Worker | undefined

  /** The documents of a file, one at a time. */
  async *read(file: FileToRead): AsyncGenerator<Drafted> {
    const { seconds } = file.limits
    const end = performance.now() + seconds * patience * 1000
    this.#thread ??= startThread(import.meta.url, 'reading-thread', { memory: file.limits.threadMemory })
    const thread = this.#thread
    let message: ToThread = { file }
    for (;;) {
      const answer = await ask(thread, message, Math.min(seconds * 1000, end - performance.now()))
      if (answer instanceof Error) {
        await this.close()
        yield { problems: [givenUp(file, answer)] }
        return
      }
      if ('done' in answer) return
      yield answer.drafted
      message = { next: true }
    }
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }
}

/** Sends a message and waits for the answer; an error when the thread ends or takes too long. */
function ask(thread: Worker, message: ToThread, milliseconds: number): Promise<FromThread | Error> {
  return new Promise((resolve) => {
    const finish = (answer: FromThread | Error): void => {
      clearTimeout(timer)
      thread.off('message', finish)
      thread.off('error', finish)
      thread.off('exit', exited)
      resolve(answer)
    }
    const exited = (): void => finish(new Error('the thread that read it ended'))
    const timer = setTimeout(() => finish(slow(milliseconds)), milliseconds)
    thread.on('message', finish)
    thread.on('error', finish)
    thread.on('exit', exited)
    thread.postMessage(message)
  })
}

function slow(milliseconds: number): ReadingError {
  return new ReadingError(
    'file-slow',
    `it gave nothing for ${Math.round(milliseconds / 1000)} seconds`,
    'Save it again in a simpler form, or split it (or raise seconds).',
  )
}

function givenUp(file: FileToRead, error: Error): Problem {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const { threadMemory } = file.limits
    return failed(
      file.file,
      new ReadingError(
        'file-too-large',
        `reading it takes more than ${threadMemory} MiB of memory`,
        'Split it, or save it in a simpler form (or raise threadMemory).',
      ),
    )
  }
  return failed(file.file, error)
}
