import { importFault } from './import-fault.ts'

/** Parses JSON; throws a FileError that names `what` in `file` where it is none. */
export function parseJson(file: string, what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw importFault(file, `${what} is not JSON`, 'Export it again from the program that wrote it.')
  }
}
