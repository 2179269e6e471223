import type { SerializedGraph } from '../model/index.ts'

/** What was wrong with a graph.json, and how to mend it. */
export interface GraphFault {
  readonly code: 'graph-invalid' | 'graph-version'
  readonly message: string
  readonly hint: string
}

const rebuild = 'Build it again: redthread build INPUT... -o OUT'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nodeFields = { label: 'string', type: 'string', aliases: 'array', mentions: 'array', rank: 'number' }
const edgeFields = {
  relation: 'string',
  polarity: 'string',
  modality: 'string',
  evidence: 'array',
  times: 'array',
}

function fieldFault(
  what: string,
  item: unknown,
  fields: Readonly<Record<string, string>>,
): string | undefined {
  if (!isObject(item) || typeof item.key !== 'string') return `${what} has no "key"`
  if (!isObject(item.attributes)) return `${what} ("${item.key}") has no "attributes"`
  for (const [field, type] of Object.entries(fields)) {
    const value = item.attributes[field]
    if (type === 'array' ? !Array.isArray(value) : typeof value !== type)
      return `${what} ("${item.key}") has no ${type} "${field}"`
  }
  return undefined
}

/** Checks parsed JSON against the file contract; gives back the first fault, or the graph. */
export function checkSerialized(json: unknown): { graph: SerializedGraph } | { fault: GraphFault } {
  const invalid = (message: string, hint: string = rebuild): { fault: GraphFault } => ({
    fault: { code: 'graph-invalid', message, hint },
  })
  if (!isObject(json) || !Array.isArray(json.nodes) || !Array.isArray(json.edges))
    return invalid('it is JSON, but not a graph: it has no "nodes" and "edges"')
  const { attributes } = json
  if (!isObject(attributes) || attributes.format !== 'redthread-graph')
    return invalid(
      'it is a graph, but not one of Redthread: its attribute "format" is not "redthread-graph"',
      'Give a folder that redthread build has written.',
    )
  if (attributes.version !== 1) {
    const newer = typeof attributes.version === 'number' && attributes.version > 1
    return {
      fault: {
        code: 'graph-version',
        message: `its format version is ${JSON.stringify(attributes.version) ?? 'not told'}, and this Redthread reads version 1`,
        hint: newer ? 'Update Redthread: npm install -g redthread' : rebuild,
      },
    }
  }
  if (!isObject(attributes.counts) || !Array.isArray(attributes.contradictions))
    return invalid('its attributes lack "counts" or "contradictions"')
  const keys = new Set<string>()
  for (const [index, node] of json.nodes.entries()) {
    const fault = fieldFault(`node ${index + 1}`, node, nodeFields)
    if (fault) return invalid(fault)
    if (keys.has(node.key)) return invalid(`node ${index + 1} ("${node.key}") is there twice`)
    keys.add(node.key)
  }
  const edgeKeys = new Set<string>()
  for (const [index, edge] of json.edges.entries()) {
    const fault = fieldFault(`edge ${index + 1}`, edge, edgeFields)
    if (fault) return invalid(fault)
    if (edgeKeys.has(edge.key)) return invalid(`edge ${index + 1} ("${edge.key}") is there twice`)
    edgeKeys.add(edge.key)
    for (const end of [edge.source, edge.target])
      if (!keys.has(end))
        return invalid(
          `edge ${index + 1} ("${edge.key}") names a node that is not there: ${JSON.stringify(end)}`,
        )
  }
  return { graph: json as unknown as SerializedGraph }
}
