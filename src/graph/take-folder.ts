import { existsSync, rmdirSync } from 'node:fs'
import { FileError } from './file-error.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { makeFolder } from './make-folder.ts'
import { settleFolder } from './staged-files.ts'

/**
 * Takes the right to write to an output folder, which is made where it is missing, and puts a commit in place that was
 * cut off. A folder that was made and is still empty at its release is taken away again. Throws a FileError with the
 * code `folder-busy` or `write-failed`.
 */
export function takeFolder(folder: string): FolderLock {
  const isNew = !existsSync(folder)
  try {
    makeFolder(folder)
  } catch (error) {
    throw error instanceof Error ? FileError.fromWriting(folder, error) : error
  }
  const lock = lockFolder(folder)
  const release = (): void => {
    lock.release()
    if (isNew) removeEmpty(folder)
  }
  try {
    settleFolder(folder)
  } catch (error) {
    release()
    throw error
  }
  return { release }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something is in it, and stays.
  }
}
