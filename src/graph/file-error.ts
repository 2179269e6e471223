import type { Problem } from '../model/index.ts'

/** Thrown when a file of the output folder cannot be read or written; what is wrong is in `problem`. */
export class FileError extends Error {
  readonly problem: Problem

  constructor(problem: Omit<Problem, 'severity'>) {
    super([problem.message, problem.hint].filter(Boolean).join(' '))
    this.name = 'FileError'
    this.problem = { severity: 'error', ...problem }
  }

  /** The error for a path that could not be written, with the reason of the operating system in words. */
  static fromWriting(path: string, error: Error): FileError {
    const code = 'code' in error ? String(error.code) : ''
    const [reason, hint] = reasons[code] ?? [error.message, 'Choose another place to write to.']
    return new FileError({
      code: 'write-failed',
      message: `${path} cannot be written: ${reason}.`,
      hint,
      file: path,
    })
  }
}

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  EACCES: ['you may not write there', 'Choose another place, or give yourself the right to write there.'],
  EPERM: ['you may not write there', 'Choose another place, or give yourself the right to write there.'],
  EROFS: ['the disk is read-only', 'Choose a place on another disk.'],
  ENOENT: ['there can be no folder', 'Choose a place on another disk.'],
  ENOSPC: ['the disk is full', 'Free some space, or choose a place on another disk.'],
  EISDIR: ['a folder has that name', 'Give the name of a file.'],
  ENOTDIR: ['a part of the path is a file', 'Give a path whose folders are folders.'],
  EEXIST: ['a file stands where a folder is needed', 'Give a path whose folders are folders.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter one.'],
}
