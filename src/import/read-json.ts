import { jsonDamage } from '../graph/index.ts'
import { importFault } from './import-fault.ts'
import type { ImportFile, LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : isObject(value)
      ? textOf(value.id)
      : undefined

/**
 * A graph in JSON: graphology's serialization (nodes with `key`, edges), or the node-link form that networkx
 * and D3 write (nodes with `id`, `links`).
 */
export function readJson({ path, text }: ImportFile): LooseGraph {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const place = jsonDamage(text)
    throw importFault(
      path,
      `it is not JSON: it breaks off or is damaged in line ${place.line}`,
      'Export it again.',
      place,
    )
  }
  const shape = isObject(json) ? json : {}
  const list = [shape.edges, shape.links].find(Array.isArray) as unknown[] | undefined
  if (!Array.isArray(shape.nodes) || !list)
    throw importFault(
      path,
      'it is JSON, but not a graph: it has no "nodes" and "edges" (or "links")',
      'Give a graph in the form of graphology, networkx (node-link) or D3.',
    )
  const item = (value: unknown, what: string): Fields => {
    if (isObject(value)) return value
    throw importFault(path, `${what} is not an object`, 'Export it again.')
  }
  const nodes = shape.nodes.map((value: unknown, n): LooseNode => {
    const { key, id, attributes, ...rest } = item(value, `node ${n + 1}`)
    return { key: textOf(key) ?? textOf(id) ?? String(n), values: isObject(attributes) ? attributes : rest }
  })
  const edges = list.map((value, n): LooseEdge => {
    const { key, source, target, attributes, undirected: _, ...rest } = item(value, `edge ${n + 1}`)
    return {
      // In the node-link form a key only numbers parallel edges.
      ...(typeof key === 'string' ? { key } : {}),
      source: textOf(source) ?? '',
      target: textOf(target) ?? '',
      values: isObject(attributes) ? attributes : rest,
    }
  })
  const attributes = [shape.attributes, shape.graph].find(isObject) ?? {}
  const options = isObject(shape.options) ? shape.options : {}
  const undirected =
    shape.directed === false ||
    options.type === 'undirected' ||
    list.some((edge) => isObject(edge) && edge.undirected === true)
  return { attributes, nodes, edges, documents: [], undirected }
}
