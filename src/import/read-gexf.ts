import { keyOfGexfId } from '../export/gexf-id.ts'
import type { ImportFile, LooseEdge, LooseGraph, LooseNode } from './loose-graph.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'

type Attributes = Readonly<Record<string, string>>

/** Two hexadecimal digits of a part of a colour. */
const hex = (value: string | undefined): string =>
  (Number.parseInt(value ?? '0', 10) & 255).toString(16).padStart(2, '0')

/** GEXF of any version: nodes, also those inside nodes, edges, their attributes, places, sizes and colours. */
export function readGexf({ path, text }: ImportFile): LooseGraph {
  const nodes: LooseNode[] = []
  const edges: LooseEdge[] = []
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() }
  let declaring: 'node' | 'edge' = 'node'
  let values: Record<string, unknown> = {}
  let within: 'node' | 'edge' = 'node'
  let undirected = false
  let defaultType = 'undirected'
  let attributes: Record<string, unknown> = {}

  const open: Readonly<Record<string, (given: Attributes) => void>> = {
    graph: (given) => {
      defaultType = given.defaultedgetype ?? 'undirected'
    },
    attributes: (given) => {
      declaring = given.class === 'edge' ? 'edge' : 'node'
    },
    attribute: ({ id = '', title = id }) => {
      titles[declaring].set(id, title)
    },
    node: ({ id = '', label }) => {
      within = 'node'
      values = label === undefined ? {} : { label }
      nodes.push({ key: keyOfGexfId(id), values })
    },
    edge: ({ id, source = '', target = '', type = defaultType, label, kind, weight }) => {
      within = 'edge'
      values = Object.fromEntries(
        Object.entries({ label, kind, weight }).filter(([, value]) => value !== undefined),
      )
      if (type !== 'directed') undirected = true
      edges.push({
        ...(id === undefined ? {} : { key: keyOfGexfId(id) }),
        source: keyOfGexfId(source),
        target: keyOfGexfId(target),
        values,
      })
    },
    attvalue: ({ for: id = '', id: old, value = '' }) => {
      values[titles[within].get(id || (old ?? '')) ?? id] = value
    },
    color: ({ r, g, b }) => {
      values.color = `#${hex(r)}${hex(g)}${hex(b)}`
    },
    position: ({ x, y }) => {
      values.x = x
      values.y = y
    },
    size: ({ value }) => {
      values.size = value
    },
  }
  parseXml(path, text, {
    open: (name, given) => open[name]?.(given),
    close: (name, content) => {
      if (name === 'description' && content.startsWith('{"format":"redthread-graph"'))
        attributes = parseJson(path, 'the description of the graph', content) as Record<string, unknown>
    },
  })
  return { attributes, nodes, edges, documents: [], undirected }
}
