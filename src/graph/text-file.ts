import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

const bufferSize = 1 << 18

/** A file that is written in pieces, text or its bytes in UTF-8. Throws the errors of the operating system. */
export interface TextFile {
  write(text: string | Uint8Array): void
  /** Writes what is waiting and closes the file; `toDisk` waits until the disk has it. */
  finish(toDisk: boolean): void
  /** Closes the file as it is; nothing where it is closed. */
  close(): void
}

/** Begins a file, in place of what has that path. */
export function openTextFile(path: string): TextFile {
  let file: number | undefined = openSync(path, 'w')
  let waiting: string[] = []
  let length = 0
  const writeBytes = (bytes: Uint8Array): void => {
    // A single call may write less than it was given.
    for (let done = 0; done < bytes.length; ) done += writeSync(file!, bytes, done)
  }
  const flush = (): void => {
    writeBytes(Buffer.from(waiting.join(''), 'utf8'))
    waiting = []
    length = 0
  }
  const close = (): void => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  return {
    write(text) {
      if (typeof text !== 'string') {
        flush()
        writeBytes(text)
        return
      }
      waiting.push(text)
      length += text.length
      if (length >= bufferSize) flush()
    },
    finish(toDisk) {
      flush()
      if (toDisk) fsyncSync(file!)
      close()
    },
    close,
  }
}
