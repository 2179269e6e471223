import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FileError } from './file-error.ts'
import { openTextFile, type TextFile } from './text-file.ts'

const marker = '.commit'

/** A file that is being written under another name. */
export type StagedFile = Pick<TextFile, 'write'>

/** Files of a folder that take their places together. */
export interface StagedFiles {
  /** Begins a file that is to be called `name`. */
  begin(name: string): StagedFile
  /** Begins a file and writes all of it. */
  write(name: string, pieces: Iterable<string>): void
  /** Puts all that was begun in place of the earlier ones, at one stroke for whoever opens the folder. */
  commit(): void
  /** Takes away what was begun. */
  discard(): void
}

/** What a file is called until it is put in place. */
const stagedName = (name: string, stage: string): string => `${name}.next-${stage}`

/**
 * Begins a set of files in a folder that its caller has locked. The files are written aside; a commit names them in
 * a marker file, renames each and takes the marker away. After a crash the folder holds the earlier files, or a
 * marker and all of the new ones, which `settleFolder` puts in place. Throws FileErrors with the code `write-failed`.
 */
export function stageFiles(folder: string): StagedFiles {
  const taken = new Set(leftovers(folder).map(({ stage }) => stage))
  let number = 1
  while (taken.has(String(number))) number++
  const stage = String(number)
  const open = new Map<string, TextFile>()
  const pathOf = (name: string): string => join(folder, stagedName(name, stage))
  const begin = (name: string): StagedFile => {
    const path = pathOf(name)
    const file = writing(path, () => openTextFile(path))
    open.set(name, file)
    return { write: (text) => writing(path, () => file.write(text)) }
  }
  return {
    begin,
    write(name, pieces) {
      const file = begin(name)
      for (const piece of pieces) file.write(piece)
    },
    commit() {
      for (const [name, file] of open) writing(pathOf(name), () => file.finish(true))
      const names = [...open.keys()]
      writing(join(folder, marker), () => {
        const aside = join(folder, `${marker}-${stage}`)
        writeFileSync(aside, JSON.stringify({ stage, names }), { flush: true })
        renameSync(aside, join(folder, marker))
      })
      // From here on the new files hold: what cannot be renamed now is, when the folder is opened next.
      open.clear()
      settleFolder(folder)
    },
    discard() {
      for (const [name, file] of open) {
        file.close()
        rmSync(pathOf(name), { force: true })
      }
      open.clear()
    },
  }
}

/**
 * Puts the files of a commit in place that was cut off; nothing where there is none. Whoever opens the folder calls
 * it, so that files of two builds are never read together.
 */
export function settleFolder(folder: string): void {
  const path = join(folder, marker)
  let commit: { stage: string; names: string[] }
  try {
    commit = JSON.parse(readFileSync(path, 'utf8')) as { stage: string; names: string[] }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw FileError.fromWriting(path, error as Error)
  }
  for (const name of commit.names) {
    const place = join(folder, name)
    try {
      renameSync(join(folder, stagedName(name, commit.stage)), place)
    } catch (error) {
      // Renamed before the crash, or by another reader at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        throw FileError.fromWriting(place, error as Error)
    }
  }
  writing(path, () => rmSync(path, { force: true }))
}

/** A file of a build that was cut off before its commit, and the name that it was to have. */
export interface Leftover {
  readonly path: string
  readonly name: string
  readonly stage: string
}

/** What builds left in a folder that were cut off. */
export function leftovers(folder: string): Leftover[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      // The files themselves, and a marker that was not yet in its place.
      const [, name, stage] = /^(.+)\.next-(\d+)$/.exec(file) ?? /^(\.commit)-(\d+)$/.exec(file) ?? []
      return name !== undefined && stage !== undefined ? [{ path: join(folder, file), name, stage }] : []
    })
}

/** Deletes what builds left that were cut off. */
export function clearLeftovers(left: readonly Leftover[]): void {
  for (const { path } of left) rmSync(path, { force: true })
}

function writing<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw FileError.fromWriting(path, error)
    throw error
  }
}
