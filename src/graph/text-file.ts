import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

const bufferSize = 1 << 18

/** A file that is written in pieces. Throws the errors of the operating system. */
export interface TextFile {
  write(text: string): void
  /** Writes what is waiting and closes the file; `flush` waits until the disk has it. */
  finish(flush: boolean): void
  /** Closes the file as it is; nothing where it is closed. */
  close(): void
}

/** Begins a file, in place of what has that path. */
export function openTextFile(path: string): TextFile {
  let file: number | undefined = openSync(path, 'w')
  let waiting: string[] = []
  let length = 0
  const write = (): void => {
    // A single call may write less than it was given.
    const bytes = Buffer.from(waiting.join(''), 'utf8')
    for (let done = 0; done < bytes.length; ) done += writeSync(file!, bytes, done)
    waiting = []
    length = 0
  }
  const close = (): void => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  return {
    write(text) {
      waiting.push(text)
      length += text.length
      if (length >= bufferSize) write()
    },
    finish(flush) {
      write()
      if (flush) fsyncSync(file!)
      close()
    },
    close,
  }
}
