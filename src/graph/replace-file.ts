import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { FileError } from './file-error.ts'
import { makeFolder } from './make-folder.ts'

const bufferSize = 1 << 18

/**
 * Writes a file in pieces, under a temporary name beside it, and puts it in place when all is written: a
 * crash, a full disk or a lost permission leaves an earlier file as it was. Makes the folder where it is
 * missing. Throws a FileError with the code `write-failed`.
 */
export function replaceFile(path: string, pieces: Iterable<string>): void {
  const temporary = `${path}.part-${process.pid}`
  let file: number | undefined
  try {
    makeFolder(dirname(path))
    file = openSync(temporary, 'w')
    let waiting: string[] = []
    let length = 0
    for (const piece of pieces) {
      waiting.push(piece)
      length += piece.length
      if (length < bufferSize) continue
      writeAll(file, waiting.join(''))
      waiting = []
      length = 0
    }
    writeAll(file, waiting.join(''))
    fsyncSync(file)
    closeSync(file)
    file = undefined
    renameSync(temporary, path)
  } catch (error) {
    if (file !== undefined) closeSync(file)
    try {
      rmSync(temporary, { force: true })
    } catch {
      // What went wrong first is what the caller must hear of.
    }
    if (error instanceof Error && 'syscall' in error) throw FileError.fromWriting(path, error)
    throw error
  }
}

/** A single call may write less than it was given. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}
