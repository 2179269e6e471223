import { renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { FileError } from './file-error.ts'
import { makeFolder } from './make-folder.ts'
import { openTextFile } from './text-file.ts'

/**
 * Writes a file in pieces, under a temporary name beside it, and puts it in place when all is written: a
 * crash, a full disk or a lost permission leaves an earlier file as it was. Makes the folder where it is
 * missing. `flush`: whether to wait until the disk has it, which takes too long for thousands of small files.
 * Throws a FileError with the code `write-failed`.
 */
export function replaceFile(path: string, pieces: Iterable<string>, flush = true): void {
  replaceFileBy(path, (temporary) => writePieces(temporary, pieces, flush))
}

/** The same for a file that `write` writes, given a path where there is nothing. */
export function replaceFileBy(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.part-${process.pid}`
  try {
    makeFolder(dirname(path))
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error('a folder has that name'), { code: 'EISDIR', syscall: 'open' })
    rmSync(temporary, { force: true })
    write(temporary)
    renameSync(temporary, path)
  } catch (error) {
    try {
      rmSync(temporary, { force: true })
    } catch {
      // What went wrong first is what the caller must hear of.
    }
    if (error instanceof Error && 'syscall' in error) throw FileError.fromWriting(path, error)
    throw error
  }
}

function writePieces(path: string, pieces: Iterable<string>, flush: boolean): void {
  const file = openTextFile(path)
  try {
    for (const piece of pieces) file.write(piece)
    file.finish(flush)
  } finally {
    file.close()
  }
}
