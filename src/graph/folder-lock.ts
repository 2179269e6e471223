import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { FileError } from './file-error.ts'

/** The right to write to a folder, until it is released. */
export interface FolderLock {
  release(): void
}

interface Holder {
  readonly process: number
  readonly host: string
  /** When the process began, as the system counts it: a number of a process is used again. */
  readonly began?: string
}

/** When a process began, where the system tells it (Linux). */
function beganOf(process: number | 'self'): string | undefined {
  try {
    const fields = readFileSync(`/proc/${process}/stat`, 'utf8')
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function isAlive({ process: id, host, began }: Holder): boolean {
  // What runs on another machine cannot be seen from here.
  if (host !== hostname()) return true
  try {
    process.kill(id, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = beganOf(id)
  return began === undefined || now === undefined || now === began
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder
    return typeof holder.process === 'number' && typeof holder.host === 'string' ? holder : undefined
  } catch {
    return undefined
  }
}

const busy = (folder: string, path: string, holder: Holder | undefined): FileError =>
  new FileError({
    code: 'folder-busy',
    message: holder
      ? `Another build is writing to ${folder}: process ${holder.process} on ${holder.host}.`
      : `Another build is writing to ${folder}.`,
    hint: `Wait until it has ended. If none is running, delete ${path}.`,
    file: folder,
  })

/**
 * Takes the right to write to a folder. What a process left that is no longer alive is taken over. Throws a
 * FileError with the code `folder-busy` while another process holds it, and `write-failed` where the folder
 * takes no files.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, '.lock')
  const mine = `${path}-${process.pid}`
  const began = beganOf('self')
  const holder: Holder = { process: process.pid, host: hostname(), ...(began ? { began } : {}) }
  try {
    // Written aside and then linked: whoever sees the lock sees all of it.
    writeFileSync(mine, `${JSON.stringify(holder)}\n`)
    for (let tries = 0; ; tries++) {
      if (put(mine, path)) break
      const other = readHolder(path)
      if (tries > 3 || (other && isAlive(other))) throw busy(folder, path, other)
      dropDead(path, other)
    }
  } catch (error) {
    rmSync(mine, { force: true })
    throw error instanceof FileError ? error : FileError.fromWriting(folder, error as Error)
  }
  rmSync(mine, { force: true })
  clearDead(folder)
  return { release: () => rmSync(path, { force: true }) }
}

/** Whether a file could be given the name of the lock, which no other had. */
function put(mine: string, path: string): boolean {
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
  }
  // Some file systems, as those of memory sticks, have no links.
  try {
    copyFileSync(mine, path, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Deletes what processes left that were killed while they took the lock. */
function clearDead(folder: string): void {
  for (const file of readdirSync(folder)) {
    const id = /^\.lock-(?:dead-)?(\d+)$/.exec(file)?.[1]
    if (id !== undefined && !isAlive({ process: Number(id), host: hostname() }))
      rmSync(join(folder, file), { force: true })
  }
}

/** Moves a dead holder's lock out of the way; one that a third process has put there meanwhile is put back. */
function dropDead(path: string, dead: Holder | undefined): void {
  const aside = `${path}-dead-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && JSON.stringify(moved) !== JSON.stringify(dead)) {
    try {
      linkSync(aside, path)
    } catch {
      // A fourth was quicker: it holds the lock now.
    }
  }
  rmSync(aside, { force: true })
}
