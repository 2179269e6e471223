import { readFileSync } from 'node:fs'
import { htmlPage } from '../export/html.ts'
import { type Exporter, type ExportFile, type ExportSettings, exporters } from '../export/index.ts'
import { extrasOf } from '../export/page-extras.ts'
import { type OpenedGraph, readDocuments, serializeGraph } from '../graph/index.ts'
import { choiceHint } from '../schema/closest.ts'
import { CommandError } from './command-error.ts'

const viewerPage = new URL('../../viewer/dist/index.html', import.meta.url)

/** A format as `-f` names it. `out`: the folder of the build, for those that need the texts of its documents. */
export interface ExportFormat extends Omit<Exporter, 'files'> {
  files(source: OpenedGraph, settings: ExportSettings & { readonly out: string }): Iterable<ExportFile>
}

/** The viewer with a graph in it; only documents that are evidence of something go with a part of a graph. */
const html: ExportFormat = {
  name: 'html',
  description: 'the viewer with the graph and its documents in one page, for any browser, without a server',
  shape: 'file',
  files: ({ graph }, { out, schema }) => {
    const used = new Set<string>()
    graph.forEachEdge((_edge, { evidence }) => {
      for (const { document } of evidence) used.add(document)
    })
    graph.forEachNode((_node, { mentions }) => {
      for (const { document } of mentions) used.add(document)
    })
    const documents = (function* () {
      for (const document of readDocuments(out)) if (used.has(document.id)) yield document
    })()
    return [
      {
        path: 'graph.html',
        pieces: htmlPage(readViewer(), serializeGraph(graph), documents, extrasOf(out, schema)),
      },
    ]
  },
}

/** The built viewer. Throws a CommandError that says how to build it. */
export function readViewer(): string {
  try {
    return readFileSync(viewerPage, 'utf8')
  } catch {
    throw CommandError.usage('The viewer is not built', 'Run `npm run build:viewer` once.')
  }
}

/** Every format of `redthread export`, in the order of its help. */
export const exportFormats: readonly ExportFormat[] = [...exporters, html]

/** The format of a name. Throws a CommandError with a suggestion where there is none. */
export function exportFormat(name: string): ExportFormat {
  const found = exportFormats.find((format) => format.name === name)
  if (found) return found
  const names = exportFormats.map((format) => format.name)
  throw CommandError.usage(`There is no format "${name}"`, choiceHint(name, names))
}
