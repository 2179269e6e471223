import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Throws the error of the operating system. Goes step by
 * step, because Node's own recursive mkdir never comes back from a file system that takes no folders, as /proc.
 */
export function makeFolder(path: string): void {
  const missing: string[] = []
  let folder = resolve(path)
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory() && folder !== dirname(folder)) {
    missing.push(folder)
    folder = dirname(folder)
  }
  for (const next of missing.reverse()) {
    try {
      mkdirSync(next)
    } catch (error) {
      // Another process may have made it meanwhile.
      if (!statSync(next, { throwIfNoEntry: false })?.isDirectory()) throw error
    }
  }
}
