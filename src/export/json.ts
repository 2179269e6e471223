import { serializeGraph } from '../graph/index.ts'
import type { Exporter } from './exporter.ts'

/** graph.json as it is, after the filters: graphology's serialization, with everything. */
export const json: Exporter = {
  name: 'json',
  description: 'graphology JSON: everything, as in graph.json',
  shape: 'file',
  files: ({ graph }) => [{ path: 'graph.json', pieces: serializeGraph(graph) }],
}
