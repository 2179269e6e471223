import { FileError } from '../graph/index.ts'

/** The error for a file that cannot be imported: what is wrong with it, where, and what was expected. */
export function importFault(
  file: string,
  message: string,
  hint: string,
  place: { readonly line?: number; readonly column?: number } = {},
  code: 'import-invalid' | 'graph-version' = 'import-invalid',
): FileError {
  return new FileError({ code, message: `${file} cannot be imported: ${message}.`, hint, file, ...place })
}
