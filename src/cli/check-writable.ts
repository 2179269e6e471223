import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { FileError } from '../graph/index.ts'

/**
 * Throws a FileError where a folder cannot be made or written to, before any work is done. Makes nothing:
 * it looks at the nearest part of the path that exists.
 */
export function checkWritable(folder: string): void {
  let path = resolve(folder)
  while (!existsSync(path) && path !== dirname(path)) path = dirname(path)
  try {
    if (!statSync(path).isDirectory())
      throw Object.assign(new Error('a file is in the way'), { code: 'EEXIST' })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw FileError.fromWriting(folder, error as Error)
  }
}
