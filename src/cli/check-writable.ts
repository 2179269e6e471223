import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { FileError } from '../graph/index.ts'

/**
 * Throws a FileError where a folder cannot be made or written to, before any work is done. Makes nothing:
 * it looks at the nearest folder of the path that exists.
 */
export function checkWritable(folder: string): void {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found && path !== dirname(path)) continue
    try {
      if (!found?.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'EEXIST' })
      accessSync(path, constants.W_OK | constants.X_OK)
      return
    } catch (error) {
      throw FileError.fromWriting(folder, error as Error)
    }
  }
}
