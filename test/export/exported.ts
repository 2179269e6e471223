import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ExportSettings, exporters } from '../../src/export/index.ts'
import type { OpenedGraph } from '../../src/graph/index.ts'
import { settings } from './made-source.ts'

/** The files of an export by path, as they would be written. */
export function exportedFiles(
  format: string,
  source: OpenedGraph,
  given: ExportSettings = settings,
): Record<string, string> {
  const exporter = exporters.find(({ name }) => name === format)!
  return Object.fromEntries(
    [...exporter.files(source, given)].map((file) => {
      if ('write' in file) throw new Error(`${file.path} is no text`)
      return [file.path, [...file.pieces].join('')]
    }),
  )
}

/** The text of an export that is one file. */
export function exportedText(format: string, source: OpenedGraph, given?: ExportSettings): string {
  return Object.values(exportedFiles(format, source, given))[0]!
}

/** A fresh folder outside the repository. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'redthread-export-'))

/** Writes an export into a folder and gives the path of its first file. */
export function writeExport(format: string, source: OpenedGraph, folder: string): string {
  const files = Object.entries(exportedFiles(format, source))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return join(folder, files[0]![0])
}
