import { parentPort } from 'node:worker_threads'
import type { Drafted } from './draft.ts'
import { type FileToRead, readFile } from './read-file.ts'

/** What the thread sends: a draft to be fetched one at a time, or that the file is done. */
export type FromThread = { readonly drafted: Drafted } | { readonly done: true }
/** What the thread is sent: a file, or that the next draft may come. */
export type ToThread = { readonly file: FileToRead } | { readonly next: true }

let proceed: (() => void) | undefined

parentPort?.on('message', (message: ToThread) => {
  if ('file' in message) void serve(message.file)
  else proceed?.()
})

/** Sends the drafts of a file, each when the one before it has been taken. */
async function serve(file: FileToRead): Promise<void> {
  for await (const drafted of readFile(file)) {
    const taken = new Promise<void>((resolve) => {
      proceed = resolve
    })
    parentPort?.postMessage({ drafted } satisfies FromThread)
    await taken
  }
  parentPort?.postMessage({ done: true } satisfies FromThread)
}
