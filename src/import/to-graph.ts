import { edgeColumns, nodeColumns, quoteColumns } from '../export/columns.ts'
import { plainLabel } from '../export/edge-label.ts'
import { checkSerialized, importGraph, type RedthreadGraph } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes, SerializedGraph } from '../model/index.ts'
import { decodeColumns } from './decode-columns.ts'
import { importFault } from './import-fault.ts'
import type { LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'

function nodeOf({ key, values }: LooseNode, file: string): SerializedGraph['nodes'][number] {
  const decoded = decodeColumns(values, nodeColumns, `the node "${key}"`, file)
  return { key, attributes: { label: values.label, ...decoded } as unknown as NodeAttributes }
}

function edgeOf(
  edge: LooseEdge,
  file: string,
): Omit<SerializedGraph['edges'][number], 'key'> & { key?: string } {
  const { key, source, target, values, evidence } = edge
  const columns = evidence ? edgeColumns : [...edgeColumns, ...quoteColumns]
  const decoded = decodeColumns(values, columns, `the edge "${key}"`, file)
  const label = plainLabel(String(values.label ?? ''), decoded.polarity)
  const attributes = { label, ...decoded, ...(evidence && { evidence }) } as unknown as EdgeAttributes
  return { ...(key === undefined ? {} : { key }), source, target, attributes }
}

/**
 * The graph of a file that Redthread wrote, as it was exported. `decoded`: whether values are no longer the
 * texts of columns. Throws a FileError for the first thing that breaks the file contract.
 */
export function ownGraph(loose: LooseGraph, decoded: boolean, file: string): RedthreadGraph {
  const checked = checkSerialized({
    attributes: loose.attributes,
    nodes: decoded
      ? loose.nodes.map(({ key, values }) => ({ key, attributes: values }))
      : loose.nodes.map((node) => nodeOf(node, file)),
    edges: decoded
      ? loose.edges.map(({ values, ...edge }) => ({ ...edge, attributes: values }))
      : loose.edges.map((edge) => edgeOf(edge, file)),
  })
  if ('graph' in checked) return importGraph(checked.graph)
  const { code, message, hint } = checked.fault
  throw importFault(file, message, hint, {}, code === 'graph-version' ? code : undefined)
}
